import { amountText, parseAmount } from '@/lib/domain/amount';
import { isBlank } from '@/lib/domain/blank';
import { cleanLine, cleanLines } from '@/lib/domain/clean-text';
import { blankContent, type EntryFieldsText, lastYearOf } from './entry';
import {
  byField,
  type EntryContent,
  type EntryField,
  FIELDS,
  hasKind,
  TYPED_FIELDS,
  type TypedField,
} from './entry-fields';

function fieldText(field: TypedField, content: EntryContent): string | boolean {
  if (hasKind(field, 'lastYear')) return lastYearOf(content);
  if (hasKind(field, 'amount')) return amountText(content[field]);
  const value = content[field] ?? '';
  return typeof value === 'number' ? String(value) : value;
}

/** The stored content as an editor shows it. */
export const fieldsText = (content: EntryContent): EntryFieldsText =>
  byField(TYPED_FIELDS, (field) => fieldText(field, content)) as EntryFieldsText;

/** A form that nobody has written in. */
export const blankFields = fieldsText(blankContent);

/** Typed text as it would be stored; `３，８９８` and `3,898` are the same amount. Unreadable text stays what it is. */
function comparable(field: TypedField, value: string | boolean): string | boolean | number | null {
  if (typeof value === 'boolean') return value;
  const clean = hasKind(field, 'line') ? cleanLine : cleanLines;
  if (!hasKind(field, 'amount')) return isBlank(value) ? '' : clean(value).trim();
  const parsed = parseAmount(value);
  return parsed.ok ? parsed.value : value;
}

/** The fields in which two versions of what is typed differ in substance. */
export const changedFields = (before: EntryFieldsText, after: EntryFieldsText): TypedField[] =>
  TYPED_FIELDS.filter((field) => comparable(field, before[field]) !== comparable(field, after[field]));

/** The fields in which two stored versions differ. */
export const changedContent = (before: EntryContent, after: EntryContent): EntryField[] => {
  const stored = (field: EntryField, of: EntryContent) => (field === 'lastYear' ? lastYearOf(of) : of[field]);
  return FIELDS.filter((field) => stored(field, before) !== stored(field, after));
};

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
): { field: TypedField; suggestion: Side | null }[] {
  const byMe = changedFields(base, mine);
  const byOthers = changedFields(base, latest);
  return changedFields(mine, latest).map((field) => {
    if (!byMe.includes(field)) return { field, suggestion: 'latest' };
    return { field, suggestion: byOthers.includes(field) ? null : 'mine' };
  });
}
