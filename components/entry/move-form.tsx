'use client';

import { useUndecidableQuestion } from '@/components/approval/undecidable';
import { leaveFor } from '@/components/form/call-action';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Select, Textarea } from '@/components/ui/text-input';
import { getEntryFieldsAction, moveEntriesAction } from '@/lib/actions/entry';
import type { Choice } from '@/lib/domain/choice';
import { type PlacementText, placementInput } from '@/lib/domain/entry/entry-administration';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { mapResult } from '@/lib/domain/result';
import { entryFieldText, entryText } from '@/lib/text/entry/entry';
import { moveText as text } from '@/lib/text/entry/entry-administration';
import { leavesUndecidableText } from '@/lib/text/entry/undecidable';

const LABELS = {
  departmentId: entryFieldText.departmentId,
  categoryId: entryFieldText.categoryId,
  reason: text.reason,
};

type MoveFormProps = {
  entry: Pick<EntryView, 'id' | 'version' | 'departmentId' | 'categoryId'>;
  departments: readonly Choice[];
  categories: readonly Choice[];
  entryHref: string;
};

export function MoveForm({ entry, departments, categories, entryHref }: MoveFormProps) {
  const { id: entryId, version, departmentId, categoryId } = entry;
  const question = useUndecidableQuestion(leavesUndecidableText.move);
  const nameOf = (id: string) => [...departments, ...categories].find((choice) => choice.id === id)?.name ?? id;
  const draft = useDraft<PlacementText, unknown>({
    schema: placementInput,
    stored: { version, fields: { departmentId, categoryId, reason: '' } },
    labels: LABELS,
    prefix: 'move',
    keep: `move:${entryId}`,
    send: async (typed, expected) => {
      const entries = [{ entryId, version: expected }];
      const answer = await question.asking((knownUndecidable) =>
        moveEntriesAction({ entries, knownUndecidable, ...typed }),
      );
      if (!answer?.ok) return answer;
      draft.restart();
      return leaveFor(`${entryHref}?moved=1`);
    },
    latest: async () =>
      mapResult(await getEntryFieldsAction(entryId), ({ content, ...latest }) => ({
        ...latest,
        fields: { departmentId: content.departmentId, categoryId: content.categoryId, reason: '' },
      })),
  });
  const { form, element } = draft;
  const field = draftField(draft, (_name, value) => nameOf(String(value)));
  return (
    <>
      <ErrorSummary errors={draft.summary} submission={draft.submission} />
      <HydratedForm {...element} ref={question.formElement} className="flex max-w-[46rem] flex-col gap-6">
        <DraftCopies draft={draft} />
        <Field {...field('departmentId')} required>
          {(control) => <Select {...control} {...registerText(form, 'departmentId')} options={departments} />}
        </Field>
        <Field {...field('categoryId')} required>
          {(control) => <Select {...control} {...registerText(form, 'categoryId')} options={categories} />}
        </Field>
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
      {question.dialog}
    </>
  );
}
