import { describe, expect, it } from 'vitest';
import { categorySums } from './category-sums';
import { withTotal } from './category-totals';

const figures = (year: number, categoryId: string, annex: number | null, entrySum: number) =>
  withTotal({
    year,
    categoryId,
    name: categoryId,
    ceiling: null,
    recorded: null,
    annex,
    entrySum,
    blankEntries: 0,
  });

const years = [
  figures(2023, 'mayor', 10, 5),
  figures(2023, 'manager', null, 7),
  figures(2022, 'mayor', 8, 4),
  figures(2022, 'manager', 1, 1),
];

it('sums up the year, which a blank 別紙掲載分 keeps open', () => {
  const { sums, ...year } = categorySums(2023, years, null);
  expect(sums.map(({ id, order, total, lastTotal }) => [id, order, total, lastTotal])).toEqual([
    ['mayor', 1, 15, 12],
    ['manager', 2, null, 2],
  ]);
  expect(year).toMatchObject({ total: null, known: 22, lastTotal: 14, difference: null });
});

it('sums up one category under its number in the year', () => {
  expect(categorySums(2023, years, 'mayor')).toMatchObject({ total: 15, known: 15, lastTotal: 12, difference: 3 });
  expect(categorySums(2023, years, 'manager').sums).toMatchObject([{ id: 'manager', order: 2, isAnnexOwed: true }]);
});

it('tells last year’s total that is still blank from a category that last year didn’t have', () => {
  const next = [...years, figures(2024, 'mayor', 1, 1), figures(2024, 'manager', 1, 1), figures(2024, 'new', 1, 1)];
  expect(categorySums(2024, next, null)).toMatchObject({
    sums: [{ lastTotal: 15 }, { lastTotal: null, difference: null }, { lastTotal: 0, difference: 2 }],
    lastTotal: null,
  });
});

it('knows no total of a year that is not on record', () => {
  const none = { sums: [], total: undefined, known: 0, lastTotal: undefined, difference: null };
  expect(categorySums(2020, years, null)).toMatchObject(none);
});

it('says what 枠 leaves, and nothing together while one category has none', () => {
  const [mayor, manager] = years.filter(({ year }) => year === 2023);
  if (!mayor || !manager) throw new Error('no figures');
  const ceiling = 100;
  expect(categorySums(2023, [{ ...mayor, ceiling }, manager], null)).toMatchObject({ ceiling: null, remainder: null });
  const both = [
    { ...mayor, ceiling },
    { ...manager, ceiling, total: 7 },
  ];
  expect(categorySums(2023, both, null)).toMatchObject({
    sums: [{ remainder: 85 }, { remainder: 93 }],
    ceiling: 200,
    remainder: 178,
  });
});

it('says by how much a sum exceeds its 枠, and that a blank part can only add to it', () => {
  const [mayor, manager] = years.filter(({ year }) => year === 2023);
  if (!mayor || !manager) throw new Error('no figures');
  const over = { name: 'mayor', over: 5, isComplete: true };
  const blank = { name: 'manager', over: 2, isComplete: false };
  expect(
    categorySums(
      2023,
      [
        { ...mayor, ceiling: 10 },
        { ...manager, ceiling: 5 },
      ],
      null,
    ),
  ).toMatchObject({ sums: [{ over }, { over: blank }], over: { over: 7, isComplete: false } });
  expect(
    categorySums(
      2023,
      [
        { ...mayor, ceiling: 15 },
        { ...manager, ceiling: 7 },
      ],
      null,
    ),
  ).toMatchObject({ sums: [{ over: null }, { over: null }], over: null });
  expect(categorySums(2023, [{ ...mayor, ceiling: 10 }, manager], null)).toMatchObject({ over: null });
});

describe('a category that ended with last year', () => {
  const ended = { ...figures(2022, 'former', 6, 3), ceiling: 9 };
  const of = (only: string | null) => categorySums(2023, [...years, ended], only);

  it('keeps last year’s total, which is a part of the sum, and comes to 0', () => {
    expect(of(null).sums.at(-1)).toMatchObject({
      ...{ id: 'former', order: null, total: 0, lastTotal: 9, difference: -9, annex: 0, lastAnnex: 6, ceiling: null },
      ...{ isAnnexOwed: false, over: null },
    });
    expect(of(null)).toMatchObject({ known: 22, lastTotal: 23 });
    expect(of('former')).toMatchObject({ total: 0, lastTotal: 9, difference: -9 });
  });

  it('has no row once nothing of it is left, nor in a year that is not on record', () => {
    const gone = { ...ended, total: 0 };
    expect(categorySums(2023, [...years, gone], null).sums).toHaveLength(2);
    expect(categorySums(2024, years, null).sums).toEqual([]);
  });

  it('asks for no 枠', () => {
    const both = years.map((row) => (row.year === 2023 ? { ...row, ceiling: 100 } : row));
    expect(categorySums(2023, [...both, ended], null).ceiling).toBe(200);
  });
});
