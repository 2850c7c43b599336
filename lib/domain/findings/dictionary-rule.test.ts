import { expect, test } from 'vitest';
import { fieldErrors } from '@/lib/domain/field-errors';
import { dictionaryRuleInput } from './dictionary-rule';
import { DEFAULT_DICTIONARY } from './house-dictionary';

const rule = {
  wrong: '子供、子ども達',
  right: '子ども',
  except: '子供の日',
  good: '子どもと子供の日。',
  bad: '子供を守る。',
};
const errorsOf = (changes: object) => {
  const parsed = dictionaryRuleInput.safeParse({ ...rule, isUsed: true, ...changes });
  return parsed.success ? {} : fieldErrors(parsed.error.issues);
};

test.each([
  [{}, {}],
  [{ good: '子供を守る。' }, { good: 'good_is_flagged' }],
  [{ bad: '子どもを守る。' }, { bad: 'bad_is_not_flagged' }],
  [{ except: '' }, { good: 'good_is_flagged' }],
  [{ wrong: '' }, { wrong: 'required' }],
  [
    { good: '', bad: '' },
    { good: 'required', bad: 'required' },
  ],
])('%o: %o', (changes, errors) => {
  expect(errorsOf(changes)).toEqual(errors);
});

test.each(DEFAULT_DICTIONARY)('the program’s own rule for $right could be stored', (own) => {
  expect(dictionaryRuleInput.safeParse({ ...own, isUsed: true }).success).toBe(true);
});
