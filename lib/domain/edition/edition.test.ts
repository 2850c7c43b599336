import { expect, it } from 'vitest';
import { type EditionKind, editionKey, editionOf, nextEditionKind, previousEdition } from './edition';

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

it('an address names an edition of its own year by the number, of any year by both', () => {
  expect(editionOf(undefined, 2022)).toBeUndefined();
  expect(editionOf('3', 2022)).toEqual({ year: 2022, number: 3 });
  expect(editionOf(editionKey({ year: 2021, number: 12 }), 2022)).toEqual({ year: 2021, number: 12 });
  for (const asked of ['', 'x', '2021-', '21-1', ['1', '2']])
    expect(Object.values(editionOf(asked, 2022) ?? {}), `${asked}`).toContain(0);
});

it.each<[next: EditionKind, earlier: EditionKind[], previous: number | undefined]>([
  ['draft', [], undefined],
  ['draft', ['draft', 'first', 'draft'], 3],
  ['first', ['draft', 'draft'], 2],
  ['corrected', ['draft', 'first', 'draft'], 2],
  ['corrected', ['first', 'corrected'], 2],
])('%s after %j is held against the one numbered %s', (next, earlier, previous) => {
  const editions = earlier.map((kind, index) => ({ kind, number: index + 1 }));
  expect(previousEdition(next, editions)?.number).toBe(previous);
});
