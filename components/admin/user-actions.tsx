'use client';

import { useEffect, useRef, useState } from 'react';
import { UndecidableDialog } from '@/components/approval/undecidable';
import { leaveFor } from '@/components/form/call-action';
import { type Notice, useAction } from '@/components/form/use-action';
import { Button } from '@/components/ui/button';
import { ConfirmedButton } from '@/components/ui/dialog';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { StatusRegion } from '@/components/ui/status-region';
import {
  disableUserAction,
  enableUserAction,
  endUserSessionsAction,
  removeMembershipAction,
  resetPasswordAction,
} from '@/lib/actions/people';
import type { LastChange } from '@/lib/domain/choice';
import type { Undecidable } from '@/lib/domain/entry/undecidable';
import type { InitialPassword, UserAction, UserDetail } from '@/lib/domain/people/user';
import type { Result } from '@/lib/domain/result';
import { paths } from '@/lib/routes';
import { otherVersionText } from '@/lib/text/other-version';
import { initialPasswordText, userActionText, usersText } from '@/lib/text/people/users';
import { CommandNotice } from './command-notice';

type InitialPasswordPanelProps = { title: string; issued: InitialPassword };

/** Shown once, in this place alone: the password is stored nowhere. Takes the focus. */
export function InitialPasswordPanel({ title, issued }: InitialPasswordPanelProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const copy = () =>
    navigator.clipboard.writeText(issued.password).then(
      () => setCopied(initialPasswordText.copied),
      () => setCopied(initialPasswordText.copyFailed),
    );

  return (
    <div ref={box} tabIndex={-1}>
      <NotificationBanner kind="success" title={title}>
        {initialPasswordText.lead}
        <dl className="mt-3 grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
          <dt className="text-dns-16B-130">{usersText.loginId}</dt>
          <dd>{issued.loginId}</dd>
          <dt className="text-dns-16B-130">{initialPasswordText.password}</dt>
          <dd className="flex flex-wrap items-center gap-4">
            <code className="rounded-4 bg-solid-gray-50 px-2 py-1 text-std-18N-160 select-all">{issued.password}</code>
            <Button onClick={copy}>{initialPasswordText.copy}</Button>
          </dd>
        </dl>
        <StatusRegion className="mt-2">{copied}</StatusRegion>
      </NotificationBanner>
    </div>
  );
}

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
      return answer?.ok && action === 'removeMembership' ? leaveFor(paths.users) : answer;
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
              isDanger={action === 'removeMembership'}
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
