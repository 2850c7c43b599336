import { amountText } from '@/lib/domain/amount';
import { blankContent, lastYearOf } from './entry';
import {
  byField,
  type EntryContent,
  type EntryField,
  FIELDS,
  hasKind,
  TYPED_FIELDS,
  type TypedField,
} from './entry-fields';
import type { EntryFieldsText } from './entry-input';

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

/** The fields in which two stored versions differ. */
export const changedContent = (before: EntryContent, after: EntryContent): EntryField[] => {
  const stored = (field: EntryField, of: EntryContent) => (field === 'lastYear' ? lastYearOf(of) : of[field]);
  return FIELDS.filter((field) => stored(field, before) !== stored(field, after));
};
