import { expect, it } from 'vitest';
import type { Failure } from '@/lib/domain/result';
import { errorText } from '@/lib/text/errors';
import { whyNot } from './marked';

it.each<[Omit<Failure, 'ok'>, string]>([
  [{ code: 'conflict' }, errorText.conflict],
  [{ code: 'invalid_input', fields: { departmentId: 'not_in_list' } }, '変更後の課を選び直してください。'],
  [
    { code: 'invalid_input', fields: { amount: 'required', summary: 'required' } },
    '予算額を入力してください。概要を入力してください。',
  ],
  [{ code: 'invalid_input', fields: { entries: 'invalid' } }, errorText.invalid_input],
])('says of %o what can be mended', (failure, words) => {
  expect(whyNot(failure)).toBe(words);
});
