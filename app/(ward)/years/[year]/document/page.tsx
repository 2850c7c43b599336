import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { pageOf } from '@/app/page-of';
import { yearMetadata, yearOfPath } from '@/app/year-of-path';
import { DocumentPage } from '@/components/document/document-page';
import { DocumentStateStrip } from '@/components/document/document-state';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { DocumentHtml } from '@/lib/document/render-html';
import { countPages } from '@/lib/document/render-pdf';
import { entryPaths, yearPaths } from '@/lib/domain/paths';
import { hasRoleFor } from '@/lib/domain/permissions';
import { getDocument } from '@/lib/server/document';
import { documentPageText } from '@/lib/text/document-page';

export const generateMetadata = yearMetadata(documentPageText.titleOf);

export default gatedPage('document.read', { section: 'document' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const { model, state, isOpen } = (await getDocument(reader, year)) ?? notFound();
  const paths = yearPaths(year);
  const pages = countPages(model);
  const page = pageOf(query.page, pages);
  const settingsHref = isOpen && hasRoleFor(reader, 'category.edit') ? paths.settings : null;
  const api = `/api/years/${year}/document`;
  return (
    <>
      <PageHeader
        title={documentPageText.titleOf(year)}
        actions={
          <ButtonLink variant="primary" href={`${api}/pdf`}>
            {documentPageText.export}
          </ButtonLink>
        }
      />
      <DocumentStateStrip
        year={year}
        state={state}
        settingsHref={settingsHref}
        yearHref={(of) => yearPaths(of)[hasRoleFor(reader, 'category.edit') ? 'settings' : 'home']}
        entryHref={(id) => entryPaths(year, id).entry}
      />
      <div className="grid items-start gap-x-8 gap-y-6 min-[75rem]:grid-cols-[2fr_3fr]">
        <DocumentPage
          page={page}
          pages={pages}
          imageHref={(of) => `${api}/svg?page=${of}`}
          hrefFor={(of) => `${paths.document}?page=${of}`}
        />
        <section aria-label={documentPageText.text} className="min-w-0 [&_.data-table]:text-dns-14N-130">
          <DocumentHtml model={model} />
        </section>
      </div>
    </>
  );
});
