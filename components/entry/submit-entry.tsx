'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { useKeptFindingReasons } from '@/components/findings/kept-finding-reasons';
import { type AnswerErrors, readAnswers, SubmissionWarnings } from '@/components/findings/submission-warnings';
import { ActBar } from '@/components/form/act-bar';
import { leaveFor } from '@/components/form/call-action';
import { HydratedForm } from '@/components/form/hydrated-form';
import { ProblemBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button, ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
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
  /** What is submitted. */
  children: ReactNode;
};

const OUTDATED: readonly Problem[] = ['conflict', 'wrong_status', 'findings_wrong', 'findings_unanswered'];

export function SubmitEntry({ children, entryId, version, blockedBy, entryHref, warnings, said }: SubmitEntryProps) {
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
    <HydratedForm noValidate onSubmit={submit}>
      {children}
      <SubmissionWarnings
        warnings={warnings}
        said={said}
        errors={errors}
        kept={kept}
        hrefOf={(place) => `${entryHref}/edit#${place}`}
      />
      <ActBar
        state={confirmText.next}
        notice={
          problem && (
            <ProblemBanner
              problem={problem}
              actions={
                OUTDATED.includes(problem) && (
                  <a href={entryHref} className="link">
                    {confirmText.showLatest}
                  </a>
                )
              }
            />
          )
        }
      >
        <span className="act-second">
          <ButtonLink href={`${entryHref}/edit`} icon={<Icon name="edit" />}>
            {confirmText.back}
          </ButtonLink>
        </span>
        <span className="act-first">
          <Button type="submit" variant="primary">
            {confirmText.submit}
          </Button>
        </span>
      </ActBar>
    </HydratedForm>
  );
}
