import { cleanLines } from '@/lib/domain/clean-text';
import type { Line } from './read-result';

/** A page's number in any form: － ２ －, 2/2, ２／２ページ, P.2, （2）, 第２頁. Half a width, without spaces. */
const PAGE_MARK =
  /^(?:[-―—‐]\d{1,4}[-―—‐]|\d{1,4}\/\d{1,4}(?:頁|ページ)?|p\.?\d{1,4}(?:\/\d{1,4})?|\(\d{1,4}\)|第?\d{1,4}(?:頁|ページ))$/i;
/** A line of the contents: a heading, dots and a page. */
const CONTENTS_LINE = /[・·.．…‥]{3,}[\d０-９]+$/;
const CONTENTS = /^目\s*次$/;
/** What a draft or an edition of our own says of itself, on every page. */
const WATERMARK = /^案・取扱注意/;
const STATEMENT =
  /(?:確定前の資料（[^（）]{1,40}現在）|(?:令和|平成|昭和)\S{1,2}年度\s?第[\d０-９]{1,4}版（[^（）]{1,5}）\s*\d{4}年\d{1,2}月\d{1,2}日\s*[\da-f]{8})$/;

export const dense = (text: string): string => text.replace(/\s/g, '');
const halfWidth = (text: string): string => dense(text).normalize('NFKC');

export const linesOf = (text: string): Line[] =>
  cleanLines(text)
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text: line }) => line !== '');

/** A name may go over some lines before its dots, and a page may end within the contents. */
const CONTENTS_GAP = 12;

/** From 目次 to the last of its lines, which end with dots and a page; nothing where there is none. */
function withoutContents(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ text }) => CONTENTS.test(text));
  let last = first;
  for (const [index, { text }] of lines.entries()) {
    const isNext = index > first && index - last <= CONTENTS_GAP;
    if (first >= 0 && isNext && CONTENTS_LINE.test(dense(text))) last = index;
  }
  return lines.filter((_, index) => first < 0 || index < first || index > last);
}

function isPageMark(text: string): boolean {
  const own = text.replace(STATEMENT, '').trim();
  return own === '' || PAGE_MARK.test(halfWidth(own)) || dense(own).replace(WATERMARK, '') === '';
}

/** The text's own lines, without what pages repeat: their numbers, the marks of a draft, contents. */
export const withoutPageMarks = (lines: readonly Line[]): Line[] =>
  withoutContents(lines).filter(({ text }) => !isPageMark(text));

/** Title and mark stand once; where they stand again, they head a page. */
export const withoutHeads = (lines: readonly Line[], own: readonly Line[], said: readonly string[]): Line[] => {
  const heads = new Set([...said, said.join('')].map(dense));
  return lines.filter((line) => own.includes(line) || !heads.has(dense(line.text)));
};

/** In full-width terms a run of cells that were torn into lines of their own. */
const FIGURE = /^(?:[△▲]?[\d０-９][\d０-９,，]*|[－―—-])$/;
const YEAR_CELL = /^(?:平成|令和)\s*(?:元|[\d０-９]+)\s*年度(?:（[^（）]*）)?$/;
const CORNER = /^区\s*分$/;

/**
 * Extractors that give every cell a line: years that follow each other become one line, and so do figures with the line
 * above them. Fewer than two are no row: a figure alone is no cell.
 */
export function joinCells(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  const runFrom = (start: number, cell: RegExp): Line[] => {
    let end = start;
    while (cell.test(lines[end]?.text ?? '')) end += 1;
    return lines.slice(start, end);
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line) break;
    const isCorner = CORNER.test(line.text);
    const cell = isCorner || YEAR_CELL.test(line.text) ? YEAR_CELL : FIGURE;
    const cells = runFrom(isCorner || cell === FIGURE ? index + 1 : index, cell);
    const isRow = cells.length > 1;
    const taken = cells.includes(line) ? cells : [line, ...cells];
    joined.push(isRow ? { number: line.number, text: taken.map(({ text }) => text).join(' ') } : line);
    index += isRow ? taken.length : 1;
  }
  return joined;
}
