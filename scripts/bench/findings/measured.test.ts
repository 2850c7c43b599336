import { expect, test } from 'vitest';
import { foundShare, measureFindings } from './measured';

test.each([1, 2, 3])('of planted errors (seed %i) 95 of 100 are found', (seed) => {
  expect(foundShare(measureFindings(100, seed))).toBeGreaterThanOrEqual(0.95);
});

test('texts without an error are left alone, and so are right amounts', () => {
  const { ofTexts, ofAmounts } = measureFindings(50, 1).falseAlarms;
  expect(ofTexts).toHaveLength(2);
  expect(ofAmounts).toEqual([]);
});
