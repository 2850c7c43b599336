'use client';

import { type ReactNode, useDeferredValue } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import { Amount } from '@/components/entry/amount';
import { registerAmount } from '@/components/form/register-field';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { readAmount } from '@/lib/domain/amount';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { LastYearChoices, LastYearSource } from '@/lib/domain/entry/entry-view';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { difference } from '@/lib/domain/year/totals';
import { entryFieldText, entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { formatRatio } from '@/lib/text/format';
import { expectedText, newProject } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { lastYearTyped } from './last-year-typed';
import type { EntryForm } from './use-entry-draft';

type EntryControl = Control<EntryFieldsText>;

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Follows the typing from a distance: only this line is drawn again, and the input is never touched. */
function LiveAmounts({ control, year, lastYear, lastYearSource, choices }: LastYearProps & { control: EntryControl }) {
  const values = useWatch({ control, name: ['amount', 'lastYear', 'lastYearProjectId', 'recordedLastYearAmount'] });
  const [amount, kind, projectId, recorded] = useDeferredValue(values);
  const isExpected = choices === null && lastYearSource === 'expected';
  const said = { lastYear: kind, lastYearProjectId: projectId, recordedLastYearAmount: recorded };
  const before = lastYearTyped(said, lastYear, choices);
  const change = difference(readAmount(amount), before);
  const isNew = choices !== null && kind === 'new';
  const name = yearName(year - 1);
  return (
    <dl className="editor-figures">
      <Figure label={isExpected ? expectedText(name) : name}>
        {isNew ? <span>{newProject}</span> : <Amount value={before} />}
      </Figure>
      <Figure label={editorText.difference}>
        <Amount value={change} />
      </Figure>
      <Figure label={editorText.ratio}>
        <span>{change === null || !before ? uiText.blankAmount : formatRatio(change / before)}</span>
      </Figure>
    </dl>
  );
}

export type LastYearProps = {
  year: number;
  /** Of last year's entry. */
  lastYear: number | null;
  lastYearSource: LastYearSource;
  /** Where people say themselves how it stands to last year. */
  choices: LastYearChoices | null;
};
type AmountFieldProps = LastYearProps & { form: EntryForm; error: string | undefined };

/** This year's amount, large; last year's beside it, and what lies between them. */
export function AmountField({ form, error, ...last }: AmountFieldProps) {
  return (
    <div className="editor-amounts">
      <Field
        id="amount"
        label={entryFieldText.amount}
        required
        support={editorText.amountSupport}
        error={error}
        className="editor-below"
      >
        {(described) => (
          <TextInput
            {...described}
            {...registerAmount(form, 'amount')}
            numeric
            unit={entryText.thousandYen}
            className="editor-amount"
          />
        )}
      </Field>
      <LiveAmounts control={form.control} {...last} />
    </div>
  );
}
