import { gatedPage } from '@/app/gated-page';
import { entryMetadata, entryOfPath, pageOf } from '@/app/path-parameters';
import { EntryHistory } from '@/components/entry/entry-history';
import { EntryPageHeader } from '@/components/entry/entry-page-header';
import { Pagination } from '@/components/ui/pagination';
import { REVISIONS_PER_PAGE } from '@/lib/domain/entry/entry-history-view';
import { entryPaths } from '@/lib/routes';
import { countRevisions, listRevisions } from '@/lib/server/history/entry-history-queries';
import { historyText } from '@/lib/text/entry/entry-history';

export const generateMetadata = entryMetadata('entry.read', ({ name }) => `${historyText.title}：${name}`);

export default gatedPage('entry.read', { section: 'entries' }, async (reader, params, query) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  const isFolded = query.each === undefined;
  const lines = await countRevisions(reader, entry, isFolded);
  const pages = Math.max(Math.ceil(lines / REVISIONS_PER_PAGE), 1);
  const page = pageOf(query.page, pages);
  const revisions = await listRevisions(reader, entry, page, isFolded);
  const each = `${paths.history}?each`;
  return (
    <>
      <EntryPageHeader title={historyText.title} entry={entry} />
      {(lines < entry.revisions || !isFolded) && (
        <p className="mb-2">
          <a href={isFolded ? each : paths.history} className="link">
            {isFolded ? historyText.each : historyText.folded}
          </a>
        </p>
      )}
      <EntryHistory revisions={revisions} />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(of) => `${isFolded ? `${paths.history}?` : `${each}&`}page=${of}`}
      />
    </>
  );
});
