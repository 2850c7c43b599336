'use client';

import { useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { Amount } from '@/components/entry/amount';
import { registerAmount } from '@/components/form/register-field';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { EntryFieldsText } from '@/lib/domain/entry/entry';
import type { LastYearChoices, LastYearSource } from '@/lib/domain/entry/entry-view';
import { difference } from '@/lib/domain/year/totals';
import { entryText, inThousandYen, newProject } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { expectedText } from '@/lib/text/terms';
import { lastYearTyped, typedAmount } from './last-year-typed';
import type { EntryForm } from './use-entry-draft';

type EntryControl = Control<EntryFieldsText>;

/** Follows the typing from a distance: only this line is drawn again, and the input is never touched. */
function LiveAmounts({ control, lastYear, lastYearSource, choices }: LastYearProps & { control: EntryControl }) {
  const values = useWatch({ control, name: ['amount', 'lastYear', 'lastYearProjectId', 'recordedLastYearAmount'] });
  const [amount, kind, projectId, recorded] = useDeferredValue(values);
  const isExpected = choices === null && lastYearSource === 'expected';
  const said = { lastYear: kind, lastYearProjectId: projectId, recordedLastYearAmount: recorded };
  const before = lastYearTyped(said, lastYear, choices);
  const change = difference(typedAmount(amount), before);
  const isNew = choices !== null && kind === 'new';
  return (
    <dl className="flex gap-x-8 whitespace-nowrap">
      <div className="flex gap-x-2">
        <dt className="text-solid-gray-700">{isExpected ? expectedText(editorText.lastYear) : editorText.lastYear}</dt>
        <dd>
          {isNew ? <span>{newProject}</span> : <Amount value={before} />}
          {!isNew && before !== null && <span>{entryText.thousandYen}</span>}
        </dd>
      </div>
      <div className="flex gap-x-2">
        <dt className="text-solid-gray-700">{editorText.difference}</dt>
        <dd>
          <Amount value={change} />
          {change !== null && <span>{entryText.thousandYen}</span>}
        </dd>
      </div>
    </dl>
  );
}

type LastYearProps = {
  /** Of last year's entry. */
  lastYear: number | null;
  lastYearSource: LastYearSource;
  /** Where people say themselves how it stands to last year. */
  choices: LastYearChoices | null;
};
type AmountFieldProps = LastYearProps & { form: EntryForm; error: string | undefined };

/** Last year's amount and the difference beside it. */
export function AmountField({ form, error, ...last }: AmountFieldProps) {
  return (
    <Field id="amount" label={inThousandYen('amount')} required support={editorText.amountSupport} error={error}>
      {(described) => (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
          <TextInput {...described} {...registerAmount(form, 'amount')} numeric unit={entryText.thousandYen} />
          <LiveAmounts control={form.control} {...last} />
        </div>
      )}
    </Field>
  );
}
