import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { pageOf } from '@/app/page-of';
import { DocumentPage } from '@/components/document/document-page';
import { DocumentStateStrip } from '@/components/document/document-state';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { DocumentHtml } from '@/lib/document/render-html';
import { countPages } from '@/lib/document/render-pdf';
import { fiscalYearFromPath, fiscalYearName } from '@/lib/domain/fiscal-year';
import { hasRoleFor } from '@/lib/domain/permissions';
import { getDocument } from '@/lib/server/document';
import { documentPageText } from '@/lib/text/document-page';

type Params = { params: Promise<Record<string, string>> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const year = fiscalYearFromPath((await params).year);
  return { title: year ? `${documentPageText.title}（${fiscalYearName(year)}）` : documentPageText.title };
}

export default gatedPage('document.read', { section: 'document' }, async (reader, params, query) => {
  const year = fiscalYearFromPath(params.year);
  const document = year ? await getDocument(reader, year) : undefined;
  if (!year || !document) notFound();
  const { model, state, isOpen } = document;
  const pages = countPages(model);
  const page = pageOf(query.page, pages);
  const annexHref = isOpen && hasRoleFor(reader, 'category.edit') ? `/admin/years/${year}` : null;
  const api = `/api/years/${year}/document`;
  return (
    <>
      <PageHeader
        title={`${documentPageText.title}（${fiscalYearName(year)}）`}
        actions={
          <ButtonLink variant="primary" href={`${api}/pdf`}>
            {documentPageText.export}
          </ButtonLink>
        }
      />
      <DocumentStateStrip state={state} annexHref={annexHref} entryHref={(id) => `/years/${year}/entries/${id}`} />
      <div className="grid items-start gap-x-8 gap-y-6 min-[75rem]:grid-cols-[2fr_3fr]">
        <DocumentPage
          page={page}
          pages={pages}
          imageHref={(of) => `${api}/svg?page=${of}`}
          hrefFor={(of) => `/years/${year}/document?page=${of}`}
        />
        <section aria-label={documentPageText.text} className="min-w-0 [&_.data-table]:text-dns-14N-130">
          <DocumentHtml model={model} />
        </section>
      </div>
    </>
  );
});
