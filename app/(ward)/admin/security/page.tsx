import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { gatedPage, type Query } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AuditPaging, SecurityFilters, SecurityTable } from '@/components/admin/security-table';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notification-banner';
import { isFilteredSecurity, securityFilterOf } from '@/lib/domain/history/security-event';
import { isId } from '@/lib/domain/inputs';
import { securityExportHref, securityHref } from '@/lib/list-routes';
import { listSecurityEvents, listSecurityPeople } from '@/lib/server/history/security-event-queries';
import { securityText } from '@/lib/text/history/security';

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
