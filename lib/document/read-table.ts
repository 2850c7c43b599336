import { parseAmount, sumAmounts } from '@/lib/domain/amount';
import { parseFiscalYear } from '@/lib/domain/fiscal-year';
import type { Line, Refusal } from './read-result';

export type Row = { label: string; amounts: number[] };
export type Table = { years: number[]; total: Row; parts: Row[]; end: number };

const YEAR = /(?:平成|令和)\s*(?:元|[0-9０-９]+)\s*年度/g;
const ROW = /^(\S+?)((?:\s+[△▲-]?[\d,]+)+)$/;

function readRow(text: string): Row | null {
  const match = ROW.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const parsed = match[2].trim().split(/\s+/).map(parseAmount);
  const amounts = parsed.flatMap((amount) => (amount.ok && amount.value !== null ? [amount.value] : []));
  return amounts.length === parsed.length ? { label: match[1], amounts } : null;
}

function readYears(text: string): number[] | null {
  const years = (text.match(YEAR) ?? []).flatMap((name) => parseFiscalYear(name) ?? []);
  const isUnbroken = years.every((year, column) => year === (years[0] ?? 0) + column);
  return years.length > 1 && isUnbroken ? years : null;
}

/**
 * The table of years: a total and the parts that make it up, each with a figure for each year. `end` is the index of
 * the first line behind it.
 */
export function readTable(lines: Line[]): Table | Refusal {
  const head = lines.findIndex((line) => (line.text.match(YEAR)?.length ?? 0) > 1);
  if (head < 0) return { code: 'no_table' };
  const years = readYears(lines[head]?.text ?? '');
  if (!years) return { code: 'torn_table', line: lines[head]?.number ?? 0 };
  const rows: Row[] = [];
  let end = head + 1;
  for (let row = readRow(lines[end]?.text ?? ''); row; row = readRow(lines[end]?.text ?? '')) {
    if (row.amounts.length !== years.length) return { code: 'torn_table', line: lines[end]?.number ?? 0 };
    rows.push(row);
    end += 1;
  }
  const [total, ...parts] = rows;
  if (!total || parts.length === 0) return { code: 'no_table' };
  const wrong = years.find(
    (_, column) => sumAmounts(parts.map(({ amounts }) => amounts[column] ?? 0)) !== total.amounts[column],
  );
  return wrong === undefined ? { years, total, parts, end } : { code: 'totals_differ', year: wrong };
}
