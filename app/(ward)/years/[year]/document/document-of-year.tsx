import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import type { Params, Query } from '@/app/gated-page';
import { pageOf, yearOfPath } from '@/app/path-parameters';
import { DocumentHoles, DocumentPage, WaitingPage } from '@/components/document/document-page';
import { DocumentStateStrip } from '@/components/document/document-state';
import { DocumentTabs } from '@/components/document/document-tabs';
import { DocumentText } from '@/components/document/document-text';
import { DownloadAll } from '@/components/document/download-all';
import { ChangedNotice } from '@/components/edition/changed-notice';
import { NewestEdition } from '@/components/edition/newest-edition';
import { Menu } from '@/components/shell/menu';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { ClosedBanner } from '@/components/year/closed-banner';
import { FILE_FORMATS } from '@/lib/document/formats';
import { type DocumentKind, TEMPLATES } from '@/lib/document/templates/templates';
import { hasRoleFor } from '@/lib/domain/permissions';
import { documentFilePath, entryPaths, paths as wardPaths, yearPaths } from '@/lib/routes';
import { getDocument } from '@/lib/server/document/document';
import { getPrintedPages, getScreenText } from '@/lib/server/document/export';
import { getChangedEdition } from '@/lib/server/edition/changed-edition';
import { listEditionsOfYear } from '@/lib/server/edition/edition-queries';
import type { Reader } from '@/lib/server/gate/reading';
import { formatText } from '@/lib/text/document/document-files';
import { documentPageText } from '@/lib/text/document/document-page';
import { editionsText } from '@/lib/text/edition/editions';
import { publishText } from '@/lib/text/edition/publish';
import { readThroughText } from '@/lib/text/read-through/read-through';
import { documentKindText } from '@/lib/text/terms';

const KINDS = ['document', 'annex'] as const satisfies DocumentKind[];
/** Beside the one that everybody wants. */
const OTHERS = FILE_FORMATS.filter((format) => format !== 'pdf');
const TITLE = { document: documentPageText.titleOf, annex: documentPageText.annexTitleOf };

/** The page of a document: what keeps it from being final, its printed pages and its text. */
export const documentOfYear = (kind: DocumentKind) => async (reader: Reader, params: Params, query: Query) => {
  const year = yearOfPath(params);
  const document = (await getDocument(reader, year, kind)) ?? notFound();
  const { state, isOpen, closed, printed } = document;
  const { paper } = TEMPLATES[kind];
  const [newest] = await listEditionsOfYear(reader, year);
  const paths = yearPaths(year);
  const printing = getPrintedPages(reader, document);
  const settingsHref = isOpen && hasRoleFor(reader, 'category.edit') ? paths.settings : null;
  const mayPublish = hasRoleFor(reader, 'edition.publish');
  const api = documentFilePath(year, kind);
  const imageHref = (of: number) => `${api}/svg?page=${of}`;
  return (
    <>
      <PageHeader
        title={TITLE[kind](year)}
        actions={
          <>
            <ButtonLink variant={mayPublish ? 'secondary' : 'primary'} href={`${api}/pdf`}>
              {documentPageText.export(formatText('pdf'))}
            </ButtonLink>
            <DownloadAll api={api} formats={[...FILE_FORMATS, 'zip']} />
            <Menu summary={documentPageText.otherFormats}>
              <ul>
                {OTHERS.map((format) => (
                  <li key={format}>
                    <a href={`${api}/${format}`} className="menu-item">
                      {documentPageText.export(formatText(format))}
                    </a>
                  </li>
                ))}
              </ul>
            </Menu>
            {mayPublish && (
              <ButtonLink variant="primary" href={paths.publish}>
                {publishText.publish}
              </ButtonLink>
            )}
          </>
        }
      />
      <DocumentTabs
        label={documentPageText.kinds}
        tabs={[
          ...KINDS.map((of) => ({ label: documentKindText[of], href: paths[of], isCurrent: of === kind })),
          { label: readThroughText.title, href: paths.readThrough, isCurrent: false },
          { label: editionsText.title, href: wardPaths.editions, isCurrent: false },
        ]}
      />
      <NewestEdition edition={newest} kind={kind} />
      <ChangedNotice edition={newest ? await getChangedEdition(reader, year) : null} />
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
        className={`grid items-start gap-x-8 gap-y-6 ${paper === 'portrait' ? 'min-[75rem]:grid-cols-[2fr_3fr]' : ''}`}
      >
        <section aria-label={documentPageText.printed}>
          <Suspense fallback={<WaitingPage imageHref={imageHref} paper={paper} />}>
            <DocumentPage
              printing={printing}
              pageFrom={(pages) => pageOf(query.page, pages)}
              imageHref={imageHref}
              paper={paper}
              hrefFor={(of) => `${paths[kind]}?page=${of}`}
            />
          </Suspense>
        </section>
        <section aria-label={documentPageText.text} className="min-w-0">
          <Suspense>
            <DocumentText text={getScreenText(reader, document)} />
          </Suspense>
        </section>
      </div>
    </>
  );
};
