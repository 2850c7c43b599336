import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { AdminFrame } from '@/components/admin/admin-frame';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { ClosedBanner } from '@/components/year/closed-banner';
import { ReopenedBanner } from '@/components/year/reopened-banner';
import { CategoryAdd } from '@/components/year/settings/category-add';
import { YearFacts } from '@/components/year/settings/year-facts';
import { YearSettingsForm } from '@/components/year/settings/year-settings-form';
import { paths } from '@/lib/routes';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { yearSettingsText as text } from '@/lib/text/year/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('year.manage', { section: 'admin' }, async (reader, params) => {
  const year = yearOfPath(params);
  const settings = (await getYearSettings(reader, year)) ?? notFound();
  const reopened = <ReopenedBanner reopened={settings.reopened} />;
  return (
    <AdminFrame part="years">
      {settings.isOpen ? (
        <>
          <YearSettingsForm settings={settings}>{reopened}</YearSettingsForm>
          <CategoryAdd year={year} former={settings.former} />
        </>
      ) : (
        <>
          <PageHeader
            title={text.title(year)}
            above={<Breadcrumbs crumbs={[{ label: text.toYears, href: paths.years }]} />}
          />
          <ClosedBanner closed={settings.closed} />
          <p className="mb-4">{text.closed}</p>
          <YearFacts {...settings} />
        </>
      )}
    </AdminFrame>
  );
});
