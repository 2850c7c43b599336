import type { Mark } from './entry-field-table';
import type { StatusFilter } from './entry-workflow';

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
