'use client';

import { FormProblem } from '@/components/form/form-problem';
import { LiveForm } from '@/components/form/live-form';
import { registerText } from '@/components/form/register-text';
import { leaveFor } from '@/components/form/sending';
import { useVersionedForm } from '@/components/form/use-versioned-form';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { correctEntryAction } from '@/lib/actions/entry-administration';
import { type CorrectionText, correctionInput } from '@/lib/domain/entry-administration';
import { byField, factsOf, hasKind, TEXT_FIELDS, type TextField } from '@/lib/domain/entry-fields';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryFieldText, entryText } from '@/lib/text/entry';
import { correctionText as text } from '@/lib/text/entry-administration';

const LABELS = { ...byField(TEXT_FIELDS, (field) => entryFieldText[field]), reason: text.reason };

type CorrectionFormProps = {
  entry: Pick<EntryView, TextField | 'id' | 'version' | 'updatedAt' | 'updatedBy'>;
  entryHref: string;
};

export function CorrectionForm({ entry, entryHref }: CorrectionFormProps) {
  const { id: entryId, version, updatedAt, updatedBy } = entry;
  const { form, element, trouble, field, release, ...errors } = useVersionedForm<CorrectionText>({
    schema: correctionInput,
    stored: {
      version,
      lastChange: { by: updatedBy, at: updatedAt },
      text: { ...byField(TEXT_FIELDS, (name) => entry[name]), reason: '' },
    },
    labels: LABELS,
    prefix: 'correct',
    send: async (typed, expected) => {
      const answer = await correctEntryAction({ entryId, version: expected, ...typed });
      if (!answer.ok) return answer;
      release();
      return leaveFor(entryHref);
    },
  });
  return (
    <>
      <ErrorSummary errors={errors.summary} submission={errors.submission} />
      <LiveForm {...element} className="flex max-w-[46rem] flex-col gap-6">
        {TEXT_FIELDS.map((name) => (
          <Field key={name} {...field(name)} required={factsOf(name).required === 'always'}>
            {(control) =>
              hasKind(name, 'line') ? (
                <TextInput {...control} {...registerText(form, name)} autoComplete="off" />
              ) : (
                <Textarea {...control} {...registerText(form, name)} rows={4} />
              )
            }
          </Field>
        ))}
        <Field {...field('reason')} required support={text.reasonSupport}>
          {(control) => <Textarea {...control} {...registerText(form, 'reason')} rows={2} />}
        </Field>
        <FormProblem trouble={trouble} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary">
            {text.submit}
          </Button>
          <a href={entryHref} className="link">
            {entryText.backToEntry}
          </a>
        </div>
      </LiveForm>
    </>
  );
}
