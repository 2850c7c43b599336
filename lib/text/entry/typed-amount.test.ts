import { expect, it } from 'vitest';
import { typedAmountText } from './typed-amount';

it.each([
  ['3,900', '3,900千円'],
  ['30万円', '300千円'],
  ['△1234', '△1,234千円'],
  ['0', '0千円'],
  ['', ''],
  ['約三千', '約三千'],
])('%s → %s', (typed, text) => {
  expect(typedAmountText(typed)).toBe(text);
});
