import { expect, it } from 'vitest';
import { lastYearRest } from './last-year-amounts';

const category = { id: 'c', name: '経費', entrySum: 10, total: 15 };

it.each([
  { amounts: [3, null], sum: 13, rest: 2 },
  { amounts: [5], sum: 15, rest: 0 },
  { amounts: [3, 4], sum: 17, rest: -2 },
  { amounts: [], sum: 10, rest: 5 },
])('leaves of last year’s total what stands in no entry: $amounts', ({ amounts, sum, rest }) => {
  expect(lastYearRest(category, amounts)).toEqual({ sum, rest });
});

it('leaves nothing that could be said of a total that is not known', () => {
  expect(lastYearRest({ ...category, total: null }, [3])).toEqual({ sum: 13, rest: null });
});
