import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { DeviceOwner } from '@/components/form/device-owner';
import { AppShell } from '@/components/shell/app-shell';
import { Forbidden } from '@/components/shell/forbidden';
import { type Operation, rolesFor } from '@/lib/domain/permissions';
import type { ErrorCode } from '@/lib/domain/result';
import { ASKED_PATH_HEADER, pathBefore } from '@/lib/domain/sign-in/asked-path';
import { paths } from '@/lib/routes';
import { currentRequest, noteOperation, noteRequest } from '@/lib/server/current-request';
import { type Reader, reading } from '@/lib/server/gate/reading';
import { copyOwner } from '@/lib/server/sign-in/device-cookie';
import type { SectionName } from '@/lib/text/shell';
import { shellProps } from './shell-props';

export type Params = Record<string, string>;
export type Query = Record<string, string | string[] | undefined>;

type PageProps = { params: Promise<Params>; searchParams: Promise<Query> };

type Render = (reader: Reader, params: Params, query: Query) => Promise<ReactNode>;

/** A page that says no says so to programs, too, and to the log. */
export function refused(code: ErrorCode, content: ReactNode): ReactNode {
  noteRequest({ status: 403, code });
  return content;
}

/** Who is a member of the ward but lacks the role stays inside the shell and reads who can. */
function refuse(operation: Operation): ReactNode {
  const [role = 'viewer'] = rolesFor(operation) ?? [];
  return refused('forbidden', <Forbidden role={role} />);
}

/** What breaks is shown with the number under which the log has the request. Redirections and the like have a mark of their own. */
function numbered(error: unknown): never {
  const request = currentRequest();
  throw request && error instanceof Error && !('digest' in error)
    ? Object.assign(error, { digest: request.id })
    : error;
}

/** A page behind the gate: its content is made for a reader, and there is no reader without the right to read. */
export const gatedPage = (operation: Operation, { section }: { section: SectionName | 'account' }, render: Render) =>
  async function page({ params, searchParams }: PageProps) {
    noteOperation(operation);
    const member = await reading('year.read');
    if (!member.ok) {
      const asked = (await headers()).get(ASKED_PATH_HEADER);
      redirect(pathBefore(member.code === 'password_change_required' ? paths.password : paths.signIn, asked));
    }
    const passed = await reading(operation);
    const given = await params;
    const [shell, content] = await Promise.all([
      shellProps(member.value, { section, year: given.year }),
      passed.ok ? render(passed.value, given, await searchParams) : refuse(operation),
    ]).catch(numbered);
    return (
      <AppShell {...shell}>
        <DeviceOwner owner={copyOwner(member.value)}>{content}</DeviceOwner>
      </AppShell>
    );
  };
