import type { UseFormReturn } from 'react-hook-form';
import type { EntryFieldsText } from '@/lib/domain/entry/entry';
import type { TypedField } from '@/lib/domain/entry/entry-fields';
import { fieldErrorCode } from '@/lib/domain/field-errors';
import { entryFieldText } from '@/lib/text/entry/entry';
import { fieldErrorMessage } from '@/lib/text/errors';

export type EntryForm = UseFormReturn<EntryFieldsText>;

/** The sentence under a field, the same as in the summary. */
export function fieldMessage(field: TypedField, message: string | undefined): string | undefined {
  return message ? fieldErrorMessage(entryFieldText[field], fieldErrorCode(message)) : undefined;
}
