'use client';

import { leaveFor } from '@/components/form/call-action';
import { ProblemBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { submitEntryAction } from '@/lib/actions/entry';
import type { Problem } from '@/lib/domain/result';
import { confirmText } from '@/lib/text/entry/entry';
import { MISSING_ID } from './missing-notice';

type SubmitEntryProps = {
  entryId: string;
  /** What was looked through is what gets submitted: another version is a conflict. */
  version: number;
  isBlocked: boolean;
  entryHref: string;
};

const OUTDATED: readonly Problem[] = ['conflict', 'wrong_status'];

export function SubmitEntry({ entryId, version, isBlocked, entryHref }: SubmitEntryProps) {
  const { notice, run } = useAction();
  const problem = notice?.kind === 'problem' ? notice.problem : null;

  const submit = () => {
    if (isBlocked) return document.getElementById(MISSING_ID)?.focus();
    return run(async () => {
      const submitted = await submitEntryAction({ entryId, version });
      return submitted?.ok ? leaveFor(`${entryHref}?submitted=1`) : submitted;
    });
  };

  return (
    <div className="mt-6">
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
        <Button variant="primary" size="large" onClick={submit}>
          {confirmText.submit}
        </Button>
        <a href={`${entryHref}/edit`} className="link">
          {confirmText.back}
        </a>
      </div>
    </div>
  );
}
