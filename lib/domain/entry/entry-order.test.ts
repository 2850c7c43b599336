import { expect, it } from 'vitest';
import {
  arranged,
  arrangedLike,
  arrangementOf,
  changedSpan,
  idsOf,
  isSameSet,
  mergedOrder,
  movedWithin,
  type OrderedCategory,
  placeFromText,
  placeOf,
} from './entry-order';

/** `A:ab B:c`: categories and their entries. */
const categoriesOf = (text: string): OrderedCategory[] =>
  text.split(' ').map((part) => {
    const [id = '', ids = ''] = part.split(':');
    const entries = [...ids].map((entry) => ({ id: entry, name: entry, departmentName: '課', isPriority: false }));
    return { id, name: id, entries };
  });
const textOf = (categories: readonly OrderedCategory[]): string =>
  categories.map((category) => `${category.id}:${idsOf([category]).join('')}`).join(' ');

it.each([
  { a: 'abc', b: 'cab', expected: true },
  { a: 'abc', b: 'ab', expected: false },
  { a: 'abc', b: 'abd', expected: false },
  { a: 'aab', b: 'abb', expected: false },
  { a: 'aa', b: 'aa', expected: false },
])('compares the sets $a and $b', ({ a, b, expected }) => {
  expect(isSameSet([...a], [...b])).toBe(expected);
});

it.each([
  { after: 'abcde', expected: null },
  { after: 'abdce', expected: { from: 2, to: 3 } },
  { after: 'ebcda', expected: { from: 0, to: 4 } },
])('finds the changed part of $after', ({ after, expected }) => {
  expect(changedSpan([...'abcde'], [...after])).toEqual(expected);
});

it.each([
  ['2', 2],
  [' １２ ', 12],
  ['012', 12],
  ['0', null],
  ['13', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
  ['二', null],
])('reads the place %s of twelve', (text, place) => {
  expect(placeFromText(text, 12)).toBe(place);
});

it.each([
  ['cab', 'abc', 'cab'],
  ['cab', 'ac', 'ca'],
  ['cab', 'abxc', 'cabx'],
  ['cab', 'xabc', 'xcab'],
  ['cab', 'axyc', 'caxy'],
  ['', 'ab', 'ab'],
])('lays %s over %s: %s', (mine, latest, expected) => {
  const items = [...latest].map((id) => ({ id }));
  expect(arrangedLike(items, [...mine]).map(({ id }) => id)).toEqual([...expected]);
});

it.each([
  ['A:abc B:de', 'a', { place: 1, count: 3 }],
  ['A:abc B:de', 'c', { place: 3, count: 3 }],
  ['A:abc B:de', 'd', { place: 1, count: 2 }],
  ['A: B:e', 'e', { place: 1, count: 1 }],
  ['A:abc B:de', 'x', { place: 0, count: 0 }],
])('in %s finds %s at its place of the category', (categories, id, expected) => {
  expect(placeOf(categoriesOf(categories), id)).toEqual(expected);
});

it.each([
  ['A:abc B:de', 'a', 2, 'A:bac B:de'],
  ['A:abc B:de', 'a', 4, 'A:bca B:de'],
  ['A:abc B:de', 'd', 0, 'A:abc B:de'],
  ['A:abc B:de', 'd', 1, 'A:abc B:de'],
  ['A:abc B:de', 'e', 1, 'A:abc B:ed'],
  ['A:abc B:de', 'e', 99, 'A:abc B:de'],
  ['A:abc B:de', 'x', 1, 'A:abc B:de'],
])('in %s moves %s to place %s, and never out of its category: %s', (categories, id, place, expected) => {
  expect(textOf(movedWithin(categoriesOf(categories), id, place))).toBe(expected);
});

it.each([
  ['A:ba B:dc', 'A:ab B:cd', 'A:ba B:dc'],
  // Another person moved b into B, where it follows d.
  ['A:ba B:dc', 'A:a B:cdb', 'A:a B:dbc'],
  ['A:ba B:dc', 'B:cd A:ab', 'B:dc A:ba'],
  ['A:ba B:dc', 'A:abx C:c', 'A:bxa C:c'],
])('lays %s over %s by category: %s', (mine, latest, expected) => {
  const [theirs, own] = [latest, mine].map((text) => arrangementOf(categoriesOf(text)));
  const laid = Object.entries(theirs ?? {}).map(([id, ids]) => [id, mergedOrder(own?.[id] ?? [], ids)]);
  expect(textOf(arranged(categoriesOf(latest), Object.fromEntries(laid)))).toBe(expected);
});
