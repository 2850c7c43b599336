import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { reopenYearAction } from '@/lib/actions/years';
import { yearName } from '@/lib/domain/fiscal-year';
import { type YearRow, yearReasonInput } from '@/lib/domain/year-settings';
import { uiText } from '@/lib/text/ui';
import { yearsText as text } from '@/lib/text/year-settings';

type YearReopenProps = { row: YearRow; onDone: () => void; onCancel: () => void };

/** Asks why a closed year is opened again. It opens with the focus in the field. */
export function YearReopen({ row: { year, version }, onDone, onCancel }: YearReopenProps) {
  const { refresh } = useRouter();
  const name = yearName(year);
  const draft = useDraft({
    schema: yearReasonInput,
    stored: { version: 0, fields: { reason: '' } },
    labels: { reason: text.reopenReason },
    prefix: 'reopen',
    keep: `reopen:${year}`,
    send: (typed: { reason: string }) => reopenYearAction({ year, version, ...typed }),
    onDone,
    onFailure: ({ code }) => {
      if (code === 'conflict') refresh();
      return false;
    },
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  const focusField = useEffectEvent((tries: number) => {
    if (tries === 0 || summary.length > 0) form.setFocus('reason');
  });
  useEffect(() => focusField(submission), [submission]);

  const cancel = () => {
    draft.release();
    onCancel();
  };

  return (
    <LiveForm {...element} aria-label={text.reopenTitle(name)} className="flex max-w-[46rem] flex-col gap-3 py-2">
      <DraftCopies draft={draft} />
      <Field {...field('reason')} required support={text.reopenSupport}>
        {(control) => <Textarea {...control} {...registerText(form, 'reason')} rows={2} />}
      </Field>
      <DraftNotice draft={draft} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          {text.reopenYear(name)}
        </Button>
        <Button variant="text" onClick={cancel}>
          {uiText.cancel}
        </Button>
      </div>
    </LiveForm>
  );
}
