import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { gatedPage, type Query } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AuditFilters, AuditTable } from '@/components/admin/audit-table';
import { AuditPaging } from '@/components/admin/security-table';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { auditFilterOf, isFilteredAudit } from '@/lib/domain/history/audit';
import { isId } from '@/lib/domain/inputs';
import { auditHref } from '@/lib/list-routes';
import { paths } from '@/lib/routes';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { auditText } from '@/lib/text/history/audit';
import { auditFilterText } from '@/lib/text/history/audit-filter';
import { filterText } from '@/lib/text/ui';

/** What is no id is as good as not there. */
const cursorOf = ({ olderThan }: Query): string | null => (isId(olderThan) ? olderThan : null);

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return { title: cursorOf(await searchParams) ? auditText.olderTitle : auditText.title };
}

export default gatedPage('audit.read', { section: 'admin' }, async (reader, _params, query) => {
  const cursor = cursorOf(query);
  const filter = auditFilterOf(query);
  const { rows, olderThan } = await listAuditEvents(reader, cursor, filter);
  if (cursor && rows.length === 0) redirect(auditHref(filter));
  const isFiltered = isFilteredAudit(filter);
  return (
    <AdminFrame part="audit">
      <PageHeader title={auditText.title} />
      <AuditFilters filter={filter} />
      {rows.length === 0 ? (
        <EmptyState message={isFiltered ? auditFilterText.noneFound : auditText.empty}>
          {isFiltered && (
            <a href={paths.audit} className="link">
              {filterText.clear}
            </a>
          )}
        </EmptyState>
      ) : (
        <AuditTable rows={rows} />
      )}
      <AuditPaging
        newestHref={cursor ? auditHref(filter) : null}
        olderHref={olderThan && auditHref(filter, olderThan)}
      />
    </AdminFrame>
  );
});
