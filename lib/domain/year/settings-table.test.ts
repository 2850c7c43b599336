import { expect, it } from 'vitest';
import { withTotal } from './category-totals';
import { settingsColumn, settingsSum } from './settings-table';

const category = (of: object) =>
  settingsColumn(
    withTotal({
      ...{ year: 2023, categoryId: 'c', name: '区長自由経費', ceiling: 410_000, recorded: null, annex: 303_200 },
      ...{ entrySum: 101_016, blankEntries: 0 },
      ...of,
    }),
  );

it('adds a category up, and says what its ceiling leaves', () => {
  expect(category({})).toEqual({
    ...{ ceiling: 410_000, entries: 101_016, annex: 303_200, total: 404_216, remainder: 5_784, over: null },
  });
  expect(category({ annex: 310_000 })).toMatchObject({ remainder: -1_016, over: { over: 1_016, isComplete: true } });
});

it.each([
  ['an annex', { annex: null }, { annex: null, total: null, remainder: null }],
  ['an amount', { blankEntries: 1 }, { entries: null, total: null, remainder: null }],
  ['a ceiling', { ceiling: null }, { ceiling: null, total: 404_216, remainder: null, over: null }],
])('takes %s that is blank for no 0', (_, blank, expected) => {
  expect(category(blank)).toMatchObject(expected);
  expect(settingsSum([category({}), category(blank)])).toMatchObject(
    Object.fromEntries(Object.entries(expected).filter(([, value]) => value === null)),
  );
});

it('takes what entries leave of a recorded total for the annex', () => {
  expect(category({ recorded: 2_497_177, entrySum: 2_195_331, annex: null })).toMatchObject({
    ...{ entries: 2_195_331, annex: 301_846, total: 2_497_177 },
  });
});

it('adds categories up', () => {
  const other = category({ ceiling: 575_000, entrySum: 0, annex: 571_320 });
  expect(settingsSum([category({}), other])).toEqual({
    ...{ ceiling: 985_000, entries: 101_016, annex: 874_520, total: 975_536, remainder: 9_464, over: null },
  });
  expect(settingsSum([category({ ceiling: 400_000 }), other]).over).toEqual({ over: 536, isComplete: true });
  expect(settingsSum([])).toEqual({
    ...{ ceiling: null, entries: null, annex: null, total: null, remainder: null, over: null },
  });
});
