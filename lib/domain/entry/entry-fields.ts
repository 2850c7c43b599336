import { ENTRY_FIELDS, type FieldFacts } from './entry-field-table';

type Table = typeof ENTRY_FIELDS;
export type EntryField = keyof Table;
/** The fields of which this is true. */
export type FieldWhere<Facts> = { [Field in EntryField]: Table[Field] extends Facts ? Field : never }[EntryField];
export type TypedField = Exclude<EntryField, FieldWhere<{ isGiven: true }>>;
export type TextField = FieldWhere<{ kind: 'line' | 'prose' }>;
export type OptionField = FieldWhere<{ kind: 'option' | 'lastYear' }>;

type Stored = {
  line: string;
  prose: string;
  amount: number | null;
  number: number | null;
  choice: string | null;
  flag: boolean;
  lastYear: 'new' | 'project' | null;
};
/** Amounts in 千円. */
export type EntryContent = {
  [Field in EntryField]: Table[Field] extends { kind: 'choice'; required: 'always' }
    ? string
    : Table[Field] extends { kind: 'option'; options: readonly (infer Option)[] }
      ? Option | null
      : Stored[Exclude<Table[Field]['kind'], 'option'>];
};

export const factsOf = (field: EntryField): FieldFacts => ENTRY_FIELDS[field];
type Kind = FieldFacts['kind'];
export const hasKind = <Of extends EntryField, const One extends Kind>(
  field: Of,
  ...kinds: One[]
): field is Extract<Of, FieldWhere<{ kind: One }>> => (kinds as Kind[]).includes(factsOf(field).kind);
const isTyped = (field: EntryField): field is TypedField => !factsOf(field).isGiven;

export const FIELDS = Object.keys(ENTRY_FIELDS) as EntryField[];
export const TYPED_FIELDS = FIELDS.filter(isTyped);
export const TEXT_FIELDS = FIELDS.filter((field) => hasKind(field, 'line', 'prose'));

/** A value for each of the fields. */
export const byField = <Field extends EntryField, Value>(
  fields: readonly Field[],
  value: (field: Field) => Value,
): Record<Field, Value> => Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<Field, Value>;

export function fieldsWhere<const Facts extends Partial<FieldFacts>>(facts: Facts): FieldWhere<Facts>[] {
  const asked = Object.entries(facts) as [keyof FieldFacts, unknown][];
  const isSo = (field: EntryField): field is FieldWhere<Facts> =>
    asked.every(([fact, value]) => factsOf(field)[fact] === value);
  return FIELDS.filter(isSo);
}

/** Read as paragraphs, in this order. */
export const PROSE = fieldsWhere({ kind: 'prose' });
export type Prose = (typeof PROSE)[number];

/** What a return can name as to be mended: what is decided about. */
export const FIELDS_TO_MEND = ['amount', 'summary', 'innovation'] as const satisfies EntryField[];
export type FieldToMend = (typeof FIELDS_TO_MEND)[number];

/** Printed as paragraphs with a label, in this order. */
export const PRINTED_PROSE = fieldsWhere({ kind: 'prose', isPrinted: true });
export type PrintedProse = (typeof PRINTED_PROSE)[number];
