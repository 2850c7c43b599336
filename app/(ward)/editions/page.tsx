import type { Metadata } from 'next';
import { gatedPage } from '@/app/gated-page';
import { EditionTable } from '@/components/edition/edition-table';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/notification-banner';
import { listEditions } from '@/lib/server/edition/edition-queries';
import { editionsText as text } from '@/lib/text/edition/editions';

export const metadata: Metadata = { title: text.title };

export default gatedPage('document.read', { section: 'document' }, async (reader) => {
  const editions = await listEditions(reader);
  return (
    <>
      <PageHeader title={text.title} />
      {editions.length === 0 ? (
        <EmptyState message={text.empty} />
      ) : (
        <>
          <p className="mb-3">{text.hashSupport}</p>
          <EditionTable editions={editions} />
        </>
      )}
    </>
  );
});
