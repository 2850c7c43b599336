'use client';

import { type FormEvent, useState } from 'react';
import { useKeptFindingReasons } from '@/components/findings/kept-finding-reasons';
import { type AnswerErrors, readAnswers, SubmissionWarnings } from '@/components/findings/submission-warnings';
import { leaveFor } from '@/components/form/call-action';
import { HydratedForm } from '@/components/form/hydrated-form';
import { ProblemBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { takeEntryStepAction } from '@/lib/actions/entry';
import type { EntryFinding } from '@/lib/domain/findings/check';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import type { Problem } from '@/lib/domain/result';
import { confirmText } from '@/lib/text/entry/entry';

type SubmitEntryProps = {
  entryId: string;
  /** What was looked through is what gets submitted: another version is a conflict. */
  version: number;
  /** Where what stands in the way is said; null: nothing does. */
  blockedBy: string | null;
  entryHref: string;
  warnings: readonly EntryFinding[];
  /** Of the warnings, with the last submission. */
  said: readonly FindingReason[];
};

const OUTDATED: readonly Problem[] = ['conflict', 'wrong_status', 'findings_wrong', 'findings_unanswered'];

export function SubmitEntry({ entryId, version, blockedBy, entryHref, warnings, said }: SubmitEntryProps) {
  const [errors, setErrors] = useState<AnswerErrors>({});
  const kept = useKeptFindingReasons('answers', entryId, warnings);
  const { notice, run } = useAction();
  const problem = notice?.kind === 'problem' ? notice.problem : null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (blockedBy) return document.getElementById(blockedBy)?.focus();
    const { reasons: findingReasons, errors: wrong } = readAnswers(event.currentTarget, warnings);
    setErrors(wrong);
    const [first] = Object.keys(wrong);
    if (first) return document.getElementById(first)?.focus();
    return run(async () => {
      const submitted = await takeEntryStepAction({ step: 'submit', entryId, version, findingReasons });
      if (!submitted?.ok) return submitted;
      kept.forgetAll();
      return leaveFor(`${entryHref}?submitted=1`);
    });
  };

  return (
    <HydratedForm noValidate onSubmit={submit} className="mt-6">
      <SubmissionWarnings
        warnings={warnings}
        said={said}
        errors={errors}
        kept={kept}
        hrefOf={(place) => `${entryHref}/edit#${place}`}
      />
      <StatusRegion>
        {problem && (
          <ProblemBanner
            problem={problem}
            className="mb-4"
            actions={
              OUTDATED.includes(problem) && (
                <a href={entryHref} className="link">
                  {confirmText.showLatest}
                </a>
              )
            }
          />
        )}
      </StatusRegion>
      <p className="mb-3">{confirmText.next}</p>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" size="large">
          {confirmText.submit}
        </Button>
        <a href={`${entryHref}/edit`} className="link">
          {confirmText.back}
        </a>
      </div>
    </HydratedForm>
  );
}
