import { expect, it } from 'vitest';
import { changedSpan, isSameSet, laidOver, placeFromText } from './entry-order';

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
  expect(laidOver(items, [...mine]).map(({ id }) => id)).toEqual([...expected]);
});
