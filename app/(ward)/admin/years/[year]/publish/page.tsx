import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { gatedPage } from '@/app/gated-page';
import { pageOf, yearMetadata, yearOfPath } from '@/app/path-parameters';
import { AdminFrame } from '@/components/admin/admin-frame';
import { DocumentPage, WaitingPage } from '@/components/document/document-page';
import { DocumentTabs } from '@/components/document/document-tabs';
import { ChangesSince } from '@/components/edition/changes-since';
import { PublishForm } from '@/components/edition/publish-form';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { DOCUMENTS, type DocumentKind, documentKindOf } from '@/lib/document/templates/templates';
import { nextEditionPagePath, paths, yearPaths } from '@/lib/routes';
import { getChangesSince } from '@/lib/server/edition/edition-differences';
import { getNextEdition, printNext } from '@/lib/server/edition/next-edition';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { editionDocumentText } from '@/lib/text/edition/edition';
import { editionsText } from '@/lib/text/edition/editions';
import { publishText as text } from '@/lib/text/edition/publish';
import { yearSettingsText } from '@/lib/text/year/year-settings';

export const generateMetadata = yearMetadata(text.title);

const KINDS = Object.keys(DOCUMENTS) as DocumentKind[];

export default gatedPage('edition.publish', { section: 'admin' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const next = (await getNextEdition(reader, year)) ?? notFound();
  const [points, changes] = await Promise.all([
    listOpenPoints(reader, year, next.unread),
    getChangesSince(reader, next),
  ]);
  const kind = documentKindOf(`${query.document}`) ?? 'document';
  const { number, kind: editionKind, seen, models } = next;
  const edition = { year, number, kind: editionKind };
  const { paper } = models[kind];
  const { publish } = yearPaths(year);
  const imageHref = (page: number) => nextEditionPagePath(year, kind, page);
  return (
    <AdminFrame part="years">
      <PageHeader
        title={text.title(year)}
        above={<Breadcrumbs crumbs={[{ label: yearSettingsText.toYears, href: paths.years }]} />}
        actions={
          <a href={paths.editions} className="link self-center">
            {editionsText.all}
          </a>
        }
      />
      <p>{text.lead(edition)}</p>
      <p className="mb-4">{text.effect[editionKind]}</p>
      <section aria-labelledby="preview" className="mb-6">
        <h2 id="preview" className="text-std-18B-160">
          {text.preview}
        </h2>
        <p className="mb-2">{text.previewSupport}</p>
        <DocumentTabs
          label={editionsText.documents}
          tabs={KINDS.map((of) => ({
            label: editionDocumentText[of],
            href: `${publish}?document=${of}`,
            isCurrent: of === kind,
          }))}
        />
        <Suspense fallback={<WaitingPage imageHref={imageHref} paper={paper} />}>
          <DocumentPage
            printing={printNext(reader, next, kind, 'pages')}
            pageFrom={(pages) => pageOf(query.page, pages)}
            imageHref={imageHref}
            paper={paper}
            hrefFor={(page) => `${publish}?document=${kind}&page=${page}`}
          />
        </Suspense>
      </section>
      <ChangesSince next={editionKind} changes={changes} />
      <section aria-labelledby="points">
        <h2 id="points" className="mb-2 text-std-18B-160">
          {text.points}
        </h2>
        <PublishForm edition={edition} seen={seen} points={points} changes={changes?.documents ?? []} />
      </section>
    </AdminFrame>
  );
});
