'use client';

import { useRef } from 'react';
import { CommandNotice } from '@/components/admin/command-notice';
import { useAction } from '@/components/form/use-action';
import { ColumnHeads, DataTable } from '@/components/ui/data-table';
import { ConfirmedButton } from '@/components/ui/dialog';
import { endSessionsAction } from '@/lib/actions/sign-in';
import type { OwnSession } from '@/lib/domain/sign-in/sign-in';
import { formatEraDateTime } from '@/lib/text/format';
import { browserText, sessionsText as text } from '@/lib/text/sign-in/sessions';

const COLUMNS = ['browser', 'ward', 'startedAt', 'lastSeenAt', 'address', 'action'] as const;

function Time({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{formatEraDateTime(at)}</time>;
}

export function SessionTable({ sessions }: { sessions: readonly OwnSession[] }) {
  const said = useRef<HTMLDivElement>(null);
  const { notice, run, clear } = useAction({ refreshes: true, focus: said });
  const end = (sessionId: string | null) =>
    run(() => endSessionsAction({ sessionId }), { done: ({ count }) => text.ended(count) });
  const hasOthers = sessions.some(({ isThis }) => !isThis);
  return (
    <>
      <CommandNotice notice={notice} ref={said} />
      <DataTable caption={text.list}>
        <ColumnHeads columns={COLUMNS} labels={text} />
        <tbody className="[&_td]:py-2">
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">{browserText(session.userAgent)}</th>
              <td>{session.wardName}</td>
              <td className="meta">
                <Time at={session.startedAt} />
              </td>
              <td className="meta">
                <Time at={session.lastSeenAt} />
              </td>
              <td>{session.address ?? text.none}</td>
              <td>
                {session.isThis ? (
                  <span>{text.isThis}</span>
                ) : (
                  <ConfirmedButton
                    label={text.end}
                    title={text.endTitle(browserText(session.userAgent))}
                    onOpen={clear}
                    onConfirm={() => end(session.id)}
                  >
                    {text.endBody}
                  </ConfirmedButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {hasOthers && (
        <div className="mt-4">
          <ConfirmedButton
            label={text.endOthers}
            title={text.endOthersTitle}
            onOpen={clear}
            onConfirm={() => end(null)}
          >
            {text.endBody}
          </ConfirmedButton>
        </div>
      )}
    </>
  );
}
