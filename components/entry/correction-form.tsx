'use client';

import { leaveFor } from '@/components/form/call-action';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Textarea, TextInput } from '@/components/ui/text-input';
import { correctEntryAction, getEntryFieldsAction } from '@/lib/actions/entry';
import { type CorrectionText, correctionInput } from '@/lib/domain/entry/entry-administration';
import { byField, factsOf, hasKind, TEXT_FIELDS, type TextField } from '@/lib/domain/entry/entry-fields';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { mapResult } from '@/lib/domain/result';
import { entryFieldText, entryText } from '@/lib/text/entry/entry';
import { correctionText as text } from '@/lib/text/entry/entry-administration';

const LABELS = { ...byField(TEXT_FIELDS, (field) => entryFieldText[field]), reason: text.reason };

type CorrectionFormProps = {
  entry: Pick<EntryView, TextField | 'id' | 'version'>;
  entryHref: string;
};

export function CorrectionForm({ entry, entryHref }: CorrectionFormProps) {
  const { id: entryId, version } = entry;
  const textsOf = (of: Pick<EntryView, TextField>) => byField(TEXT_FIELDS, (name) => of[name]);
  const draft = useDraft<CorrectionText, unknown>({
    schema: correctionInput,
    stored: { version, fields: { ...textsOf(entry), reason: '' } },
    labels: LABELS,
    prefix: 'correct',
    keep: `correct:${entryId}`,
    send: async (typed, expected) => {
      const answer = await correctEntryAction({ entryId, version: expected, ...typed });
      if (!answer?.ok) return answer;
      draft.restart();
      return leaveFor(entryHref);
    },
    latest: async () =>
      mapResult(await getEntryFieldsAction(entryId), ({ content, ...latest }) => ({
        ...latest,
        fields: { ...textsOf(content), reason: '' },
      })),
  });
  const { form, element } = draft;
  const field = draftField(draft);
  return (
    <>
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <HydratedForm {...element} className="flex max-w-[46rem] flex-col gap-6">
        <DraftCopies draft={draft} />
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
        <DraftNotice draft={draft} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary">
            {text.submit}
          </Button>
          <a href={entryHref} className="link">
            {entryText.backToEntry}
          </a>
        </div>
      </HydratedForm>
    </>
  );
}
