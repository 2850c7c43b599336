import type { UseFormReturn } from 'react-hook-form';
import type { EntryFields, EntryFieldsText } from '@/lib/domain/entry';
import { TYPED_FIELDS, type TypedField } from '@/lib/domain/entry-fields';
import { fieldErrorCode } from '@/lib/domain/field-errors';
import { entryFieldText } from '@/lib/text/entry';
import { fieldErrorMessage } from '@/lib/text/errors';

export type EntryForm = UseFormReturn<EntryFieldsText, unknown, EntryFields>;

/** What the text on the screen was made from: the content as it is stored, and its version. */
export type Base = { entryId: string | null; version: number; fields: EntryFieldsText };

/** The sentence under a field, the same as in the summary. */
export function fieldMessage(field: TypedField, message: string | undefined): string | undefined {
  return message ? fieldErrorMessage(entryFieldText[field], fieldErrorCode(message)) : undefined;
}

export const summaryErrors = (errors: EntryForm['formState']['errors']) =>
  TYPED_FIELDS.flatMap((field) => {
    const message = fieldMessage(field, errors[field]?.message);
    return message ? [{ fieldId: field, message }] : [];
  });
