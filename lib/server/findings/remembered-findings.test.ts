import { expect, it } from 'vitest';
import { blankContent } from '@/lib/domain/entry/entry';
import { checkEntry } from '@/lib/domain/findings/check';
import { DEFAULT_DICTIONARY } from '@/lib/domain/findings/house-dictionary';
import { checkingWith } from './remembered-findings';

const entry = {
  ...blankContent,
  id: 'a',
  steps: 1,
  updatedAt: new Date(0),
  name: '見守り事業',
  summary: '見守りをを行う。',
  year: 2023,
  lastYearAmount: 1,
  isNew: false,
};

it('finds what the checks find, looks once at the same entry, and again where it, last year or words changed', () => {
  const check = checkingWith(DEFAULT_DICTIONARY);
  const first = check(entry);
  expect(first).not.toEqual([]);
  expect(first).toEqual(checkEntry(entry, DEFAULT_DICTIONARY));
  expect(checkingWith([...DEFAULT_DICTIONARY])({ ...entry })).toBe(first);
  expect(check({ ...entry, steps: 2, summary: '見守りを行う。' })).not.toEqual(first);
  for (const other of [{ id: 'b' }, { updatedAt: new Date(1) }, { lastYearAmount: 2 }, { isNew: true }])
    expect(check({ ...entry, ...other })).not.toBe(first);
  expect(checkingWith([])(entry)).not.toBe(first);
});
