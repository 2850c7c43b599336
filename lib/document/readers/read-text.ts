import { toFullWidth, toPrintedWidth } from '@/lib/domain/printed-width';
import { parseFiscalYear } from '@/lib/domain/year/fiscal-year';
import { readErrorText } from '@/lib/text/document/document';
import { FIGURES_ALONE, readEntries } from './read-entries';
import { dense, joinCells, linesOf, withoutHeads, withoutPageMarks } from './read-lines';
import type { Line, ReadError, ReadResult } from './read-result';
import { type Row, readTable } from './read-table';

const TITLE = /^(\S+年度)\s+(\S+概要)(?:\s+資料\s*(\S+))?$/;
const MARK = /^資料\s*(\S+)$/;
const SECTION_ONE = /^【１/;
const SECTION_TWO = /^【２/;
const UNIT = '（単位：千円）';

/** Paragraphs of torn lines: a paragraph ends where a line ends with a full stop. */
function paragraphs(lines: readonly Line[]): string[] {
  const found: string[] = [];
  let open = '';
  for (const { text } of lines) {
    open += text;
    if (text.endsWith('。')) {
      found.push(open);
      open = '';
    }
  }
  return open === '' ? found : [...found, open];
}

const labelOf = (row: Row): string => row.label.replace(/^うち/, '');

/** Whom a sentence begins with; what stands in brackets (シティ・マネージャー) is left out of it. */
const beginsWith = (sentence: string, label: string): boolean =>
  dense(sentence.slice(0, 200).replace(/（[^（）]*）/g, '')).startsWith(dense(label));

/** The explanation of each category: what names it, and the sentences behind that. null: one is missing or names none. */
function explanationsOf(sentences: readonly string[], parts: readonly Row[]): Map<Row, string> | null {
  const found = new Map<Row, string>();
  let open: Row | undefined;
  // The longest name first: one may begin with another.
  const byLength = parts.toSorted((one, other) => labelOf(other).length - labelOf(one).length);
  for (const sentence of sentences) {
    const named = byLength.find((row) => beginsWith(sentence, labelOf(row)));
    if (named && found.has(named) && named !== open) return null;
    open = named ?? open;
    if (!open) return null;
    found.set(open, (found.get(open) ?? '') + sentence);
  }
  return found.size === parts.length ? found : null;
}

type Titled = { year: string; title: string; mark: string; lines: Line[] };

/** The title, with its mark beside it or in a line of its own. */
function titleIn(lines: readonly Line[]): Titled | null {
  const line = lines.find(({ text }) => TITLE.test(text));
  const [, year = '', title = '', beside] = TITLE.exec(line?.text ?? '') ?? [];
  if (!line) return null;
  if (beside !== undefined) return { year, title, mark: beside, lines: [line] };
  const below = lines.find(({ text }) => MARK.test(text));
  return below ? { year, title, mark: MARK.exec(below.text)?.[1] ?? '', lines: [line, below] } : null;
}

/**
 * Reads 資料Ｄ‐１ from the text that was extracted from its PDF: torn lines are joined, the title is found where the
 * extraction put it, slips of the headings are mended and reported. A text that doesn't add up is refused.
 */
export function readText(text: string): ReadResult {
  const refuse = (error: ReadError): ReadResult => ({ ok: false, error });
  const all = withoutPageMarks(linesOf(text));
  const secondOf = (lines: readonly Line[]) => lines.findIndex((line) => SECTION_TWO.test(line.text));
  if (secondOf(all) < 0) return refuse({ code: 'no_entries' });
  const titled = titleIn(all.slice(0, secondOf(all)));
  if (!titled) return refuse({ code: 'no_title' });
  const { title, mark } = titled;
  const lines = withoutHeads(all, titled.lines, [`${titled.year}${title}`, `資料${mark}`]);
  const second = secondOf(lines);
  const front = joinCells(lines.slice(0, second).filter((line) => !titled.lines.includes(line)));

  const table = readTable(front);
  if ('code' in table) return refuse(table);
  const { years, draftMark, total, parts } = table;
  const year = years.at(-1) ?? 0;
  const above = front.slice(0, table.start).filter((line) => !SECTION_ONE.test(line.text));
  if (!above.some((line) => line.text === UNIT)) return refuse({ code: 'no_unit' });
  const unexpected = above.find((line) => line.text !== UNIT);
  if (unexpected) return refuse({ code: 'unexpected_line', line: unexpected.number });
  if (parseFiscalYear(titled.year) !== year)
    return refuse({ code: 'years_differ', line: titled.lines[0]?.number ?? 0 });

  const prose = front.slice(table.end);
  const stray = prose.find((line) => FIGURES_ALONE.test(line.text));
  if (stray) return refuse({ code: 'unexpected_line', line: stray.number });
  const personnelNote = prose.find((line) => line.text.startsWith('※'));
  const sentences = paragraphs(prose.filter((line) => line !== personnelNote));
  const annexNote = sentences.pop();
  const explanations = explanationsOf(sentences, parts);
  if (!personnelNote || annexNote === undefined || !explanations) return refuse({ code: 'no_explanation' });

  const read = readEntries(lines.slice(second + 1), year, (of) => total.amounts[years.indexOf(of)] ?? null);
  if ('code' in read) return refuse(read);

  return {
    ok: true,
    value: {
      year,
      title,
      mark: `資料${toPrintedWidth(toFullWidth(mark))}`,
      draftMark,
      years,
      totalLabel: total.label,
      categories: parts.map((row) => ({
        label: labelOf(row),
        explanation: explanations.get(row) ?? '',
        totals: Object.fromEntries(years.map((of, column) => [of, row.amounts[column] ?? null])),
      })),
      personnelNote: personnelNote.text,
      annexNote,
      ...read,
    },
  };
}

const MESSAGES: Record<ReadError['code'], (error: ReadError) => string> = readErrorText;

export const readErrorMessage = (error: ReadError): string => MESSAGES[error.code](error);
