import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { gatedPage, type Query } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AuditPaging } from '@/components/admin/audit-paging';
import { SecurityFilters } from '@/components/admin/security-filters';
import { SecurityTable } from '@/components/admin/security-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { isId } from '@/lib/domain/inputs';
import { isFilteredSecurity, securityExportHref, securityFilterOf, securityHref } from '@/lib/domain/security-event';
import { listSecurityEvents, listSecurityPeople } from '@/lib/server/security-event-queries';
import { securityText } from '@/lib/text/security';

const cursorOf = ({ olderThan }: Query): string | null => (isId(olderThan) ? olderThan : null);

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  return { title: cursorOf(await searchParams) ? securityText.olderTitle : securityText.title };
}

export default gatedPage('security.read', { section: 'admin' }, async (reader, _params, query) => {
  const filter = securityFilterOf(query);
  const cursor = cursorOf(query);
  const [{ rows, olderThan }, people] = await Promise.all([
    listSecurityEvents(reader, filter, cursor),
    listSecurityPeople(reader),
  ]);
  if (cursor && rows.length === 0) redirect(securityHref(filter));
  const empty = isFilteredSecurity(filter) ? securityText.noneFound : securityText.empty;
  return (
    <AdminFrame part="security">
      <PageHeader
        title={securityText.title}
        actions={<ButtonLink href={securityExportHref(filter)}>{securityText.download}</ButtonLink>}
      />
      <SecurityFilters filter={filter} people={people} />
      {rows.length === 0 ? <EmptyState message={empty} /> : <SecurityTable rows={rows} />}
      <AuditPaging
        newestHref={cursor ? securityHref(filter) : null}
        olderHref={olderThan && securityHref(filter, olderThan)}
      />
    </AdminFrame>
  );
});
