import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { yearPaths } from '@/lib/domain/paths';
import { hasRoleFor } from '@/lib/domain/permissions';
import { currentYear } from '@/lib/domain/ward-years';
import { getShell } from '@/lib/server/shell-queries';
import { sectionText, shellText } from '@/lib/text/shell';
import { gatedPage } from './gated-page';

export const metadata: Metadata = { title: sectionText.home };

export default gatedPage('year.read', { section: 'home' }, async (reader) => {
  const { years } = await getShell(reader);
  const year = currentYear(years);
  if (year) redirect(yearPaths(year).home);
  return (
    <>
      <PageHeader title={sectionText.home} />
      <EmptyState message={`${shellText.noYears}${shellText.noYearsRemedy}`}>
        {hasRoleFor(reader, 'year.open') && <ButtonLink href="/admin/years">{shellText.manageYears}</ButtonLink>}
      </EmptyState>
    </>
  );
});
