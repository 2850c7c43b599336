import { expect, it } from 'vitest';
import { rowWindow } from './row-window';

it.each([
  [107, 50, 0, 107],
  [150, 149, 0, 150],
  [4000, 0, 0, 100],
  [4000, 99, 0, 150],
  [4000, 100, 50, 200],
  [4000, 3999, 3900, 4000],
  [4000, -1, 0, 100],
])('of %i rows with the one at %i open, those from %i to %i are drawn', (count, at, from, to) => {
  expect(rowWindow(count, at)).toEqual({ from, to });
});
