import { parseAmount } from '@/lib/domain/amount';
import { parseFiscalYear } from '@/lib/domain/fiscal-year';
import type { Line, Refusal } from './read-result';

type Row = { label: string; amounts: number[] };
type Table = { years: number[]; rows: Row[]; end: number };

const YEAR = /(?:平成|令和)\s*(?:元|[0-9０-９]+)\s*年度/g;
const ROW = /^(\S+?)((?:\s+[△▲-]?[\d,]+)+)$/;

function readRow(text: string): Row | null {
  const match = ROW.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const parsed = match[2].trim().split(/\s+/).map(parseAmount);
  const amounts = parsed.flatMap((amount) => (amount.ok && amount.value !== null ? [amount.value] : []));
  return amounts.length === parsed.length ? { label: match[1], amounts } : null;
}

/** The table of years; `end` is the index of the first line behind it. Each row must have a figure for each year. */
export function readTable(lines: Line[]): Table | Refusal {
  const head = lines.findIndex((line) => (line.text.match(YEAR)?.length ?? 0) > 1);
  if (head < 0) return { code: 'no_table' };
  const years = (lines[head]?.text.match(YEAR) ?? []).flatMap((name) => parseFiscalYear(name) ?? []);
  const rows: Row[] = [];
  let end = head + 1;
  for (let row = readRow(lines[end]?.text ?? ''); row; row = readRow(lines[end]?.text ?? '')) {
    if (row.amounts.length !== years.length) return { code: 'torn_table', line: lines[end]?.number ?? 0 };
    rows.push(row);
    end += 1;
  }
  return rows.length === 0 ? { code: 'no_table' } : { years, rows, end };
}
