import * as z from 'zod/mini';
import { isBlank } from './blank';
import type { EntryStatus } from './entry-workflow';
import { amountInput, idInput, lineInput, proseInput, versionInput, yearInput } from './inputs';

const NAME_LIMIT = 120;
/** A choice from a list: an empty one is a field left out. */
export const requiredChoice = z.pipe(z.string().check(z.minLength(1, 'not_chosen')), z.uuid('not_in_list'));

export const nameInput = lineInput(NAME_LIMIT);

/** The fields that a drafter writes. The form and the action parse with this one schema. */
const entryFields = {
  name: nameInput,
  categoryId: requiredChoice,
  departmentId: requiredChoice,
  amount: amountInput,
  isPriority: z.boolean(),
  summary: proseInput,
  innovation: proseInput,
};

export const entryFieldsInput = z.object(entryFields);
export type EntryFieldsText = z.input<typeof entryFieldsInput>;
export type EntryFields = z.output<typeof entryFieldsInput>;

export const saveEntryInput = z.object({ entryId: idInput, version: versionInput, ...entryFields });
/** The browser makes the id: an entry whose answer got lost on its way is known by it, and not added twice. */
export const addEntryInput = z.object({ year: yearInput, entryId: z.uuidv7('invalid'), ...entryFields });

/** What a drafter still owes before the entry can be submitted, field by field. */
export type Missing = 'name' | 'amount' | 'summary' | 'innovation';

/** 工夫点 and 概要 are printed for priority entries only; name and amount are owed by every entry. */
export function missingForSubmit(entry: {
  name: string;
  amount: number | null;
  isPriority: boolean;
  summary: string;
  innovation: string;
}): Missing[] {
  const missing: Missing[] = [];
  if (isBlank(entry.name)) missing.push('name');
  if (entry.amount === null) missing.push('amount');
  if (entry.isPriority && isBlank(entry.summary)) missing.push('summary');
  if (entry.isPriority && isBlank(entry.innovation)) missing.push('innovation');
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
