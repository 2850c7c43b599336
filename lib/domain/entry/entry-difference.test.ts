import { expect, it } from 'vitest';
import { lastYearOf } from './entry';
import { fieldsText } from './entry-difference';
import type { EntryFieldsText } from './entry-input';

const BASE: EntryFieldsText = {
  name: '事業',
  budgetName: '',
  categoryId: 'mayor',
  amount: '3,898',
  rank: '',
  lastYear: 'amount',
  lastYearProjectId: '',
  recordedLastYearAmount: '3,592',
  mark: '',
  isPriority: true,
  summary: '概要',
  innovation: '工夫点',
  opinionsAndPledges: '',
  remarks: '',
};
it('shows a stored amount as a field does, a blank one empty', () => {
  const stored = {
    ...BASE,
    departmentId: 'welfare',
    lastYear: null,
    lastYearProjectId: null,
    recordedLastYearAmount: 3592,
    mark: null,
    rank: null,
  };
  expect(fieldsText({ ...stored, amount: 3898 })).toEqual(BASE);
  expect(fieldsText({ ...stored, amount: null }).amount).toBe('');
  expect(fieldsText({ ...stored, amount: 0 }).amount).toBe('0');
});

it.each([
  [{ lastYear: 'new', recordedLastYearAmount: null }, 'new'],
  [{ lastYear: 'project', recordedLastYearAmount: null }, 'project'],
  [{ lastYear: null, recordedLastYearAmount: 0 }, 'amount'],
  [{ lastYear: null, recordedLastYearAmount: null }, ''],
] as const)('%j stands to last year as "%s"', (entry, kind) => {
  expect(lastYearOf(entry)).toBe(kind);
});
