import { amountText, parseAmount } from './amount';
import { isBlank } from './blank';
import { cleanLine, cleanLines } from './clean-text';
import { type EntryFieldsText, type EntrySnapshot, lastYearOf } from './entry';

/** The fields of an entry in the order in which screens show them. */
export const ENTRY_FIELDS = [
  'name',
  'categoryId',
  'departmentId',
  'amount',
  'lastYear',
  'lastYearProjectId',
  'recordedLastYearAmount',
  'isPriority',
  'summary',
  'innovation',
] as const satisfies readonly (keyof EntryFieldsText)[];
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** The stored content as an editor shows it. */
export const fieldsText = (entry: Omit<EntrySnapshot, 'status'>): EntryFieldsText => ({
  name: entry.name,
  categoryId: entry.categoryId,
  departmentId: entry.departmentId,
  amount: amountText(entry.amount),
  lastYear: lastYearOf(entry),
  lastYearProjectId: entry.lastYearProjectId ?? '',
  recordedLastYearAmount: amountText(entry.recordedLastYearAmount),
  isPriority: entry.isPriority,
  summary: entry.summary,
  innovation: entry.innovation,
});

/** Typed text as it would be stored; `３，８９８` and `3,898` are the same amount. Unreadable text stays what it is. */
function comparable(field: EntryField, value: string | boolean): string | boolean | number | null {
  if (typeof value === 'boolean') return value;
  const clean = field === 'name' ? cleanLine : cleanLines;
  if (field !== 'amount' && field !== 'recordedLastYearAmount') return isBlank(value) ? '' : clean(value).trim();
  const parsed = parseAmount(value);
  return parsed.ok ? parsed.value : value;
}

/** The fields in which two versions differ in substance. */
export const changedFields = (before: EntryFieldsText, after: EntryFieldsText): EntryField[] =>
  ENTRY_FIELDS.filter((field) => comparable(field, before[field]) !== comparable(field, after[field]));

/** Which side a conflicting field should take; undecided where both changed it. */
export type Side = 'mine' | 'latest';

/**
 * The fields to be looked at after a conflict. A field that only one of the two changed since `base` takes that change;
 * where both did, a person has to choose.
 */
export function conflictingFields(
  base: EntryFieldsText,
  mine: EntryFieldsText,
  latest: EntryFieldsText,
): { field: EntryField; suggestion: Side | null }[] {
  const byMe = changedFields(base, mine);
  const byOthers = changedFields(base, latest);
  return changedFields(mine, latest).map((field) => {
    if (!byMe.includes(field)) return { field, suggestion: 'latest' };
    return { field, suggestion: byOthers.includes(field) ? null : 'mine' };
  });
}
