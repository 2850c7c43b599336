import * as z from 'zod/mini';
import { isBlank } from './blank';
import type { EntryStatus } from './entry-workflow';
import type { FieldErrorCode } from './field-errors';
import { amountInput, idInput, lineInput, proseInput, versionInput, yearInput } from './inputs';

const NAME_LIMIT = 120;
/** A choice from a list: an empty one is a field left out. */
export const requiredChoice = z.pipe(z.string().check(z.minLength(1, 'not_chosen')), z.uuid('not_in_list'));

export const nameInput = lineInput(NAME_LIMIT);

/** How an entry that was not copied from last year stands to it: a new project, one of last year's, an amount, or not known. */
export const LAST_YEARS = ['new', 'project', 'amount', ''] as const;
export type LastYear = (typeof LAST_YEARS)[number];

const lastYearFields = {
  lastYear: z.enum(LAST_YEARS),
  lastYearProjectId: z.union([z.literal(''), z.uuid('not_in_list')]),
  recordedLastYearAmount: amountInput,
};

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

/** What a command is told of last year; nothing said leaves it as it is. */
export type LastYearSaid = {
  lastYear?: LastYear | undefined;
  lastYearProjectId?: string | undefined;
  recordedLastYearAmount?: number | null | undefined;
};

/** A project or an amount that was announced has to be there. */
const saysAll = z.check<LastYearSaid>(({ value, issues }) => {
  const complain = (field: string, message: FieldErrorCode) =>
    issues.push({ code: 'custom', path: [field], message, input: value });
  if (value.lastYear === 'project' && !value.lastYearProjectId) complain('lastYearProjectId', 'not_chosen');
  if (value.lastYear === 'amount' && value.recordedLastYearAmount == null) {
    complain('recordedLastYearAmount', 'required');
  }
});

export const entryFieldsInput = z.object({ ...entryFields, ...lastYearFields }).check(saysAll);
export type EntryFieldsText = z.input<typeof entryFieldsInput>;
export type EntryFields = z.output<typeof entryFieldsInput>;

const storedFields = {
  ...entryFields,
  lastYear: z.optional(lastYearFields.lastYear),
  lastYearProjectId: z.optional(lastYearFields.lastYearProjectId),
  recordedLastYearAmount: z.optional(lastYearFields.recordedLastYearAmount),
};
export const saveEntryInput = z.object({ entryId: idInput, version: versionInput, ...storedFields }).check(saysAll);
/** The browser makes the id: an entry whose answer got lost on its way is known by it, and not added twice. */
export const addEntryInput = z
  .object({ year: yearInput, entryId: z.uuidv7('invalid'), ...storedFields })
  .check(saysAll);

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
  /** What somebody said of last year; null where last year's entry or the amount below speaks, or nobody did. */
  lastYear: 'new' | 'project' | null;
  /** The project of last year that it was said to go on with. */
  lastYearProjectId: string | null;
  /** Stands in where last year has no entry. */
  recordedLastYearAmount: number | null;
  status: EntryStatus;
};

export const lastYearOf = (entry: Pick<EntrySnapshot, 'lastYear' | 'recordedLastYearAmount'>): LastYear =>
  entry.lastYear ?? (entry.recordedLastYearAmount == null ? '' : 'amount');
