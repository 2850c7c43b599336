import { expect, it } from 'vitest';
import { moved } from './moving';

it.each([
  ['b', 'up', 'bac'],
  ['b', 'down', 'acb'],
  ['a', 'up', 'abc'],
  ['c', 'down', 'abc'],
  ['x', 'up', 'abc'],
] as const)('moves %s %s: %s', (id, direction, expected) => {
  expect(moved([...'abc'], id, direction).join('')).toBe(expected);
});
