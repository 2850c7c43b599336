import * as z from 'zod/mini';
import type { FieldErrorCode } from '@/lib/domain/field-errors';
import {
  amountInput,
  idInput,
  lineInput,
  numberInput,
  optionalChoice,
  optionalLineInput,
  optionInput,
  proseOf,
  requiredChoice,
  versionInput,
  yearInput,
} from '@/lib/domain/inputs';
import { type ENTRY_FIELDS, type FieldFacts, LAST_YEARS, type LastYear } from './entry-field-table';
import { byField, factsOf, TYPED_FIELDS, type TypedField } from './entry-fields';

/** How a field of each kind is typed. */
const INPUTS = {
  line: ({ limit = 0, required }: FieldFacts) => (required ? lineInput : optionalLineInput)(limit),
  prose: ({ limit = 0 }: FieldFacts) => proseOf(limit),
  amount: () => amountInput,
  number: ({ limit = 0 }: FieldFacts) => numberInput(limit),
  choice: ({ required }: FieldFacts) => (required ? requiredChoice : optionalChoice),
  option: ({ options = [] }: FieldFacts) => optionInput(options),
  flag: () => z.boolean(),
  lastYear: () => z.enum(LAST_YEARS),
};
type Input<Facts extends FieldFacts> = Facts extends { options: readonly (infer Option extends string)[] }
  ? ReturnType<typeof optionInput<Option>>
  : ReturnType<(typeof INPUTS)[Facts['kind']]>;
type Inputs<Field extends TypedField> = { [Of in Field]: Input<(typeof ENTRY_FIELDS)[Of]> };
/** How each of the fields is typed, as the keys of a schema. */
export const inputsOf = <Field extends TypedField>(fields: readonly Field[]): Inputs<Field> =>
  byField(fields, (field) => INPUTS[factsOf(field).kind](factsOf(field))) as Inputs<Field>;

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
