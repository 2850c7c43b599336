import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { gatedPage } from '@/app/gated-page';
import { pageOf, yearMetadata, yearOfPath } from '@/app/path-parameters';
import { DocumentHoles, DocumentPage, WaitingPage } from '@/components/document/document-page';
import { DocumentStateStrip } from '@/components/document/document-state';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { DOCUMENT_FORMATS } from '@/lib/document/formats';
import { DocumentHtml } from '@/lib/document/render-html';
import { hasRoleFor } from '@/lib/domain/permissions';
import { documentFilePath, entryPaths, yearPaths } from '@/lib/routes';
import { getDocument } from '@/lib/server/document/document';
import { getPrintedPages } from '@/lib/server/document/export';
import { documentPageText } from '@/lib/text/document/document-page';

export const generateMetadata = yearMetadata(documentPageText.titleOf);

export default gatedPage('document.read', { section: 'document' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const { model, state, isOpen, printed } = (await getDocument(reader, year)) ?? notFound();
  const paths = yearPaths(year);
  const printing = getPrintedPages(reader, model);
  const settingsHref = isOpen && hasRoleFor(reader, 'category.edit') ? paths.settings : null;
  const api = documentFilePath(year);
  const imageHref = (of: number) => `${api}/svg?page=${of}`;
  return (
    <>
      <PageHeader
        title={documentPageText.titleOf(year)}
        actions={Object.entries(DOCUMENT_FORMATS)
          .filter(([, { isExport }]) => isExport)
          .map(([format, { extension }], index) => (
            <ButtonLink key={format} variant={index === 0 ? 'primary' : 'secondary'} href={`${api}/${format}`}>
              {documentPageText.export(extension)}
            </ButtonLink>
          ))}
      />
      <DocumentStateStrip
        year={year}
        state={state}
        settingsHref={settingsHref}
        yearHref={(of) => yearPaths(of)[hasRoleFor(reader, 'category.edit') ? 'settings' : 'home']}
        entryHref={(id) => entryPaths(year, id).entry}
      />
      <Suspense>
        <DocumentHoles
          printing={printing}
          printed={printed}
          settingsHref={settingsHref}
          entryHref={(id) => entryPaths(year, id).entry}
        />
      </Suspense>
      <div className="grid items-start gap-x-8 gap-y-6 min-[75rem]:grid-cols-[2fr_3fr]">
        <section aria-label={documentPageText.printed}>
          <Suspense fallback={<WaitingPage imageHref={imageHref} />}>
            <DocumentPage
              printing={printing}
              pageFrom={(pages) => pageOf(query.page, pages)}
              imageHref={imageHref}
              hrefFor={(of) => `${paths.document}?page=${of}`}
            />
          </Suspense>
        </section>
        <section aria-label={documentPageText.text} className="min-w-0 [&_.data-table]:text-dns-14N-130">
          <DocumentHtml model={model} Region={ScrollRegion} />
        </section>
      </div>
    </>
  );
});
