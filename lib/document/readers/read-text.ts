import { cleanLines } from '@/lib/domain/clean-text';
import { toFullWidth, toPrintedWidth } from '@/lib/domain/printed-width';
import { parseFiscalYear } from '@/lib/domain/year/fiscal-year';
import { readErrorText } from '@/lib/text/document/document';
import { readEntries } from './read-entries';
import type { Line, ReadError, ReadResult } from './read-result';
import { readTable } from './read-table';

const TITLE = /^(\S+年度)\s+(\S+概要)\s+資料\s*(\S+)$/;
const SECTION_ONE = /^【１/;
const SECTION_TWO = /^【２/;
const UNIT = '（単位：千円）';
/** What a page has at its foot: － ２ － */
const PAGE_NUMBER = /^[－―—-]\s*[\d０-９]+\s*[－―—-]$/;

const nonBlank = (text: string): Line[] =>
  cleanLines(text)
    .split('\n')
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text: line }) => line !== '' && !PAGE_NUMBER.test(line));

/** Paragraphs of torn lines: a paragraph ends where a line ends with a full stop. */
function paragraphs(lines: Line[]): string[] {
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

/**
 * Reads 資料Ｄ‐１ from the text that was extracted from its PDF: torn lines are joined, the title is found where the
 * extraction put it, slips of the headings are mended and reported. A text that doesn't add up is refused.
 */
export function readText(text: string): ReadResult {
  const refuse = (error: ReadError): ReadResult => ({ ok: false, error });
  const lines = nonBlank(text);
  const second = lines.findIndex((line) => SECTION_TWO.test(line.text));
  if (second < 0) return refuse({ code: 'no_entries' });
  const front = lines.slice(0, second);

  const titleLine = front.find((line) => TITLE.test(line.text));
  const [, titleYear = '', title = '', mark = ''] = TITLE.exec(titleLine?.text ?? '') ?? [];
  if (!titleLine) return refuse({ code: 'no_title' });

  const table = readTable(front);
  if ('code' in table) return refuse(table);
  const { years, draftMark, total, parts } = table;
  const year = years.at(-1) ?? 0;
  const above = front.slice(0, table.start).filter((line) => line !== titleLine && !SECTION_ONE.test(line.text));
  if (!above.some((line) => line.text === UNIT)) return refuse({ code: 'no_unit' });
  const unexpected = above.find((line) => line.text !== UNIT);
  if (unexpected) return refuse({ code: 'unexpected_line', line: unexpected.number });
  if (parseFiscalYear(titleYear) !== year) return refuse({ code: 'years_differ', line: titleLine.number });

  const prose = front.slice(table.end).filter((line) => line !== titleLine);
  const personnelNote = prose.find((line) => line.text.startsWith('※'));
  const sentences = paragraphs(prose.filter((line) => line !== personnelNote));
  const [annexNote, ...surplus] = sentences.slice(parts.length);
  if (!personnelNote || annexNote === undefined || surplus.length > 0) return refuse({ code: 'no_explanation' });

  const read = readEntries(lines.slice(second + 1), year, (of) => total.amounts[years.indexOf(of)] ?? 0);
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
      categories: parts.map((row, index) => ({
        label: row.label.replace(/^うち/, ''),
        explanation: sentences[index] ?? '',
        totals: Object.fromEntries(years.map((of, column) => [of, row.amounts[column] ?? 0])),
      })),
      personnelNote: personnelNote.text,
      annexNote,
      ...read,
    },
  };
}

const MESSAGES: Record<ReadError['code'], (error: ReadError) => string> = readErrorText;

export const readErrorMessage = (error: ReadError): string => MESSAGES[error.code](error);
