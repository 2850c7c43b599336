import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Forbidden } from '@/components/ui/forbidden';
import { ASKED_PATH_HEADER, pathBefore } from '@/lib/domain/asked-path';
import { type Operation, PERMISSIONS } from '@/lib/domain/permissions';
import { type Reader, reading } from '@/lib/server/reading';
import type { SectionName } from '@/lib/text/shell';
import { shellProps, WardShell } from './ward-shell';

export type Section = SectionName;

type PageProps = {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

type Render = (
  reader: Reader,
  params: Record<string, string>,
  query: Record<string, string | string[] | undefined>,
) => Promise<ReactNode>;

/** Who is a member of the ward but lacks the role stays inside the shell and reads who can. */
async function refuse(operation: Operation): Promise<ReactNode> {
  const { role } = PERMISSIONS[operation];
  return <Forbidden role={role === 'member' ? 'viewer' : role} />;
}

/** A page behind the gate: its content is made for a reader, and there is no reader without the right to read. */
export const gatedPage = (operation: Operation, { section }: { section: Section }, render: Render) =>
  async function page({ params, searchParams }: PageProps) {
    const member = await reading('year.read');
    if (!member.ok) {
      const asked = (await headers()).get(ASKED_PATH_HEADER);
      redirect(pathBefore(member.code === 'password_change_required' ? '/password' : '/sign-in', asked));
    }
    const passed = await reading(operation);
    const given = await params;
    const [shell, content] = await Promise.all([
      shellProps(member.value, { section, year: given.year }),
      passed.ok ? render(passed.value, given, await searchParams) : refuse(operation),
    ]);
    return <WardShell shell={shell}>{content}</WardShell>;
  };
