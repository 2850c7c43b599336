import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import type { Params, Query } from '@/app/gated-page';
import { pageOf, yearOfPath } from '@/app/path-parameters';
import { DocumentHoles, DocumentPage, WaitingPage } from '@/components/document/document-page';
import { DocumentStateStrip } from '@/components/document/document-state';
import { DownloadAll } from '@/components/document/download-all';
import { Menu } from '@/components/shell/menu';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { ClosedBanner } from '@/components/year/closed-banner';
import { FILE_FORMATS } from '@/lib/document/formats';
import { DocumentHtml } from '@/lib/document/render-html';
import type { DocumentKind } from '@/lib/document/templates/templates';
import { hasRoleFor } from '@/lib/domain/permissions';
import { documentFilePath, entryPaths, yearPaths } from '@/lib/routes';
import { getDocument } from '@/lib/server/document/document';
import { getPrintedPages } from '@/lib/server/document/export';
import type { Reader } from '@/lib/server/gate/reading';
import { formatText } from '@/lib/text/document/document-files';
import { documentKindText, documentPageText } from '@/lib/text/document/document-page';

const KINDS = ['document', 'annex'] as const satisfies DocumentKind[];
/** Beside the one that everybody wants. */
const OTHERS = FILE_FORMATS.filter((format) => format !== 'pdf');
const TITLE = { document: documentPageText.titleOf, annex: documentPageText.annexTitleOf };

/** The page of a document: what keeps it from being final, its printed pages and its text. */
export const documentOfYear = (kind: DocumentKind) => async (reader: Reader, params: Params, query: Query) => {
  const year = yearOfPath(params);
  const { model, state, isOpen, closed, printed } = (await getDocument(reader, year, kind)) ?? notFound();
  const paths = yearPaths(year);
  const printing = getPrintedPages(reader, model);
  const settingsHref = isOpen && hasRoleFor(reader, 'category.edit') ? paths.settings : null;
  const api = documentFilePath(year, kind);
  const imageHref = (of: number) => `${api}/svg?page=${of}`;
  return (
    <>
      <PageHeader
        title={TITLE[kind](year)}
        actions={
          <>
            <ButtonLink variant="primary" href={`${api}/pdf`}>
              {documentPageText.export(formatText.pdf)}
            </ButtonLink>
            <DownloadAll api={api} formats={[...FILE_FORMATS, 'zip']} />
            <Menu summary={documentPageText.otherFormats}>
              <ul>
                {OTHERS.map((format) => (
                  <li key={format}>
                    <a href={`${api}/${format}`} className="menu-item">
                      {documentPageText.export(formatText[format])}
                    </a>
                  </li>
                ))}
              </ul>
            </Menu>
          </>
        }
      />
      <nav aria-label={documentPageText.kinds} className="print:hidden -mx-3 mb-4">
        <ul className="flex flex-wrap border-b border-solid-gray-420">
          {KINDS.map((of) => (
            <li key={of} className="flex">
              <a
                href={paths[of]}
                aria-current={of === kind ? 'page' : undefined}
                className="bar-item min-h-9 after:-bottom-px"
              >
                {documentKindText[of]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {closed?.confirmed.length ? <ClosedBanner closed={closed} /> : null}
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
      <div
        className={`grid items-start gap-x-8 gap-y-6 ${model.paper === 'portrait' ? 'min-[75rem]:grid-cols-[2fr_3fr]' : ''}`}
      >
        <section aria-label={documentPageText.printed}>
          <Suspense fallback={<WaitingPage imageHref={imageHref} paper={model.paper} />}>
            <DocumentPage
              printing={printing}
              pageFrom={(pages) => pageOf(query.page, pages)}
              imageHref={imageHref}
              paper={model.paper}
              hrefFor={(of) => `${paths[kind]}?page=${of}`}
            />
          </Suspense>
        </section>
        <section aria-label={documentPageText.text} className="min-w-0 [&_.data-table]:text-dns-14N-130">
          <DocumentHtml model={model} Region={ScrollRegion} />
        </section>
      </div>
    </>
  );
};
