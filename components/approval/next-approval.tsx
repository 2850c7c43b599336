'use client';

import type { MouseEvent } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { yearPaths } from '@/lib/routes';
import { approvalsText, reviewKeysText } from '@/lib/text/entry/approvals';
import { useWayOn } from './way-on';

export type NextEntry = { href: string; name: string };
type NextApprovalProps = { year: number; next: NextEntry | null; count: number };

/** What else waits for this approver, so that a queue is worked off without going back to its list. */
export function NextApproval({ year, next, count }: NextApprovalProps) {
  const { goOn } = useWayOn();
  const follow = (event: MouseEvent) => {
    // To another tab or window, as the browser does it.
    if (!next || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goOn(next.href);
  };
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      <p>{next ? approvalsText.rest(count) : approvalsText.done}</p>
      {next ? (
        <>
          <ButtonLink href={next.href} onClick={follow} aria-keyshortcuts="Alt+N">
            {approvalsText.next}
          </ButtonLink>
          <p className="text-dns-14N-130">{next.name}</p>
          <p className="text-dns-14N-130 text-solid-gray-700">{reviewKeysText}</p>
        </>
      ) : (
        <a href={yearPaths(year).approvals} className="link">
          {approvalsText.back}
        </a>
      )}
    </div>
  );
}
