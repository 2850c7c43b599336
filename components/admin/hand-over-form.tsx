'use client';

import { useRef, useState } from 'react';
import { useUndecidableQuestion } from '@/components/approval/undecidable';
import { draftField } from '@/components/form/draft-field';
import { DraftCopies, DraftNotice } from '@/components/form/draft-notice';
import { HydratedForm } from '@/components/form/hydrated-form';
import { ProblemBanner } from '@/components/form/problem-banner';
import { registerText } from '@/components/form/register-field';
import { useDraft } from '@/components/form/use-draft';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Select, Textarea } from '@/components/ui/text-input';
import { moveEntriesAction } from '@/lib/actions/entry';
import type { Choice } from '@/lib/domain/choice';
import { type HandedOver, type HandOverText, handOverInput } from '@/lib/domain/entry/entry-administration';
import { handOverText as text } from '@/lib/text/entry/entry-administration';
import { leavesUndecidableText } from '@/lib/text/entry/undecidable';
import { CommandNotice } from './command-notice';

type HandOverFormProps = { from: string; entries: readonly HandedOver[]; departments: readonly Choice[] };

/** All entries that the page shows, as it shows them, go to one 課: all of them or none. */
export function HandOverForm({ from, entries, departments }: HandOverFormProps) {
  const said = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<string | null>(null);
  const [conflict, setConflict] = useState<readonly string[] | null>(null);
  const question = useUndecidableQuestion(leavesUndecidableText.move);
  const draft = useDraft({
    schema: handOverInput,
    stored: { version: 0, fields: { departmentId: '', reason: '' } },
    labels: { departmentId: text.departmentId, reason: text.reason },
    prefix: 'hand-over',
    keep: `hand-over:${from}`,
    send: (typed: HandOverText) =>
      question.asking((knownUndecidable) =>
        moveEntriesAction({
          entries: entries.map(({ entryId, version }) => ({ entryId, version })),
          knownUndecidable,
          ...typed,
        }),
      ),
    onDone: (output, { departmentId }) => {
      const to = departments.find(({ id }) => id === departmentId)?.name ?? '';
      setDone(text.done(output?.count ?? entries.length, to));
      said.current?.focus();
    },
    onFailure: ({ code, names = [] }) => {
      if (code !== 'conflict') return false;
      setConflict(names);
      return true;
    },
    onResume: () => setConflict(null),
    refreshes: true,
  });
  const { form, element, summary, submission } = draft;
  const field = draftField(draft);
  return (
    <>
      <CommandNotice notice={done === null ? null : { kind: 'success', text: done }} ref={said} />
      {entries.length > 0 && (
        <>
          <ErrorSummary errors={summary} submission={submission} />
          <h2 className="mt-8 mb-2 text-std-18B-160">{text.form}</h2>
          <p className="mb-3">{text.lead}</p>
          <HydratedForm {...element} ref={question.formElement} className="flex max-w-[46rem] flex-col gap-6">
            <DraftCopies draft={draft} />
            <Field {...field('departmentId')} required>
              {(control) => (
                <Select
                  {...control}
                  {...registerText(form, 'departmentId')}
                  options={departments}
                  emptyLabel={text.choose}
                />
              )}
            </Field>
            <Field {...field('reason')} required>
              {(control) => <Textarea {...control} {...registerText(form, 'reason')} rows={2} />}
            </Field>
            <DraftNotice draft={draft} />
            <div role="alert" className="empty:absolute">
              {conflict && (
                <ProblemBanner problem="conflict" title={text.conflict}>
                  {conflict.join('\n')}
                </ProblemBanner>
              )}
            </div>
            <p>
              <Button type="submit" variant="primary">
                {text.submit(entries.length)}
              </Button>
            </p>
          </HydratedForm>
          {question.dialog}
        </>
      )}
    </>
  );
}
