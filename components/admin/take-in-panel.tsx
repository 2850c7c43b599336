'use client';

import { useEffect, useRef } from 'react';
import { leaveFor } from '@/components/form/call-action';
import { useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { addMemberAction } from '@/lib/actions/users';
import type { AddUserText } from '@/lib/domain/user';
import { takeInText } from '@/lib/text/users';
import { CommandNotice } from './command-notice';

type TakeInPanelProps = { user: AddUserText; onTaken: () => void };

/** The ID is an account of another ward: it can become a member of this one. Takes the focus. */
export function TakeInPanel({ user, onTaken }: TakeInPanelProps) {
  const { notice, run } = useAction();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const { loginId, departmentId, roles } = user;
  const takeIn = () =>
    run(async () => {
      const answer = await addMemberAction({ loginId, departmentId, roles });
      if (!answer?.ok) return answer;
      onTaken();
      return leaveFor(`/admin/users/${answer.value.membershipId}`);
    });

  return (
    <div ref={box} tabIndex={-1}>
      <CommandNotice notice={notice} />
      <NotificationBanner
        kind="warning"
        title={takeInText.title}
        actions={
          <Button variant="primary" onClick={takeIn}>
            {takeInText.submit}
          </Button>
        }
      >
        {takeInText.lead}
      </NotificationBanner>
    </div>
  );
}
