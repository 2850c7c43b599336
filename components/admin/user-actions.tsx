'use client';

import { useRef, useState } from 'react';
import { UndecidableDialog } from '@/components/entry/undecidable-dialog';
import { leaveFor } from '@/components/form/call-action';
import { type Notice, useAction } from '@/components/form/use-action';
import { ConfirmedButton } from '@/components/ui/confirmed-button';
import {
  disableUserAction,
  enableUserAction,
  endUserSessionsAction,
  removeMembershipAction,
  resetPasswordAction,
} from '@/lib/actions/users';
import type { LastChange } from '@/lib/domain/last-change';
import type { Result } from '@/lib/domain/result';
import type { Undecidable } from '@/lib/domain/undecidable';
import type { InitialPassword, UserAction, UserDetail } from '@/lib/domain/user';
import { otherVersionText } from '@/lib/text/other-version';
import { initialPasswordText, userActionText, usersText } from '@/lib/text/users';
import { CommandNotice } from './command-notice';
import { InitialPasswordPanel } from './initial-password-panel';

type Expected = { membershipId: string; version: number; knownUndecidable: string[] };
type Send = (input: Expected) => Promise<Result<unknown>>;

const SEND: Record<Exclude<UserAction, 'resetPassword'>, Send> = {
  endSessions: endUserSessionsAction,
  disable: disableUserAction,
  enable: enableUserAction,
  removeMembership: removeMembershipAction,
};

/** Once the page is up to date, a conflict says who was faster. */
const withWho = (notice: Notice | null, change: LastChange | null): Notice | null =>
  notice?.kind === 'problem' && notice.problem === 'conflict'
    ? { ...notice, text: `${otherVersionText.title(change)}${otherVersionText.notDone}` }
    : notice;

/** One button per available action; each says first what it does. */
export function UserActions({ user }: { user: UserDetail }) {
  const [issued, setIssued] = useState<InitialPassword | null>(null);
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, clear } = useAction({ refreshes: true, focus: said });
  const { membershipId, version, lastChange } = user;
  const [asked, setAsked] = useState(version);
  const [left, setLeft] = useState<{ by: UserAction; undecidable: Undecidable } | null>(null);

  const start = (action: UserAction, knownUndecidable: string[] = []) => {
    setIssued(null);
    setLeft(null);
    setAsked(version);
    if (action === 'resetPassword')
      return run(() => resetPasswordAction({ membershipId, version }), { onDone: setIssued });
    const send = async () => {
      const answer = await SEND[action]({ membershipId, version, knownUndecidable });
      return answer?.ok && action === 'removeMembership' ? leaveFor('/admin/users') : answer;
    };
    return run(send, {
      done: userActionText[action].done,
      onFailure: ({ undecidable }) => {
        if (undecidable) setLeft({ by: action, undecidable });
      },
    });
  };

  return (
    <section aria-labelledby="access-heading" className="mt-10 max-w-[40rem]">
      <h2 id="access-heading" className="mb-3 text-std-18B-160">
        {usersText.access}
      </h2>
      <CommandNotice notice={version > asked ? withWho(notice, lastChange) : notice} ref={said} />
      {issued && <InitialPasswordPanel key={issued.password} title={initialPasswordText.reset} issued={issued} />}
      {user.availableActions.length === 0 && <p>{usersText.self}</p>}
      {user.availableActions.length > 0 && (
        <div className="mt-3 flex flex-wrap gap-3">
          {user.availableActions.map((action) => (
            <ConfirmedButton
              key={action}
              label={userActionText[action].button}
              title={userActionText[action].title(user.name)}
              final={userActionText[action].final}
              onOpen={clear}
              onConfirm={() => start(action)}
            >
              {userActionText[action].body}
            </ConfirmedButton>
          ))}
        </div>
      )}
      <UndecidableDialog
        undecidable={left?.undecidable ?? null}
        final={left ? userActionText[left.by].final : ''}
        onClose={() => setLeft(null)}
        onConfirm={(ids) => left && start(left.by, ids)}
      />
    </section>
  );
}
