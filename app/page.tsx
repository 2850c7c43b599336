import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notification-banner';
import { hasRoleFor } from '@/lib/domain/permissions';
import { currentYear } from '@/lib/domain/year/ward-years';
import { paths, yearPaths } from '@/lib/routes';
import { getShell } from '@/lib/server/people/shell-queries';
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
        {hasRoleFor(reader, 'year.open') && <ButtonLink href={paths.years}>{shellText.manageYears}</ButtonLink>}
      </EmptyState>
    </>
  );
});
