import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { pageOf, yearMetadata, yearOfPath } from '@/app/path-parameters';
import { FindingFilters, YearFindingsTable } from '@/components/findings/year-findings';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { countFindings, filterFindings, findingFilterOf } from '@/lib/domain/findings/year-findings';
import { hasRoleFor } from '@/lib/domain/permissions';
import { findingsHref } from '@/lib/list-routes';
import { getEntryListFrame } from '@/lib/server/entry/entry-list-queries';
import { getYearFindings } from '@/lib/server/findings/year-findings-queries';
import { findingsText, findingsTitle, yearFindingsText } from '@/lib/text/findings/findings';

const PAGE_SIZE = 100;

export const generateMetadata = yearMetadata(findingsTitle);

export default gatedPage('entry.read', { section: 'home' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const filter = findingFilterOf(query);
  const [frame, found] = await Promise.all([getEntryListFrame(reader, year), getYearFindings(reader, year)]);
  if (!frame || !found) notFound();
  const shown = filterFindings(found, filter);
  const { errors, warnings } = countFindings(shown);
  const pages = Math.max(Math.ceil(shown.length / PAGE_SIZE), 1);
  const page = pageOf(query.page, pages);
  return (
    <>
      <PageHeader title={findingsTitle(year)} meta={findingsText.counts(errors, warnings)} />
      <FindingFilters year={year} filter={filter} departments={frame.departments} />
      {shown.length === 0 ? (
        <EmptyState message={found.length === 0 ? findingsText.none : yearFindingsText.noMatch} />
      ) : (
        <YearFindingsTable
          year={year}
          found={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
          canEdit={hasRoleFor(reader, 'documentTexts.edit')}
        />
      )}
      <Pagination page={page} pages={pages} hrefFor={(to) => findingsHref(year, filter, to)} />
    </>
  );
});
