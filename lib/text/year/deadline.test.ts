import { expect, it } from 'vitest';
import { deadlineText } from './deadline';

it.each([
  ['2026-11-25T01:00Z', '提出期限 11月28日（あと3日）'],
  ['2026-11-27T15:30Z', '提出期限 11月28日（今日まで）'],
  ['2026-11-29T16:00Z', '提出期限 11月28日（期限を2日過ぎています）'],
])('at %s says %s', (now, text) => {
  expect(deadlineText('2026-11-28', new Date(now))).toBe(text);
});
