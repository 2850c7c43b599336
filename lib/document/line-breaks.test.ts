import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breakable } from './line-breaks';

it('leaves ordinary text as it is', () => {
  const seed = readFileSync('prisma/seed-data/fy2022-d1.txt', 'utf8');
  for (const text of [
    seed,
    'コミュニケーション',
    'https://example.jp/',
    '「（……）」ーー、。',
    'internationalization',
  ]) {
    expect(breakable(text)).toBe(text);
  }
});

it.each([
  ['…'.repeat(13), 12],
  ['0'.repeat(25), 24],
  [`前${'ー'.repeat(13)}後`, 12],
  ['0'.repeat(24), 0],
  ['…'.repeat(12), 0],
  ['ｱ'.repeat(1000), 999],
  ['ｶﾞ'.repeat(1000), 999],
  ['か\u309a'.repeat(1000), 0],
  ['ー\u309a'.repeat(1000), 999],
])('makes places in %s', (text, places) => {
  const broken = breakable(text);
  const pieces = typeof broken === 'string' ? [broken] : broken;
  expect(pieces).toHaveLength(places + 1);
  expect(pieces.flat().join('')).toBe(text);
});
