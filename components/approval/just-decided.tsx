'use client';

import { useEffect, useRef, useState } from 'react';
import { NoticeBanner } from '@/components/form/problem-banner';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import { takeEntryStepAction } from '@/lib/actions/entry';
import { decidedBefore } from '@/lib/text/entry/approvals';
import { takeBackButton } from '@/lib/text/entry/entry-steps';
import { forgetArrival, newestArrival } from './way-on';

/** Says on the next entry what was decided about the one before, and takes it back from here. The entry's name gets the focus. */
export function JustDecided() {
  const [arrival] = useState(() => (typeof window === 'undefined' ? null : newestArrival()));
  const [isTakenBack, setIsTakenBack] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const { notice, run } = useAction({ refreshes: true, focus: region });
  const decided = arrival?.decided;

  useEffect(() => {
    forgetArrival();
    if (!arrival) return;
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [arrival]);

  const takeBack = ({ entryId, version }: NonNullable<typeof decided>) =>
    run(() => takeEntryStepAction({ step: 'takeBack', entryId, version, takes: 'approve' }), {
      onDone: () => setIsTakenBack(true),
    });
  return (
    <StatusRegion ref={region} className="mb-3">
      {decided && (
        <NotificationBanner
          kind="success"
          title={isTakenBack ? decidedBefore.takenBack(decided.name) : decidedBefore.approved(decided.name)}
          actions={!isTakenBack && <Button onClick={() => takeBack(decided)}>{takeBackButton('approve')}</Button>}
        />
      )}
      {notice && <NoticeBanner notice={notice} className="mt-2" />}
    </StatusRegion>
  );
}
