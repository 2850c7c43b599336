import * as z from 'zod/mini';
import { parseAmount } from './amount';
import type { EntryStatus } from './entry-workflow';

export const NAME_LIMIT = 120;
/** The limit of 概要 and of 工夫点, in characters as a person counts them. */
export const PROSE_LIMIT = 1000;

const FORBIDDEN_CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/;

const length = (text: string): number => [...text].length;

export const line = (limit: number) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const value = text.replace(/[\r\n\t]+/g, ' ').trim();
      const complain = (message: string) => context.issues.push({ code: 'custom', message, input: text });
      if (value === '') complain('required');
      if (length(value) > limit) complain('too_long');
      if (FORBIDDEN_CONTROLS.test(value)) complain('invalid');
      return value;
    }),
  );

export const prose = z.pipe(
  z.string(),
  z.transform((text: string, context) => {
    const value = text.replace(/\r\n?/g, '\n').trim();
    if (length(value) > PROSE_LIMIT) context.issues.push({ code: 'custom', message: 'too_long', input: text });
    if (FORBIDDEN_CONTROLS.test(value)) context.issues.push({ code: 'custom', message: 'invalid', input: text });
    return value;
  }),
);

/** Text as typed (`３，８９８`, `389万8千円`) → 千円, or null while blank. */
export const amountInput = z.pipe(
  z.string().check(z.maxLength(40, 'not_an_amount')),
  z.transform((text: string, context): number | null => {
    const parsed = parseAmount(text);
    if (!parsed.ok) {
      context.issues.push({ code: 'custom', message: parsed.code, input: text });
      return null;
    }
    if (parsed.value !== null && parsed.value < 0) {
      context.issues.push({ code: 'custom', message: 'negative_amount', input: text });
    }
    return parsed.value;
  }),
);

export const idInput = z.uuid('invalid');
export const versionInput = z.int().check(z.positive());
/** A choice from a list: an empty one is a field left out. */
const choice = z.pipe(z.string().check(z.minLength(1, 'required')), z.uuid('not_in_list'));

/** The fields that a drafter writes. The form and the action parse with this one schema. */
export const entryFields = {
  name: line(NAME_LIMIT),
  categoryId: choice,
  departmentId: choice,
  amount: amountInput,
  isPriority: z.boolean(),
  summary: prose,
  innovation: prose,
};

export const entryFieldsInput = z.object(entryFields);
export type EntryFieldsText = z.input<typeof entryFieldsInput>;
export type EntryFields = z.output<typeof entryFieldsInput>;

export const saveEntryInput = z.object({ entryId: idInput, version: versionInput, ...entryFields });
export const addEntryInput = z.object({ year: z.int(), ...entryFields });

/** What a drafter still owes before the entry can be submitted, field by field. */
export type Missing = 'amount' | 'summary' | 'innovation';

/** 工夫点 and 概要 are printed for priority entries only; the amount is owed by every entry. */
export function missingForSubmit(entry: {
  amount: number | null;
  isPriority: boolean;
  summary: string;
  innovation: string;
}): Missing[] {
  const missing: Missing[] = [];
  if (entry.amount === null) missing.push('amount');
  if (entry.isPriority && entry.summary === '') missing.push('summary');
  if (entry.isPriority && entry.innovation === '') missing.push('innovation');
  return missing;
}

/** The content of an entry at one version, as its revisions keep it. Amounts in 千円. */
export type EntrySnapshot = {
  name: string;
  categoryId: string;
  departmentId: string;
  amount: number | null;
  isPriority: boolean;
  summary: string;
  innovation: string;
  status: EntryStatus;
};
