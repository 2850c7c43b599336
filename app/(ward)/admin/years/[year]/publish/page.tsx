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
import { NotificationBanner } from '@/components/ui/notification-banner';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { placesToCorrect } from '@/lib/domain/edition/difference';
import { nextEditionPagePath, paths, yearPaths } from '@/lib/routes';
import { getChangesSince } from '@/lib/server/edition/edition-differences';
import { documentsOf, getNextEdition, getReading, printNext } from '@/lib/server/edition/next-edition';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { editionDocumentText } from '@/lib/text/edition/edition';
import { editionsText } from '@/lib/text/edition/editions';
import { publishText as text } from '@/lib/text/edition/publish';
import { errorText } from '@/lib/text/errors';
import { yearSettingsText } from '@/lib/text/year/year-settings';

export const generateMetadata = yearMetadata(text.title);

export default gatedPage('edition.publish', { section: 'admin' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const next = (await getNextEdition(reader, year)) ?? notFound();
  const reading = await getReading(reader, next);
  const points = reading.ok ? await listOpenPoints(reader, year, reading.value.unread) : [];
  const { number, kind: editionKind, seen } = next;
  const kinds = documentsOf(next);
  const kind = kinds.find((of) => of === query.document) ?? 'document';
  const edition = { year, number, kind: editionKind };
  const { paper } = TEMPLATES[kind];
  const changes = getChangesSince(reader, next);
  const documents = editionKind === 'corrected' ? (await changes)?.documents : undefined;
  const places = documents?.ok ? placesToCorrect(documents.value) : [];
  const problem = [reading, documents].find((of) => of?.ok === false);
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
        <p className="mb-2">
          {text.previewSupport}
          {kind === 'errata' && text.previewOfErrata}
        </p>
        <DocumentTabs
          label={editionsText.documents}
          tabs={kinds.map((of) => ({
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
        {problem?.ok === false ? (
          <NotificationBanner kind="error" title={errorText[problem.code]} />
        ) : (
          <PublishForm edition={edition} seen={seen} points={points} places={places} />
        )}
      </section>
    </AdminFrame>
  );
});
