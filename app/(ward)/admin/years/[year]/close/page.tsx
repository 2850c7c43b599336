import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { AdminFrame } from '@/components/admin/admin-frame';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { CloseYearForm } from '@/components/year/close-year-form';
import { ClosedBanner } from '@/components/year/closed-banner';
import { paths } from '@/lib/routes';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { closeYearText as text } from '@/lib/text/year/open-points';
import { yearSettingsText } from '@/lib/text/year/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('year.close', { section: 'admin' }, async (reader, params) => {
  const year = yearOfPath(params);
  const { version, isOpen, closed } = (await getYearSettings(reader, year)) ?? notFound();
  return (
    <AdminFrame part="years">
      <PageHeader
        title={text.title(year)}
        above={<Breadcrumbs crumbs={[{ label: yearSettingsText.toYears, href: paths.years }]} />}
      />
      {isOpen ? (
        <CloseYearForm year={year} version={version} points={await listOpenPoints(reader, year)} />
      ) : (
        <>
          <ClosedBanner closed={closed} />
          <p>{text.closedYear}</p>
        </>
      )}
    </AdminFrame>
  );
});
