import { expect, it } from 'vitest';
import { type EditionKind, nextEditionKind } from './edition';

it.each<[isOpen: boolean, earlier: EditionKind[], next: EditionKind]>([
  [true, [], 'draft'],
  [true, ['draft', 'first'], 'draft'],
  [false, [], 'first'],
  [false, ['draft', 'draft'], 'first'],
  [false, ['draft', 'first'], 'corrected'],
  [false, ['first', 'corrected', 'draft'], 'corrected'],
])('open: %s, after %j: %s', (isOpen, earlier, next) => {
  expect(nextEditionKind(isOpen, earlier)).toBe(next);
});
