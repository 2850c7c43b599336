import * as z from 'zod/mini';
import { isBlank } from '@/lib/domain/blank';
import type { FieldErrorCode } from '@/lib/domain/field-errors';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import { idInput, versionInput, yearInput } from '@/lib/domain/inputs';
import type { LastYear } from './entry-field-table';
import {
  byField,
  type EntryContent,
  type EntryField,
  FIELDS,
  type FieldWhere,
  factsOf,
  fieldsWhere,
  hasKind,
  inputsOf,
  type OptionField,
  TYPED_FIELDS,
  type TypedField,
} from './entry-fields';
import type { EntryStatus } from './entry-workflow';

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

/** The fields that a drafter writes. The form and the action parse with this one schema. */
const typed = inputsOf(TYPED_FIELDS);
export const entryFieldsInput = z.object(typed).check(saysAll);
export type EntryFieldsText = z.input<typeof entryFieldsInput>;
export type EntryFields = z.output<typeof entryFieldsInput>;

const storedFields = {
  ...typed,
  lastYear: z.optional(typed.lastYear),
  lastYearProjectId: z.optional(typed.lastYearProjectId),
  recordedLastYearAmount: z.optional(typed.recordedLastYearAmount),
};
type Said = { [Field in TypedField]: z.ZodMiniExactOptional<(typeof typed)[Field]> };
const said = byField(TYPED_FIELDS, (field) => z.exactOptional(typed[field])) as Said;
/** A field that isn't said stays as it is stored. */
export const saveEntryInput = z.object({ entryId: idInput, version: versionInput, ...said }).check(saysAll);
/** The browser makes the id: an entry whose answer got lost on its way is known by it, and not added twice. */
export const addEntryInput = z
  .object({ year: yearInput, entryId: z.uuidv7('invalid'), ...storedFields })
  .check(saysAll);

/** The content of an entry at one version, as its revisions keep it. */
export type EntrySnapshot = EntryContent & {
  status: EntryStatus;
  /** What its last submission says of the warnings about it; null: nothing. */
  findingReasons: FindingReason[] | null;
};

export const contentOf = (entry: EntryContent): EntryContent =>
  byField(FIELDS, (field) => entry[field]) as EntryContent;
type Snapshotted = EntryContent & { status: EntryStatus; findingReasons?: FindingReason[] | null };
export const snapshotOf = (entry: Snapshotted): EntrySnapshot => ({
  ...contentOf(entry),
  status: entry.status,
  findingReasons: entry.findingReasons ?? null,
});

const BLANK = {
  line: '',
  prose: '',
  amount: null,
  number: null,
  choice: null,
  option: null,
  flag: false,
  lastYear: null,
} as const;
/** What nobody has written yet; a revision that is older than a field leaves the field out, and means this. */
export const blankContent = byField(FIELDS, (field) => {
  const { kind, required } = factsOf(field);
  return kind === 'choice' && required ? '' : BLANK[kind];
}) as EntryContent;

/** What a drafter still owes before the entry can be submitted, field by field. */
export const missingForSubmit = (content: EntryContent): EntryField[] =>
  FIELDS.filter((field) => {
    const { required } = factsOf(field);
    const isOwed = required === 'always' || (required === 'priority' && content.isPriority);
    return isOwed && isBlank(String(content[field] ?? ''));
  });

/** The texts that the document shows. */
export const printedTexts = (content: Pick<EntryContent, FieldWhere<{ isPrinted: true }>>): string[] =>
  fieldsWhere({ isPrinted: true })
    .filter((field) => hasKind(field, 'line', 'prose'))
    .map((field) => content[field]);

export const lastYearOf = (entry: Pick<EntryContent, 'lastYear' | 'recordedLastYearAmount'>): LastYear =>
  entry.lastYear ?? (entry.recordedLastYearAmount == null ? '' : 'amount');

/** What is chosen of a fixed list; '' is nothing of it. */
export const optionOf = (field: OptionField, content: EntryContent): string =>
  field === 'lastYear' ? lastYearOf(content) : (content[field] ?? '');
