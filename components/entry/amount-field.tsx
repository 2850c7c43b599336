'use client';

import { useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { Amount } from '@/components/ui/amount';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { formatAmount, parseAmount } from '@/lib/domain/amount';
import type { EntryFields, EntryFieldsText } from '@/lib/domain/entry';
import { difference } from '@/lib/domain/totals';
import { entryText } from '@/lib/text/entry';
import { editorText } from '@/lib/text/entry-editor';
import type { EntryForm } from './editor-form';

type EntryControl = Control<EntryFieldsText, unknown, EntryFields>;

/** Follows the typing from a distance: only this line is drawn again, and the input is never touched. */
function LiveDifference({ control, lastYear }: { control: EntryControl; lastYear: number | null }) {
  const parsed = parseAmount(useDeferredValue(useWatch({ control, name: 'amount' })));
  return <Amount value={parsed.ok ? difference(parsed.value, lastYear) : null} />;
}

type AmountFieldProps = { form: EntryForm; lastYear: number | null; error: string | undefined };

/** Takes whatever people type, and shows how it was read when they leave the field. */
export function AmountField({ form, lastYear, error }: AmountFieldProps) {
  const showAsRead = (typed: string) => {
    const parsed = parseAmount(typed);
    if (!parsed.ok) return;
    const text = parsed.value === null ? '' : formatAmount(parsed.value);
    if (text !== typed) form.setValue('amount', text, { shouldValidate: true });
  };
  const { onBlur, ...control } = form.register('amount');
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
      <Field id="amount" label={entryText.amountLabel} required support={editorText.amountSupport} error={error}>
        {(described) => (
          <TextInput
            {...described}
            {...control}
            numeric
            unit={entryText.thousandYen}
            onBlur={async (event) => {
              showAsRead(event.target.value);
              await onBlur(event);
            }}
          />
        )}
      </Field>
      <dl className="flex gap-x-6 text-dns-16N-130">
        <div>
          <dt className="text-dns-14B-130">{editorText.lastYear}</dt>
          <dd className="mt-2 text-end whitespace-nowrap">
            <Amount value={lastYear} />
            {lastYear !== null && entryText.thousandYen}
          </dd>
        </div>
        <div>
          <dt className="text-dns-14B-130">{editorText.difference}</dt>
          <dd className="mt-2 min-w-24 text-end whitespace-nowrap">
            <LiveDifference control={form.control} lastYear={lastYear} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
