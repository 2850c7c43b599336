import type { Mark } from './entry-field-table';
import { ENTRY_STATUSES, type EntryStatus, UNDECIDED, WAITING } from './entry-workflow';

export const SORT_KEYS = [
  'number',
  'name',
  'department',
  'status',
  'amount',
  'lastYear',
  'difference',
  'updated',
] as const;

export type SortKey = (typeof SORT_KEYS)[number];

/** Statuses that are asked for together. */
const GROUPS = { waiting: WAITING, undecided: UNDECIDED };
type Group = keyof typeof GROUPS;
export type StatusFilter = EntryStatus | Group;

/** A group of one is that one. */
function filterOf(group: Group): StatusFilter {
  const [first, ...more] = GROUPS[group];
  return first && more.length === 0 ? first : group;
}

/** Where other screens lead to. */
export const LISTED = {
  waiting: filterOf('waiting'),
  undecided: filterOf('undecided'),
  approved: 'approved',
  withdrawn: 'withdrawn',
} as const satisfies Record<string, StatusFilter>;

export const STATUS_FILTERS = [...new Set([...ENTRY_STATUSES, LISTED.waiting, LISTED.undecided])];

export const statusesOf = (filter: StatusFilter): readonly EntryStatus[] =>
  filter === 'waiting' || filter === 'undecided' ? GROUPS[filter] : [filter];

export type Sort = { key: SortKey; descending: boolean };

/** What the address says; null: not filtered by it. */
export type EntryFilter = {
  q: string;
  department: string | null;
  status: StatusFilter | null;
  category: string | null;
  /** 区分. */
  mark: Mark | null;
  sort: Sort;
  /** The reader's own 課, where an address that says nothing means it. */
  own: string | null;
};

export const NO_FILTER: EntryFilter = {
  q: '',
  department: null,
  status: null,
  category: null,
  mark: null,
  sort: { key: 'number', descending: false },
  own: null,
};

/** In an address, where one that says nothing would mean the reader's own 課. */
export const ALL_DEPARTMENTS = 'all';

export const sortParameter = ({ key, descending }: Sort): string => `${descending ? '-' : ''}${key}`;
