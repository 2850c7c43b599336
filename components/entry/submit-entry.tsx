'use client';

import { useRef, useState } from 'react';
import { attempt, type Unanswered } from '@/components/form/attempt';
import { SignInAgain } from '@/components/form/sign-in-again';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import { submitEntryAction } from '@/lib/actions/entry-workflow';
import type { ErrorCode } from '@/lib/domain/result';
import { unreachableText, workflowFailed } from '@/lib/text/entry';
import { confirmText } from '@/lib/text/entry-confirm';
import { errorText } from '@/lib/text/errors';
import { MISSING_ID } from './missing-notice';

type SubmitEntryProps = {
  entryId: string;
  /** What was looked through is what gets submitted: another version is a conflict. */
  version: number;
  isBlocked: boolean;
  entryHref: string;
};

function WayOut({ code, entryHref }: { code: ErrorCode | Unanswered; entryHref: string }) {
  if (code === 'signed_out') return <SignInAgain />;
  if (code !== 'conflict' && code !== 'wrong_status') return null;
  return (
    <a href={entryHref} className="link">
      {confirmText.showLatest}
    </a>
  );
}

export function SubmitEntry({ entryId, version, isBlocked, entryHref }: SubmitEntryProps) {
  const [problem, setProblem] = useState<{ title: string; code: ErrorCode | Unanswered } | null>(null);
  const isRunning = useRef(false);

  const send = async () => {
    const answer = await attempt(() => submitEntryAction({ entryId, version }));
    if (answer.ok) return location.assign(`${entryHref}?submitted=1`);
    const { code } = answer;
    const title = code === 'unreachable' ? unreachableText : code === 'failed' ? workflowFailed : errorText[code];
    return setProblem({ title, code });
  };

  const submit = async () => {
    if (isBlocked) return document.getElementById(MISSING_ID)?.focus();
    if (isRunning.current) return undefined;
    isRunning.current = true;
    await send();
    isRunning.current = false;
    return undefined;
  };

  return (
    <div className="mt-6">
      <StatusRegion>
        {problem && (
          <NotificationBanner
            kind="error"
            title={problem.title}
            className="mb-4"
            actions={<WayOut code={problem.code} entryHref={entryHref} />}
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
