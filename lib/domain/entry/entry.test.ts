import { expect, it } from 'vitest';
import { fieldErrors } from '@/lib/domain/field-errors';
import { blankContent, missingForSubmit } from './entry';
import { blankFields } from './entry-difference';
import { addEntryInput, entryFieldsInput } from './entry-input';

const ID = '0191a208-832a-7685-8000-000000000001';
const TEXTS = { name: '事業', summary: '概要', innovation: '工夫点' };
const FULL = { ...blankContent, ...TEXTS, categoryId: ID, departmentId: ID, amount: 3898, isPriority: true };

it.each([
  { name: 'nothing', changes: {}, missing: [] },
  { name: 'an amount that is 0', changes: { amount: 0 }, missing: [] },
  { name: 'the amount', changes: { amount: null }, missing: ['amount'] },
  { name: 'a name that shows nothing', changes: { name: '\u3164' }, missing: ['name'] },
  { name: '概要', changes: { summary: '' }, missing: ['summary'] },
  { name: '工夫点', changes: { innovation: '' }, missing: ['innovation'] },
  {
    name: 'texts that show nothing',
    changes: { summary: '\u2800', innovation: '\u3000\u200b\n' },
    missing: ['summary', 'innovation'],
  },
  {
    name: 'all of a priority entry',
    changes: { amount: null, summary: '', innovation: '' },
    missing: ['amount', 'summary', 'innovation'],
  },
  {
    name: 'the amount alone of another one',
    changes: { isPriority: false, amount: null, summary: '', innovation: '' },
    missing: ['amount'],
  },
])('owes $missing: $name', ({ changes, missing }) => {
  expect(missingForSubmit({ ...FULL, ...changes })).toEqual(missing);
});

const TYPED = { ...blankFields, name: '事業', categoryId: ID, amount: '3,898' };
const errorsOf = (changes: object) => {
  const parsed = entryFieldsInput.safeParse({ ...TYPED, ...changes });
  return parsed.success ? {} : fieldErrors(parsed.error.issues);
};

it.each([
  { changes: {}, errors: {} },
  { changes: { name: 'あ'.repeat(120), summary: 'あ'.repeat(1000), innovation: 'あ'.repeat(1000) }, errors: {} },
  { changes: { budgetName: 'あ'.repeat(120) }, errors: {} },
  { changes: { budgetName: 'あ'.repeat(121) }, errors: { budgetName: 'too_long_120' } },
  { changes: { opinionsAndPledges: 'あ'.repeat(200) }, errors: {} },
  { changes: { opinionsAndPledges: 'あ'.repeat(201) }, errors: { opinionsAndPledges: 'too_long_200' } },
  { changes: { remarks: 'あ'.repeat(60) }, errors: {} },
  { changes: { remarks: 'あ'.repeat(61) }, errors: { remarks: 'too_long_60' } },
  { changes: { name: 'あ'.repeat(121) }, errors: { name: 'too_long_120' } },
  { changes: { summary: 'あ'.repeat(1001) }, errors: { summary: 'too_long_1000' } },
  { changes: { innovation: 'あ'.repeat(1001) }, errors: { innovation: 'too_long_1000' } },
  { changes: { name: '\u3164' }, errors: { name: 'required' } },
  { changes: { categoryId: '' }, errors: { categoryId: 'not_chosen' } },
  { changes: { categoryId: '1' }, errors: { categoryId: 'not_in_list' } },
  { changes: { amount: '-5' }, errors: { amount: 'negative_amount' } },
  { changes: { mark: 'ending' }, errors: {} },
  { changes: { mark: 'old' }, errors: { mark: 'not_in_list' } },
  { changes: { rank: '1000' }, errors: { rank: 'not_up_to_999' } },
  { changes: { lastYear: 'new' }, errors: {} },
  { changes: { lastYear: 'project', lastYearProjectId: ID }, errors: {} },
  { changes: { lastYear: 'project' }, errors: { lastYearProjectId: 'not_chosen' } },
  { changes: { lastYear: 'project', lastYearProjectId: '1' }, errors: { lastYearProjectId: 'not_in_list' } },
  { changes: { lastYear: 'amount', recordedLastYearAmount: '0' }, errors: {} },
  { changes: { lastYear: 'amount' }, errors: { recordedLastYearAmount: 'required' } },
  { changes: { lastYear: 'amount', recordedLastYearAmount: 'x' }, errors: { recordedLastYearAmount: 'not_an_amount' } },
])('complains beside the field: $errors', ({ changes, errors }) => {
  expect(errorsOf(changes)).toEqual(errors);
});

it("takes a new entry's id of version 7 alone: one made up would stand anywhere in the order", () => {
  const parse = (entryId: string) => addEntryInput.safeParse({ ...TYPED, year: 2023, entryId }).success;
  expect(parse(ID)).toBe(true);
  expect(parse('0191a208-832a-4685-8000-000000000001')).toBe(false);
});
