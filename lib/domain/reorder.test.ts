import { expect, it } from 'vitest';
import { moved, movedTo } from './reorder';

it.each([
  ['b', 'up', 'bac'],
  ['b', 'down', 'acb'],
  ['a', 'up', 'abc'],
  ['c', 'down', 'abc'],
  ['x', 'up', 'abc'],
] as const)('moves %s %s: %s', (id, direction, expected) => {
  expect(moved([...'abc'], id, direction).join('')).toBe(expected);
});

it.each([
  { from: 0, to: 2, expected: 'bcad' },
  { from: 3, to: 0, expected: 'dabc' },
  { from: 1, to: 1, expected: 'abcd' },
  { from: 1, to: 99, expected: 'acdb' },
  { from: 2, to: -5, expected: 'cabd' },
  { from: 9, to: 0, expected: 'abcd' },
])('moves place $from to place $to', ({ from, to, expected }) => {
  expect(movedTo([...'abcd'], from, to).join('')).toBe(expected);
});
