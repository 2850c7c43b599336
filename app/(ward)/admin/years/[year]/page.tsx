import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/year-of-path';
import { AdminFrame } from '@/components/admin/admin-frame';
import { YearFacts } from '@/components/admin/year-facts';
import { YearSettingsForm } from '@/components/admin/year-settings-form';
import { ReopenedBanner } from '@/components/home/reopened-banner';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { getYearSettings } from '@/lib/server/year-settings-queries';
import { yearSettingsText as text } from '@/lib/text/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('year.manage', { section: 'admin' }, async (reader, params) => {
  const year = yearOfPath(params);
  const settings = (await getYearSettings(reader, year)) ?? notFound();
  const reopened = <ReopenedBanner reopened={settings.reopened} />;
  return (
    <AdminFrame part="years">
      {settings.isOpen ? (
        <YearSettingsForm settings={settings}>{reopened}</YearSettingsForm>
      ) : (
        <>
          <PageHeader
            title={text.title(year)}
            above={<Breadcrumbs crumbs={[{ label: text.toYears, href: '/admin/years' }]} />}
          />
          {reopened}
          <p className="mb-4">{text.closed}</p>
          <YearFacts {...settings} />
        </>
      )}
    </AdminFrame>
  );
});
