import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { gatedPage, type Params } from '@/app/gated-page';
import { pageOf, yearOfPath } from '@/app/path-parameters';
import { DocumentPage, WaitingPage } from '@/components/document/document-page';
import { DocumentTabs } from '@/components/document/document-tabs';
import { DocumentText } from '@/components/document/document-text';
import { CompareLink } from '@/components/edition/compare-form';
import { DrawnAnew } from '@/components/edition/drawn-anew';
import { EditionFacts } from '@/components/edition/edition-facts';
import { EditionFiles } from '@/components/edition/edition-files';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { editionNumberOf } from '@/lib/domain/edition/edition';
import { fiscalYearFromPath } from '@/lib/domain/year/fiscal-year';
import { editionFilePath, editionPath, paths } from '@/lib/routes';
import { getPrintedPages, getScreenText } from '@/lib/server/document/export';
import { getEdition, getEditionDocument } from '@/lib/server/edition/edition-queries';
import { formatText } from '@/lib/text/document/document-files';
import { documentPageText } from '@/lib/text/document/document-page';
import { editionDocumentText, editionNameText } from '@/lib/text/edition/edition';
import { editionsText as text } from '@/lib/text/edition/editions';

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { year, number } = await params;
  const [ofYear, numbered] = [fiscalYearFromPath(year), editionNumberOf(number)];
  return ofYear && numbered ? { title: text.pageTitle(ofYear, numbered) } : {};
}

export default gatedPage('document.read', { section: 'document' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const edition = (await getEdition(reader, year, editionNumberOf(params.number) ?? 0)) ?? notFound();
  const { number, documents } = edition;
  const shown = documents.find(({ kind }) => kind === query.document) ?? documents[0] ?? notFound();
  const { kind } = shown;
  const document = (await getEditionDocument(reader, { year, number, kind })) ?? notFound();
  const { paper } = document;
  const printing = getPrintedPages(reader, document);
  const imageHref = (page: number) => `${editionFilePath(edition, kind, 'svg')}&page=${page}`;
  return (
    <>
      <PageHeader
        title={editionNameText(edition)}
        above={<Breadcrumbs crumbs={[{ label: text.title, href: paths.editions }]} />}
        actions={
          <>
            <ButtonLink variant="primary" href={editionFilePath(edition, kind, 'pdf')}>
              {documentPageText.export(formatText('pdf'))}
            </ButtonLink>
            <ButtonLink href={editionFilePath(edition, kind, 'zip')}>{text.zip}</ButtonLink>
          </>
        }
      />
      <EditionFacts edition={edition} />
      <CompareLink edition={edition} />
      <div className="mt-4">
        <DocumentTabs
          label={text.documents}
          tabs={documents.map((of) => ({
            label: editionDocumentText[of.kind],
            href: editionPath(edition, of.kind),
            isCurrent: of.kind === kind,
          }))}
        />
      </div>
      <div
        className={`grid items-start gap-x-8 gap-y-6 ${paper === 'portrait' ? 'min-[75rem]:grid-cols-[2fr_3fr]' : ''}`}
      >
        <section aria-label={documentPageText.printed}>
          <Suspense>
            <DrawnAnew document={shown} printing={printing} />
          </Suspense>
          <Suspense fallback={<WaitingPage imageHref={imageHref} paper={paper} />}>
            <DocumentPage
              printing={printing}
              pageFrom={(pages) => pageOf(query.page, pages)}
              imageHref={imageHref}
              paper={paper}
              hrefFor={(page) => `${editionPath(edition, kind)}&page=${page}`}
            />
          </Suspense>
        </section>
        <section aria-label={documentPageText.text} className="min-w-0">
          <Suspense>
            <DocumentText text={getScreenText(reader, document)} />
          </Suspense>
        </section>
      </div>
      <section aria-labelledby="files" className="mt-6">
        <h2 id="files" className="text-std-18B-160">
          {text.files}
        </h2>
        <p className="mb-2">{text.hashSupport}</p>
        <EditionFiles edition={edition} document={shown} />
      </section>
    </>
  );
});
