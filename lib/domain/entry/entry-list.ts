import { searchable } from '@/lib/domain/clean-text';
import { isId } from '@/lib/domain/inputs';
import { difference, sumKnown, sumOrNull } from '@/lib/domain/year/totals';
import { MARKS, type Mark } from './entry-field-table';
import { type EntryFilter, NO_FILTER, SORT_KEYS, type Sort, type SortKey, STATUS_FILTERS } from './entry-filter';
import { ENTRY_STATUSES, type EntryStatus, WITHDRAWN } from './entry-workflow';

/**
 * Why a row stands for last year's money alone, in the category where it was: the entry is in another category now, was
 * withdrawn, or there is none.
 */
export type CarriedReason = 'moved' | 'dropped' | 'unmatched';

/** One line of the list. Amounts in 千円. */
export type EntryListRow = {
  id: string;
  /** 0: it was carried over. */
  steps: number;
  /** Of the entry that it leads to: last year's where this year has none. */
  year: number;
  categoryId: string;
  /** null: an entry of the year. */
  carried: CarriedReason | null;
  /** Category and place in it: 1-2; null for a withdrawn entry and for what was carried over. */
  number: string | null;
  categoryOrder: number;
  place: number;
  name: string;
  departmentName: string;
  departmentOrder: number;
  status: EntryStatus;
  /** 区分; null: none was chosen, or the row was carried over. */
  mark: Mark | null;
  isPriority: boolean;
  /** It waits for a decision that nobody can take. */
  isUndecidable: boolean;
  amount: number | null;
  lastYearAmount: number | null;
  /** Why it is 0: the project is new, or a carried row of another category has its amount. */
  lastYearMark: 'new' | 'moved' | null;
  difference: number | null;
  updatedAt: Date;
  /** null: it was imported. */
  updatedBy: string | null;
};

const QUERY_LIMIT = 200;

type Query = Record<string, string | string[] | undefined>;

const PARAMETERS = ['q', 'department', 'status', 'category', 'mark', 'sort'];

/**
 * What can't be read is as good as not there: an address typed by hand shows the whole list. One that says nothing shows the reader's
 * `own` 課, of those who work for one.
 */
export function entryFilterOf(query: Query, own: string | null = null): EntryFilter {
  const text = (key: string): string => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const id = (key: string) => (isId(text(key)) ? text(key) : null);
  const sort = text('sort');
  const key = SORT_KEYS.find((known) => known === sort.replace(/^-/, ''));
  return {
    q: searchable(text('q')).slice(0, QUERY_LIMIT),
    department: PARAMETERS.some((name) => query[name] !== undefined) ? id('department') : own,
    status: STATUS_FILTERS.find((known) => known === text('status')) ?? null,
    category: id('category'),
    mark: MARKS.find((known) => known === text('mark')) ?? null,
    sort: key ? { key, descending: sort.startsWith('-') } : NO_FILTER.sort,
    own,
  };
}

/** Whether the list is the whole of a category, or of the year: then its 別紙掲載分 belongs to its total. */
export const isWhole = (filter: EntryFilter): boolean => !isFiltered({ ...filter, category: null });

/** Whether rows are left out beyond what the list itself leaves out. The order is no filter. */
export const isFiltered = ({ q, department, status, category, mark }: EntryFilter): boolean =>
  q !== '' || [department, status, category, mark].some((given) => given !== null);

/** Figures and times begin with the largest; pressed again, a heading turns its order round. */
export function nextSort(current: Sort, key: SortKey): Sort {
  if (current.key === key) return { key, descending: !current.descending };
  return { key, descending: key === 'amount' || key === 'lastYear' || key === 'difference' || key === 'updated' };
}

/** What listed entries come to. `known` is what has been entered so far; undefined: nothing is on record. */
export type ListTotals = {
  total: number | null | undefined;
  known: number;
  lastTotal: number | null | undefined;
  difference: number | null;
};

/** What was withdrawn counts nowhere; what it was last year still does. */
export const isWithdrawn = ({ status, carried }: Pick<EntryListRow, 'status' | 'carried'>): boolean =>
  WITHDRAWN.includes(status) && carried === null;

/** The sums of the rows that are shown; withdrawn entries count nowhere. */
export function listTotals(rows: readonly EntryListRow[]): ListTotals {
  const counted = rows.filter((row) => !isWithdrawn(row));
  const amounts = counted.map(({ amount }) => amount);
  const total = sumOrNull(amounts);
  const lastTotal = sumOrNull(counted.map(({ lastYearAmount }) => lastYearAmount));
  return { total, known: sumKnown(amounts).sum, lastTotal, difference: difference(total, lastTotal) };
}

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
