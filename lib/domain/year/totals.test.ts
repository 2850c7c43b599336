import { describe, expect, it } from 'vitest';
import { categoryTotal, difference, sumKnown, sumOrNull } from './totals';

describe('categoryTotal', () => {
  it.each([
    { recorded: 2_497_177, entries: [1, null], annex: null, total: 2_497_177 },
    { recorded: 0, entries: [5], annex: 5, total: 0 },
    { recorded: null, entries: [2_178_837, 16_494], annex: 301_846, total: 2_497_177 },
    { recorded: null, entries: [3, null], annex: 4, total: null },
    { recorded: null, entries: [3], annex: null, total: null },
    { recorded: null, entries: [], annex: 7, total: 7 },
    { recorded: null, entries: [], annex: null, total: null },
  ])('$recorded, $entries and $annex make $total', ({ total, ...parts }) => {
    expect(categoryTotal(parts)).toBe(total);
  });
});

it('adds up only what is complete', () => {
  expect(sumOrNull([2, 3])).toBe(5);
  expect(sumOrNull([2, null])).toBeNull();
  expect(sumKnown([2, null])).toEqual({ sum: 2, isComplete: false });
  expect(sumKnown([0, 2])).toEqual({ sum: 2, isComplete: true });
});

it('takes a blank year for unknown, never for 0', () => {
  expect(difference(3898, 3592)).toBe(306);
  expect(difference(1632, 1648)).toBe(-16);
  expect(difference(null, 1648)).toBeNull();
  expect(difference(1632, null)).toBeNull();
});

it('refuses sums that a number cannot hold', () => {
  expect(() => categoryTotal({ recorded: null, entries: [Number.MAX_SAFE_INTEGER], annex: 1 })).toThrow(RangeError);
  expect(() => difference(-Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError);
});
