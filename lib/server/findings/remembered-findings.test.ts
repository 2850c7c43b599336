import { expect, it } from 'vitest';
import { blankContent } from '@/lib/domain/entry/entry';
import { checkEntry } from '@/lib/domain/findings/check';
import { DEFAULT_DICTIONARY } from '@/lib/domain/findings/house-dictionary';
import { checkingWith } from './remembered-findings';

const entryOf = (summary: string) => ({
  ...blankContent,
  name: '見守り事業',
  summary,
  year: 2023,
  lastYearAmount: 1,
  isNew: false,
});

it('finds what the checks find, looks once at the same texts, and again where text or words changed', () => {
  const check = checkingWith(DEFAULT_DICTIONARY);
  const entry = entryOf('見守りをを行う。');
  const first = check(entry);
  expect(first).not.toEqual([]);
  expect(first).toEqual(checkEntry(entry, DEFAULT_DICTIONARY));
  expect(checkingWith([...DEFAULT_DICTIONARY])({ ...entry })).toBe(first);
  expect(check(entryOf('見守りを行う。'))).not.toEqual(first);
  expect(checkingWith([])(entry)).not.toBe(first);
});

it('lets go of what nobody has asked for in a long time', () => {
  const check = checkingWith([], 2);
  const first = check(entryOf('一番目。'));
  for (const number of ['二', '三']) check(entryOf(`${number}番目。`));
  expect(check(entryOf('一番目。'))).not.toBe(first);
});
