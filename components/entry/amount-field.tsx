'use client';

import { useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { registerAmount } from '@/components/form/register-amount';
import { Amount } from '@/components/ui/amount';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { parseAmount } from '@/lib/domain/amount';
import type { EntryFields, EntryFieldsText } from '@/lib/domain/entry';
import { difference } from '@/lib/domain/totals';
import { entryText } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import type { EntryForm } from './editor-form';

type EntryControl = Control<EntryFieldsText, unknown, EntryFields>;

/** Follows the typing from a distance: only this line is drawn again, and the input is never touched. */
function LiveDifference({ control, lastYear }: { control: EntryControl; lastYear: number | null }) {
  const parsed = parseAmount(useDeferredValue(useWatch({ control, name: 'amount' })));
  const change = parsed.ok ? difference(parsed.value, lastYear) : null;
  return (
    <>
      <Amount value={change} />
      {change !== null && entryText.thousandYen}
    </>
  );
}

type AmountFieldProps = { form: EntryForm; lastYear: number | null; error: string | undefined };

/** Last year's amount and the difference beside it. */
export function AmountField({ form, lastYear, error }: AmountFieldProps) {
  return (
    <Field id="amount" label={entryText.amountLabel} required support={editorText.amountSupport} error={error}>
      {(described) => (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
          <TextInput {...described} {...registerAmount(form, 'amount')} numeric unit={entryText.thousandYen} />
          <dl className="flex gap-x-8 whitespace-nowrap">
            <div className="flex gap-x-2">
              <dt className="text-solid-gray-700">{editorText.lastYear}</dt>
              <dd>
                <Amount value={lastYear} />
                {lastYear !== null && entryText.thousandYen}
              </dd>
            </div>
            <div className="flex gap-x-2">
              <dt className="text-solid-gray-700">{editorText.difference}</dt>
              <dd>
                <LiveDifference control={form.control} lastYear={lastYear} />
              </dd>
            </div>
          </dl>
        </div>
      )}
    </Field>
  );
}
