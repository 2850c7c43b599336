import { isBlank } from '@/lib/domain/blank';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
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
  type OptionField,
} from './entry-fields';
import type { EntryStatus } from './entry-workflow';

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
