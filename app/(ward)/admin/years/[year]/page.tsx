import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/year-of-path';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CategoryForm } from '@/components/admin/category-form';
import { DocumentTextsForm } from '@/components/admin/document-texts-form';
import { YearFacts } from '@/components/admin/year-facts';
import { ReopenedBanner } from '@/components/home/reopened-banner';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { getYearSettings } from '@/lib/server/year-settings-queries';
import { yearSettingsText as text } from '@/lib/text/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('year.manage', { section: 'admin' }, async (reader, params) => {
  const year = yearOfPath(params);
  const { isOpen, reopened, version, texts, lastChange, categories } =
    (await getYearSettings(reader, year)) ?? notFound();
  return (
    <AdminFrame part="years">
      <PageHeader
        title={text.title(year)}
        above={<Breadcrumbs crumbs={[{ label: text.toYears, href: '/admin/years' }]} />}
      />
      <ReopenedBanner reopened={reopened} />
      {!isOpen && <p className="mb-4">{text.closed}</p>}
      {isOpen ? (
        <>
          <h2 className="mb-3 text-std-18B-160">{text.categories}</h2>
          {categories.length === 0 && <p>{text.empty}</p>}
          {categories.map((category, index) => (
            <CategoryForm key={category.id} category={category} place={index + 1} count={categories.length} />
          ))}
          <h2 className="mb-3 text-std-18B-160">{text.texts}</h2>
          <DocumentTextsForm year={year} version={version} texts={texts} lastChange={lastChange} />
        </>
      ) : (
        <YearFacts categories={categories} texts={texts} />
      )}
    </AdminFrame>
  );
});
