import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { HandOverForm } from '@/components/admin/hand-over-form';
import { OpenWorkTable } from '@/components/admin/open-work-table';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { paths } from '@/lib/routes';
import { getOpenWork } from '@/lib/server/people/department-queries';
import { listDepartmentOptions } from '@/lib/server/people/user-queries';
import { handOverText } from '@/lib/text/entry/entry-administration';
import { departmentsText } from '@/lib/text/people/departments';

export const metadata: Metadata = { title: handOverText.link };

export default gatedPage('entry.move', { section: 'admin' }, async (reader, { id = '' }) => {
  const { name, entries } = (await getOpenWork(reader, id)) ?? notFound();
  const others = (await listDepartmentOptions(reader)).filter((department) => department.id !== id);
  return (
    <AdminFrame part="departments">
      <PageHeader
        title={handOverText.title(name)}
        meta={departmentsText.entries(entries.length)}
        above={<Breadcrumbs crumbs={[{ label: departmentsText.title, href: paths.departments }]} />}
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
