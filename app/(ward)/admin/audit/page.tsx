import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { gatedPage, type Query } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AuditPaging } from '@/components/admin/audit-paging';
import { AuditTable } from '@/components/admin/audit-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { isId } from '@/lib/domain/inputs';
import { listAuditEvents } from '@/lib/server/audit-queries';
import { auditText } from '@/lib/text/audit';

/** What is no id is as good as not there. */
const cursorOf = ({ olderThan }: Query): string | null => (isId(olderThan) ? olderThan : null);

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return { title: cursorOf(await searchParams) ? auditText.olderTitle : auditText.title };
}

export default gatedPage('audit.read', { section: 'admin' }, async (reader, _params, query) => {
  const cursor = cursorOf(query);
  const { rows, olderThan } = await listAuditEvents(reader, cursor);
  if (cursor && rows.length === 0) redirect('/admin/audit');
  return (
    <AdminFrame part="audit">
      <PageHeader title={auditText.title} />
      {rows.length === 0 ? <EmptyState message={auditText.empty} /> : <AuditTable rows={rows} />}
      <AuditPaging
        newestHref={cursor ? '/admin/audit' : null}
        olderHref={olderThan && `/admin/audit?olderThan=${olderThan}`}
      />
    </AdminFrame>
  );
});
