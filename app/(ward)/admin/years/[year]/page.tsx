import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CategoryForm } from '@/components/admin/category-form';
import { DocumentTextsForm } from '@/components/admin/document-texts-form';
import { YearFacts } from '@/components/admin/year-facts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { fiscalYearFromPath, fiscalYearName } from '@/lib/domain/fiscal-year';
import { getYearSettings } from '@/lib/server/year-settings-queries';
import { yearSettingsText as text } from '@/lib/text/year-settings';

type Props = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = fiscalYearFromPath((await params).year);
  return year ? { title: text.title(fiscalYearName(year)) } : {};
}

export default gatedPage('year.manage', { section: 'admin' }, async (reader, params) => {
  const year = fiscalYearFromPath(params.year);
  const settings = year ? await getYearSettings(reader, year) : undefined;
  if (!settings) notFound();
  const { isOpen, version, texts, categories } = settings;
  return (
    <AdminFrame part="years">
      <PageHeader
        title={text.title(fiscalYearName(settings.year))}
        above={<Breadcrumbs crumbs={[{ label: text.toYears, href: '/admin/years' }]} />}
      />
      {!isOpen && <p className="mb-4">{text.closed}</p>}
      {isOpen ? (
        <>
          <h2 className="mb-3 text-std-18B-160">{text.categories}</h2>
          {categories.length === 0 && <p>{text.empty}</p>}
          {categories.map((category, index) => (
            <CategoryForm key={category.id} category={category} place={index + 1} count={categories.length} />
          ))}
          <h2 className="mb-3 text-std-18B-160">{text.texts}</h2>
          <DocumentTextsForm year={settings.year} version={version} texts={texts} />
        </>
      ) : (
        <YearFacts categories={categories} texts={texts} />
      )}
    </AdminFrame>
  );
});
