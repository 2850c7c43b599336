import * as z from 'zod/mini';
import type { FieldErrorCode } from '@/lib/domain/field-errors';
import { idInput, lineInput, optionalLineInput } from '@/lib/domain/inputs';
import { wordsOf } from './house-dictionary';

const fields = {
  wrong: lineInput(200),
  right: lineInput(60),
  except: optionalLineInput(400),
  good: lineInput(200),
  bad: lineInput(200),
  isUsed: z.boolean(),
};

/** A rule has to tell its own sentences apart. */
const tellsApart = z.check<z.output<z.ZodMiniObject<typeof fields>>>(({ value, issues }) => {
  const complain = (field: string, message: FieldErrorCode) =>
    issues.push({ code: 'custom', path: [field], message, input: value });
  if (value.good && wordsOf(value.good, value).length > 0) complain('good', 'good_is_flagged');
  if (value.bad && wordsOf(value.bad, value).length === 0) complain('bad', 'bad_is_not_flagged');
});

export const dictionaryRuleInput = z.object(fields).check(tellsApart);
export type DictionaryRuleFields = z.output<typeof dictionaryRuleInput>;
export type DictionaryRuleText = z.input<typeof dictionaryRuleInput>;

/** `ruleId` null: a new one. `version` 0: not stored yet, as those that come with the program. */
export const saveDictionaryRuleInput = z
  .object({ ruleId: z.nullable(idInput), version: z.int().check(z.nonnegative()), ...fields })
  .check(tellsApart);

export type DictionaryRow = DictionaryRuleFields & { id: string; version: number };
