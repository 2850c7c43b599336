'use client';

import { type RefObject, useEffect, useState } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { takeEntryStepAction } from '@/lib/actions/entry';
import { TAKEN_BACK } from '@/lib/domain/entry/entry-workflow';
import { decidedBefore } from '@/lib/text/entry/approvals';
import { takeBackButton } from '@/lib/text/entry/entry-steps';
import { holdingWays, wantedWay } from './held-ways';
import { forgetArrival, newestArrival } from './way-on';

/** Says on the next entry what was decided about the one before, and takes it back from here. The entry's name gets the focus. */
export function JustDecided({ focus }: { focus: RefObject<HTMLElement | null> }) {
  const [arrival] = useState(() => (typeof window === 'undefined' ? null : newestArrival()));
  const [isTakenBack, setIsTakenBack] = useState(false);
  const { notice, run } = useAction({ refreshes: true, focus });
  const decided = arrival?.decided;

  useEffect(() => {
    forgetArrival();
    if (!arrival) return;
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [arrival]);

  if (!decided) return null;
  const { action, entryId, version, name } = decided;
  const takes = TAKEN_BACK.find((known) => known === action);
  const takeBack = () =>
    run(() => holdingWays(() => takeEntryStepAction({ step: 'takeBack', entryId, version, takes })), {
      onDone: () => {
        setIsTakenBack(true);
        wantedWay()?.go(null);
      },
    });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3">
        <p className="flex items-center gap-1 text-dns-16B-130 text-green-900">
          <Icon name={isTakenBack ? 'undo' : 'success'} />
          <span>{isTakenBack && takes ? decidedBefore.takenBack(name, takes) : decidedBefore.done(name, action)}</span>
        </p>
        {takes && !isTakenBack && (
          <Button variant="text" onClick={takeBack}>
            {takeBackButton(takes)}
          </Button>
        )}
      </div>
      {notice && <NoticeBanner notice={notice} className="mt-2" />}
    </>
  );
}
