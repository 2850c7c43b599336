import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { CompareForm } from '@/components/edition/compare-form';
import { DifferenceTables } from '@/components/edition/difference-table';
import { Breadcrumbs, PageHeader } from '@/components/shell/page-header';
import { EmptyState, NotificationBanner } from '@/components/ui/notification-banner';
import { editionOf } from '@/lib/domain/edition/edition';
import { paths } from '@/lib/routes';
import { getEditionDifferences } from '@/lib/server/edition/edition-differences';
import { differencesText as text } from '@/lib/text/edition/differences';
import { editionsText } from '@/lib/text/edition/editions';
import { errorText } from '@/lib/text/errors';

export const generateMetadata = yearMetadata(text.titleOf);

export default gatedPage('document.read', { section: 'document' }, async (reader, params, { from, to }) => {
  const year = yearOfPath(params);
  const { editions, compared } =
    (await getEditionDifferences(reader, year, { from: editionOf(from, year), to: editionOf(to, year) })) ?? notFound();
  const above = <Breadcrumbs crumbs={[{ label: editionsText.title, href: paths.editions }]} />;
  if (compared === null)
    return (
      <>
        <PageHeader title={text.titleOf(year)} above={above} />
        <EmptyState message={text.tooFew} />
      </>
    );
  const { documents } = compared;
  const found = documents.ok ? documents.value : [];
  const isSame = found.every(({ differences }) => differences.length === 0);
  return (
    <>
      <PageHeader title={text.titleOf(year)} above={above} meta={isSame ? null : text.count(found)} />
      <CompareForm year={year} editions={editions} from={compared.from} to={compared.to} />
      {documents.ok ? (
        isSame && <EmptyState message={text.none} />
      ) : (
        <NotificationBanner kind="error" title={errorText[documents.code]} />
      )}
      <DifferenceTables documents={found} />
    </>
  );
});
