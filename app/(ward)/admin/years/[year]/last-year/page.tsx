import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { AdminFrame } from '@/components/admin/admin-frame';
import { LastYearForm } from '@/components/entry/last-year-form';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { yearPaths } from '@/lib/routes';
import { getLastYearAmounts } from '@/lib/server/entry/last-year-amounts';
import { lastYearAmountsText as text } from '@/lib/text/entry/last-year-amounts';
import { yearSettingsText } from '@/lib/text/year/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('entry.recordLastYear', { section: 'admin' }, async (reader, params) => {
  const year = yearOfPath(params);
  const amounts = (await getLastYearAmounts(reader, year)) ?? notFound();
  return (
    <AdminFrame part="years">
      {amounts.isOpen && amounts.rows.length > 0 ? (
        <LastYearForm key={amounts.rows.map(({ id }) => id).join()} year={year} amounts={amounts} />
      ) : (
        <>
          <PageHeader
            title={text.title(year)}
            above={<Breadcrumbs crumbs={[{ label: yearSettingsText.title(year), href: yearPaths(year).settings }]} />}
          />
          <p>{amounts.isOpen ? text.empty : text.closed}</p>
        </>
      )}
    </AdminFrame>
  );
});
