import { expect, it } from 'vitest';
import {
  type CategoryYearFigures,
  change,
  overCeilings,
  overviewOf,
  totalsTable,
  trendSummaryOf,
  withoutAnnex,
  withTotal,
} from './category-totals';

const figures = (changes: Partial<CategoryYearFigures>) =>
  withTotal({
    year: 2022,
    categoryId: 'mayor',
    name: '区長自由経費',
    ceiling: null,
    recorded: null,
    annex: null,
    entrySum: 0,
    blankEntries: 0,
    ...changes,
  });

it.each([
  { name: 'recorded stands above all', changes: { recorded: 100, entrySum: 3, blankEntries: 2 }, total: 100 },
  { name: 'entries and 別紙掲載分', changes: { entrySum: 30, annex: 12 }, total: 42 },
  { name: 'a blank 別紙掲載分 is not 0', changes: { entrySum: 30 }, total: null },
  { name: 'a blank entry is not 0', changes: { entrySum: 30, annex: 12, blankEntries: 1 }, total: null },
])('totals a category: $name', ({ changes, total }) => {
  expect(figures(changes).total).toBe(total);
});

const mayor = (year: number, recorded: number | null) => figures({ year, recorded });
const manager = (year: number, recorded: number | null, name = '区ＣＭ自由経費') =>
  figures({ year, recorded, categoryId: 'manager', name });

it('lays six years beside each other and leaves older and newer ones out', () => {
  const table = totalsTable(
    2022,
    [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023].map((year) => mayor(year, year)),
  );
  expect(table.years).toEqual([2017, 2018, 2019, 2020, 2021, 2022]);
  expect(table.totals).toEqual([2017, 2018, 2019, 2020, 2021, 2022]);
});

it('tells a blank total from a category that a year does not have, which is 0 in it, and takes the newest name', () => {
  const table = totalsTable(2022, [
    mayor(2021, 10),
    mayor(2022, 20),
    manager(2022, null, '新しい名'),
    manager(2020, 5),
  ]);
  expect(table.years).toEqual([2020, 2021, 2022]);
  expect(table.rows).toEqual([
    { categoryId: 'mayor', name: '区長自由経費', totals: [0, 10, 20] },
    { categoryId: 'manager', name: '新しい名', totals: [5, 0, null] },
  ]);
  expect(table.totals).toEqual([5, 10, null]);
});

it('shows the year itself even when nothing is on record', () => {
  expect(totalsTable(2023, [])).toEqual({ years: [2023], rows: [], totals: [undefined] });
});

it.each([
  { now: 120, before: 100, expected: { difference: 20, ratio: 0.2 } },
  { now: 80, before: 100, expected: { difference: -20, ratio: -0.2 } },
  { now: 80, before: 0, expected: { difference: 80, ratio: null } },
  { now: null, before: 100, expected: null },
  { now: 1, before: undefined, expected: null },
])('changes from $before to $now', ({ now, before, expected }) => {
  expect(change(now, before)).toEqual(expected);
});

it('names the category that moved the total most in its direction', () => {
  const table = totalsTable(2022, [mayor(2021, 100), manager(2021, 50), mayor(2022, 300), manager(2022, 40)]);
  expect(trendSummaryOf(table)).toEqual({
    kind: 'changed',
    total: 340,
    change: { difference: 190, ratio: 190 / 150 },
    mainly: { name: '区長自由経費', difference: 200 },
  });
});

it.each([
  { name: 'a blank', rows: [mayor(2021, 1), mayor(2022, null)], expected: { kind: 'unknown' } },
  { name: 'no year before', rows: [mayor(2022, 7)], expected: { kind: 'only', total: 7 } },
  { name: 'the same', rows: [mayor(2021, 7), mayor(2022, 7)], expected: { kind: 'same', total: 7 } },
])('finds $name', ({ rows, expected }) => {
  expect(trendSummaryOf(totalsTable(2022, rows))).toEqual(expected);
});

it('holds the year against the one before, and adds up what is known', () => {
  const overview = overviewOf(2023, [
    figures({ year: 2023, entrySum: 30, blankEntries: 1 }),
    manager(2023, 5),
    mayor(2022, 100),
    manager(2022, 50),
    mayor(2021, 1),
  ]);
  expect(overview).toMatchObject({ total: null, totalBefore: 150, known: 35 });
  expect(withoutAnnex(overview).map(({ name }) => name)).toEqual(['区長自由経費']);
  expect(overviewOf(2024, [mayor(2022, 1)])).toEqual({
    now: [],
    before: [],
    total: undefined,
    totalBefore: undefined,
    known: 0,
  });
});

it('names the category that changed most, one that is new counting from 0', () => {
  const summary = trendSummaryOf(totalsTable(2022, [mayor(2021, 100), mayor(2022, 110), manager(2022, 5000)]));
  expect(summary).toMatchObject({ kind: 'changed', mainly: { name: '区ＣＭ自由経費', difference: 5000 } });
});

it('finds what is over its 枠', () => {
  const now = overCeilings([
    figures({ categoryId: 'a', ceiling: 100, recorded: 101 }),
    figures({ categoryId: 'b', ceiling: 100, entrySum: 60, annex: 40 }),
    figures({ categoryId: 'c', ceiling: 100, entrySum: 60, annex: 41 }),
    figures({ categoryId: 'd', entrySum: 1_000_000 }),
    figures({ categoryId: 'e', ceiling: 0, entrySum: 3, blankEntries: 1 }),
  ]);
  expect(now.map(({ categoryId, over, isComplete }) => [categoryId, over, isComplete])).toEqual([
    ['a', 1, true],
    ['c', 1, true],
    ['e', 3, false],
  ]);
});

it('keeps the row of a category that ended while one of the years has something of it', () => {
  const former = figures({ year: 2021, categoryId: 'former', name: '旧経費', recorded: 7 });
  const rowsOf = (...more: Parameters<typeof totalsTable>[1]) =>
    totalsTable(2022, [mayor(2022, 20), mayor(2021, 10), ...more]).rows.map(({ name, totals }) => [name, ...totals]);
  expect(rowsOf(former)).toEqual([
    ['区長自由経費', 10, 20],
    ['旧経費', 7, 0],
  ]);
  expect(rowsOf({ ...former, total: 0 })).toHaveLength(1);
  expect(rowsOf({ ...former, total: null })).toHaveLength(2);
});
