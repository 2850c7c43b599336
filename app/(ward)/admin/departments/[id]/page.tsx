import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { HandOverForm } from '@/components/admin/hand-over-form';
import { OpenWorkTable } from '@/components/admin/open-work-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { getOpenWork } from '@/lib/server/department-queries';
import { listDepartmentOptions } from '@/lib/server/user-queries';
import { departmentsText } from '@/lib/text/departments';
import { handOverText } from '@/lib/text/entry-administration';

export const metadata: Metadata = { title: handOverText.link };

export default gatedPage('entry.move', { section: 'admin' }, async (reader, { id = '' }) => {
  const { name, entries } = (await getOpenWork(reader, id)) ?? notFound();
  const others = (await listDepartmentOptions(reader)).filter((department) => department.id !== id);
  return (
    <AdminFrame part="departments">
      <PageHeader
        title={handOverText.title(name)}
        meta={departmentsText.entries(entries.length)}
        above={<Breadcrumbs crumbs={[{ label: departmentsText.title, href: '/admin/departments' }]} />}
      />
      {entries.length === 0 ? (
        <EmptyState message={handOverText.empty} />
      ) : (
        <OpenWorkTable caption={handOverText.title(name)} entries={entries} />
      )}
      <HandOverForm from={id} entries={entries} departments={others} />
    </AdminFrame>
  );
});
