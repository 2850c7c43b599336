import { expect, it } from 'vitest';
import { isReadEnough, type Mark, type MarkedPlace, markRefusal, readersOf } from './mark';

const mark = (accountId: string, change: Partial<Mark> = {}): Mark => ({
  accountId,
  name: `利用者${accountId}`,
  at: '2026-11-26T05:00:00.000Z',
  note: null,
  seen: 'now',
  isLeft: false,
  ...change,
});
const place = (marks: Mark[], typists: string[] = []): MarkedPlace => ({ seen: 'now', typists, marks });

it.each<[what: string, place: MarkedPlace, needed: number, isEnough: boolean]>([
  ['nobody where nobody is needed', place([]), 0, true],
  ['nobody', place([]), 1, false],
  ['one', place([mark('a')]), 1, true],
  ['one of two', place([mark('a')]), 2, false],
  ['two', place([mark('a'), mark('b')]), 2, true],
  ['one before its source changed', place([mark('a', { seen: 'before' })]), 1, false],
  ['who typed it by now', place([mark('a')], ['a']), 1, false],
  ['another one beside who typed it', place([mark('a'), mark('b')], ['a']), 1, true],
  ['one, and another one found a difference', place([mark('a'), mark('b', { note: '違う' })]), 1, false],
  ['a difference where nobody is needed', place([mark('b', { note: '違う' })]), 0, false],
  ['one, after the difference was mended', place([mark('a'), mark('b', { note: '違う', seen: 'before' })]), 1, true],
])('read by %s', (_, given, needed, isEnough) => {
  expect(isReadEnough(given, needed)).toBe(isEnough);
});

it('is marked by who saw what stands there, and who didn’t type it', () => {
  expect(markRefusal(place([]), 'now', 'a')).toBeNull();
  expect(markRefusal(place([]), 'before', 'a')).toBe('conflict');
  expect(markRefusal(undefined, 'now', 'a')).toBe('conflict');
  expect(markRefusal(place([], ['a']), 'now', 'a')).toBe('own_text');
});

it('sums up who read how much, and until when', () => {
  const late = '2026-11-26T06:00:00.000Z';
  const summary = readersOf([
    place([mark('a'), mark('b')]),
    place([mark('a', { at: late }), mark('c', { note: '違う' })]),
    place([mark('b')], ['b']),
  ]);
  expect(summary).toEqual([
    { account: 'a', name: '利用者a', marked: 2, lastAt: late },
    { account: 'b', name: '利用者b', marked: 1, lastAt: '2026-11-26T05:00:00.000Z' },
  ]);
});
