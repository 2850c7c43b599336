import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Forbidden } from '@/components/ui/forbidden';
import { type Operation, PERMISSIONS } from '@/lib/domain/permissions';
import { type Reader, reading } from '@/lib/server/reading';

export type Section = 'home' | 'entries' | 'approvals' | 'document' | 'admin';

type PageProps = {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

type Render = (
  reader: Reader,
  params: Record<string, string>,
  query: Record<string, string | string[] | undefined>,
) => Promise<ReactNode>;

/** A page behind the gate: its content is made for a reader, and there is no reader without the right to read. */
export const gatedPage = (operation: Operation, _shell: { section: Section }, render: Render) =>
  async function page({ params, searchParams }: PageProps) {
    const passed = await reading(operation);
    if (passed.ok) return render(passed.value, await params, await searchParams);
    if (passed.code === 'signed_out') redirect('/sign-in');
    if (passed.code === 'password_change_required') redirect('/password');
    const { role } = PERMISSIONS[operation];
    return <Forbidden role={role === 'member' ? 'viewer' : role} />;
  };
