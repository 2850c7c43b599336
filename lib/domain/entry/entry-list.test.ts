import { describe, expect, it } from 'vitest';
import { entryListHref } from '@/lib/list-routes';
import { NO_FILTER } from './entry-filter';
import { type EntryListRow, entryFilterOf, isFiltered, listTotals, nextSort, sortEntries } from './entry-list';

const ID = '01a208ba-832a-7685-8000-000000000001';

describe('the address', () => {
  it.each([
    { query: {}, expected: NO_FILTER },
    { query: { q: ' 防災　学校 ', department: ID }, expected: { ...NO_FILTER, q: '防災　学校', department: ID } },
    { query: { status: 'undecided', category: ID }, expected: { ...NO_FILTER, status: 'undecided', category: ID } },
    { query: { sort: '-amount' }, expected: { ...NO_FILTER, sort: { key: 'amount', descending: true } } },
    { query: { status: ['draft', 'approved'] }, expected: { ...NO_FILTER, status: 'draft' } },
    { query: { mark: 'new' }, expected: { ...NO_FILTER, mark: 'new' } },
    { query: { status: 'nothing', mark: 'old', department: `${ID}'`, category: '1', sort: 'x' }, expected: NO_FILTER },
  ])('reads $query', ({ query, expected }) => {
    expect(entryFilterOf(query)).toEqual(expected);
  });

  it('carries what it was made of', () => {
    const filter = {
      q: '％_&=',
      department: ID,
      status: 'draft',
      category: ID,
      mark: 'ending',
      sort: { key: 'name', descending: true },
      own: null,
    };
    const href = entryListHref(2023, filter as typeof NO_FILTER);
    expect(entryFilterOf(Object.fromEntries(new URL(href, 'http://localhost').searchParams))).toEqual(filter);
  });

  it('means the own 課 of who works for one while it says nothing, and all others in one choice', () => {
    const own = entryFilterOf({}, ID);
    expect(own).toEqual({ ...NO_FILTER, department: ID, own: ID });
    expect(entryFilterOf({ status: 'draft' }, ID).department).toBeNull();
    const all = entryListHref(2023, { ...own, department: null });
    expect(all).toBe('/years/2023/entries?department=all');
    const query = Object.fromEntries(new URL(all, 'http://localhost').searchParams);
    expect(entryFilterOf(query, ID)).toEqual({ ...NO_FILTER, own: ID });
    expect(entryFilterOf(query).department).toBeNull();
  });

  it('is bare without a filter', () => {
    expect(entryListHref(2023)).toBe('/years/2023/entries');
  });

  it.each([
    { filter: NO_FILTER, expected: false },
    { filter: { ...NO_FILTER, sort: { key: 'name' as const, descending: true } }, expected: false },
    { filter: { ...NO_FILTER, q: '防' }, expected: true },
    { filter: { ...NO_FILTER, mark: 'new' as const }, expected: true },
    { filter: { ...NO_FILTER, status: 'withdrawn' as const }, expected: true },
  ])('filters: $expected', ({ filter, expected }) => {
    expect(isFiltered(filter)).toBe(expected);
  });
});

it.each([
  { current: 'number', key: 'name', expected: false },
  { current: 'number', key: 'amount', expected: true },
  { current: 'amount', key: 'amount', expected: true },
  { current: 'number', key: 'number', expected: true },
] as const)('sorts by $key after $current', ({ current, key, expected }) => {
  expect(nextSort({ key: current, descending: false }, key)).toEqual({ key, descending: expected });
});

const row = (changes: Partial<EntryListRow>): EntryListRow => ({
  steps: 1,
  year: 2023,
  categoryId: 'mayor',
  carried: null,
  lastYearMark: null,
  id: 'x',
  number: '1-1',
  categoryOrder: 1,
  place: 1,
  name: '事業',
  departmentName: '総務課',
  departmentOrder: 1,
  status: 'draft',
  isUndecidable: false,
  mark: null,
  isPriority: false,
  amount: 0,
  lastYearAmount: 0,
  difference: 0,
  updatedAt: new Date(0),
  updatedBy: '',
  ...changes,
});

const rows = [
  row({ id: 'a', place: 2, name: '港区10', amount: null, status: 'approved', departmentOrder: 3 }),
  row({ id: 'b', place: 1, name: '港区9', amount: 5, departmentOrder: 2, updatedAt: new Date(9) }),
  row({ id: 'c', categoryOrder: 2, name: '防災', amount: 10, status: 'in_review' }),
  row({ id: 'd', name: '取り下げ', amount: 7, status: 'withdrawn', number: null }),
];

it.each([
  { key: 'number', descending: false, expected: 'bacd' },
  { key: 'number', descending: true, expected: 'dcab' },
  { key: 'amount', descending: false, expected: 'bdca' },
  { key: 'amount', descending: true, expected: 'cdba' },
  { key: 'department', descending: false, expected: 'cdba' },
  { key: 'status', descending: false, expected: 'bcad' },
  { key: 'updated', descending: true, expected: 'bacd' },
] as const)('sorts by $key, descending: $descending', ({ key, descending, expected }) => {
  expect(
    sortEntries(rows, { key, descending })
      .map(({ id }) => id)
      .join(''),
  ).toBe(expected);
});

it('reads figures in names as numbers', () => {
  const names = sortEntries(rows, { key: 'name', descending: false }).map(({ name }) => name);
  expect(names.indexOf('港区9')).toBeLessThan(names.indexOf('港区10'));
});

it('adds up what is shown, without what is withdrawn', () => {
  expect(listTotals(rows)).toEqual({ total: null, known: 15, lastTotal: 0, difference: null });
  expect(listTotals(rows.slice(1))).toEqual({ total: 15, known: 15, lastTotal: 0, difference: 15 });
});
