import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { EntryHistory } from '@/components/entry/entry-history';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLabel } from '@/components/ui/status-label';
import { getEntryHistory } from '@/lib/server/entry-history-queries';
import { entryText } from '@/lib/text/entry';
import { historyText } from '@/lib/text/entry-history';
import { entryMetadata, entryOfPath, entryPaths } from '../entry-of-path';

export const generateMetadata = entryMetadata('entry.read', ({ name }) => `${historyText.title}：${name}`);

export default gatedPage('entry.read', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry);
  const history = (await getEntryHistory(reader, entry.year, entry.id)) ?? notFound();
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: entryText.list, href: paths.list },
              { label: entry.name, href: paths.entry },
            ]}
          />
        }
        title={historyText.title}
        meta={<StatusLabel status={entry.status} />}
      />
      <EntryHistory revisions={history.revisions} />
    </>
  );
});
