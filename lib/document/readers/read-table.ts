import { parseAmount, sumAmounts } from '@/lib/domain/amount';
import { parseFiscalYear } from '@/lib/domain/year/fiscal-year';
import type { Line, ReadError } from './read-result';

/** null: printed as not known, or of a year that had no such row. */
export type Row = { label: string; amounts: (number | null)[] };
export type Table = { years: number[]; draftMark: string; total: Row; parts: Row[]; start: number; end: number };

const YEAR = /(?:平成|令和)\s*(?:元|[0-9０-９]+)\s*年度/g;
const FIGURE = /[\d０-９]|^[－―—-]+$/;
const UNKNOWN = /^[－―]$/;

/** A label and figures behind it; a sentence may hold some, but not for the most part. */
function isRow([, ...figures]: string[]): boolean {
  return figures.length > 0 && figures.filter((text) => FIGURE.test(text)).length * 2 >= figures.length;
}

function readRow([label = '', ...figures]: string[], years: number[], line: number): Row | ReadError {
  if (figures.length !== years.length) return { code: 'torn_table', line };
  const amounts: (number | null)[] = [];
  for (const [column, figure] of figures.entries()) {
    const parsed = UNKNOWN.test(figure) ? null : parseAmount(figure);
    if (parsed && (!parsed.ok || parsed.value === null))
      return { code: 'unreadable_figure', line, year: years[column] ?? 0 };
    amounts.push(parsed?.value ?? null);
  }
  return { label, amounts };
}

function readYears(text: string): number[] | null {
  const years = (text.match(YEAR) ?? []).flatMap((name) => parseFiscalYear(name) ?? []);
  const isUnbroken = years.every((year, column) => year === (years[0] ?? 0) + column);
  return years.length > 1 && isUnbroken ? years : null;
}

/**
 * The table of years: a total and the parts that make it up, each with a figure for each year. It goes from the line of
 * index `start` to the one before `end`.
 */
export function readTable(lines: Line[]): Table | ReadError {
  const head = lines.findIndex((line) => (line.text.match(YEAR)?.length ?? 0) > 1);
  if (head < 0) return { code: 'no_table' };
  const years = readYears(lines[head]?.text ?? '');
  if (!years) return { code: 'torn_table', line: lines[head]?.number ?? 0 };
  const rows: Row[] = [];
  let end = head + 1;
  for (const line of lines.slice(end)) {
    const cells = line.text.split(/\s+/);
    if (!isRow(cells)) break;
    const row = readRow(cells, years, line.number);
    if ('code' in row) return row;
    rows.push(row);
    end += 1;
  }
  const [total, ...parts] = rows;
  if (!total || parts.length === 0) return { code: 'no_table' };
  const isWrong = (column: number): boolean => {
    const amounts = parts.map((part) => part.amounts[column] ?? null);
    const known = amounts.filter((amount) => amount !== null);
    // Without a total a part has to be missing, too.
    const sum = total.amounts[column] ?? null;
    return sum === null ? known.length === parts.length : sumAmounts(known) !== sum;
  };
  const wrong = years.find((_, column) => isWrong(column));
  const draftMark = /（[^（）]+）$/.exec(lines[head]?.text ?? '')?.[0] ?? '';
  return wrong === undefined
    ? { years, draftMark, total, parts, start: head, end }
    : { code: 'totals_differ', year: wrong };
}
