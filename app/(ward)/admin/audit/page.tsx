import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { gatedPage, type Query } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AuditTable } from '@/components/admin/audit-table';
import { AuditPaging } from '@/components/admin/security-table';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { isId } from '@/lib/domain/inputs';
import { paths } from '@/lib/routes';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { auditText } from '@/lib/text/history/audit';

/** What is no id is as good as not there. */
const cursorOf = ({ olderThan }: Query): string | null => (isId(olderThan) ? olderThan : null);

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return { title: cursorOf(await searchParams) ? auditText.olderTitle : auditText.title };
}

export default gatedPage('audit.read', { section: 'admin' }, async (reader, _params, query) => {
  const cursor = cursorOf(query);
  const { rows, olderThan } = await listAuditEvents(reader, cursor);
  if (cursor && rows.length === 0) redirect(paths.audit);
  return (
    <AdminFrame part="audit">
      <PageHeader title={auditText.title} />
      {rows.length === 0 ? <EmptyState message={auditText.empty} /> : <AuditTable rows={rows} />}
      <AuditPaging
        newestHref={cursor ? paths.audit : null}
        olderHref={olderThan && `${paths.audit}?olderThan=${olderThan}`}
      />
    </AdminFrame>
  );
});
