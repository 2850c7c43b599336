import { describe, expect, it } from 'vitest';
import { type EntryFieldsText, lastYearOf } from './entry';
import { changedFields, conflictingFields, fieldsText } from './entry-difference';
import { TYPED_FIELDS, type TypedField } from './entry-fields';

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
/** Another content of each field. */
const MINE: EntryFieldsText = {
  name: '私の事業',
  budgetName: '予算書の事業',
  categoryId: 'manager',
  amount: '1',
  rank: '2',
  lastYear: 'project',
  lastYearProjectId: 'festival',
  recordedLastYearAmount: '',
  mark: 'new',
  isPriority: false,
  summary: '私の概要',
  innovation: '私の工夫点',
  opinionsAndPledges: '区民の意見',
  remarks: '国の補助',
};
const THEIRS = { ...MINE, name: '別の事業', amount: '2', summary: '別の概要', innovation: '別の工夫点' };
const only = (field: TypedField, from: typeof BASE) => ({ ...BASE, [field]: from[field] });

describe('changedFields', () => {
  it.each(TYPED_FIELDS)('finds %s', (field) => {
    expect(changedFields(BASE, only(field, MINE))).toEqual([field]);
  });

  it.each([
    { amount: '３，８９８' },
    { recordedLastYearAmount: '3592千円' },
    { amount: '389万8千円' },
    { summary: ' 概要\r\n' },
    { name: '事業　' },
  ])('sees no change of substance in %j', (changes) => {
    expect(changedFields(BASE, { ...BASE, ...changes })).toEqual([]);
  });

  it('takes text that shows nothing for none, and unreadable amounts for what they are', () => {
    const blank = { ...BASE, summary: '', amount: '' };
    expect(changedFields(blank, { ...blank, summary: '\u2800\u200b' })).toEqual([]);
    expect(changedFields(blank, { ...blank, amount: '0' })).toEqual(['amount']);
    expect(changedFields({ ...BASE, amount: 'x' }, { ...BASE, amount: 'y' })).toEqual(['amount']);
  });

  it('sees the line breaks of prose', () => {
    const lines = { ...BASE, summary: '一\r\n二\r三' };
    expect(changedFields(lines, { ...lines, summary: '一\n二\n三' })).toEqual([]);
    expect(changedFields(lines, { ...lines, summary: '一 二 三' })).toEqual(['summary']);
  });
});

describe('conflictingFields', () => {
  it.each(TYPED_FIELDS)('suggests the only change of %s', (field) => {
    expect(conflictingFields(BASE, only(field, MINE), BASE)).toEqual([{ field, suggestion: 'mine' }]);
    expect(conflictingFields(BASE, BASE, only(field, MINE))).toEqual([{ field, suggestion: 'latest' }]);
  });

  it.each(['name', 'amount', 'summary', 'innovation'] as const)('leaves %s to a person where both did', (field) => {
    const found = conflictingFields(BASE, only(field, MINE), only(field, THEIRS));
    expect(found).toEqual([{ field, suggestion: null }]);
  });

  it('finds nothing where both made the same change, or none', () => {
    expect(conflictingFields(BASE, MINE, { ...MINE, amount: '１千円' })).toEqual([]);
    expect(conflictingFields(BASE, BASE, BASE)).toEqual([]);
  });

  it('tells the fields apart, in the order of the screen', () => {
    const mine = { ...BASE, name: MINE.name, summary: MINE.summary };
    const latest = { ...BASE, summary: THEIRS.summary, amount: THEIRS.amount };
    expect(conflictingFields(BASE, mine, latest)).toEqual([
      { field: 'name', suggestion: 'mine' },
      { field: 'amount', suggestion: 'latest' },
      { field: 'summary', suggestion: null },
    ]);
  });
});

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
