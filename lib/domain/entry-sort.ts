import { type EntryListRow, isWithdrawn, type Sort, type SortKey } from './entry-list';
import { ENTRY_STATUSES } from './entry-workflow';

const japanese = new Intl.Collator('ja', { numeric: true });

type Value = number | string | null;

const VALUES: Record<Exclude<SortKey, 'number'>, (row: EntryListRow) => Value> = {
  name: ({ name }) => name,
  department: ({ departmentOrder }) => departmentOrder,
  status: ({ status, carried }) => (carried ? ENTRY_STATUSES.length : ENTRY_STATUSES.indexOf(status)),
  amount: ({ amount }) => amount,
  lastYear: ({ lastYearAmount }) => lastYearAmount,
  difference: ({ difference }) => difference,
  updated: ({ updatedAt }) => updatedAt.getTime(),
};

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'string' || typeof b === 'string' ? japanese.compare(`${a}`, `${b}`) : a - b;

const byNumber = (a: EntryListRow, b: EntryListRow): number =>
  Number(isWithdrawn(a)) - Number(isWithdrawn(b)) ||
  a.categoryOrder - b.categoryOrder ||
  Number(a.carried !== null) - Number(b.carried !== null) ||
  a.place - b.place;

/** Rows of equal rank stay in the order of the year. A blank amount comes last, whichever way round. */
export function sortEntries(rows: readonly EntryListRow[], { key, descending }: Sort): EntryListRow[] {
  const turn = descending ? -1 : 1;
  if (key === 'number') return rows.toSorted((a, b) => turn * byNumber(a, b));
  const value = VALUES[key];
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byNumber(a, b);
    return turn * compare(x, y) || byNumber(a, b);
  });
}
