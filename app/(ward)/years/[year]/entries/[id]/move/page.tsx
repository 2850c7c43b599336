import { gatedPage } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { EntryPageHeader } from '@/components/entry/entry-page-header';
import { MoveForm } from '@/components/entry/move-form';
import { entryPaths } from '@/lib/routes';
import { getEntryChoices } from '@/lib/server/entry/entry-queries';
import { listDepartmentOptions } from '@/lib/server/people/user-queries';
import { moveText as text } from '@/lib/text/entry/entry-administration';

export const generateMetadata = entryMetadata('entry.move', ({ name }) => `${text.title}：${name}`);

export default gatedPage('entry.move', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const entryHref = entryPaths(entry.year, entry.id).entry;
  const [choices, departments] = await Promise.all([
    getEntryChoices(reader, entry.year),
    listDepartmentOptions(reader, entry.departmentId),
  ]);
  return (
    <>
      <EntryPageHeader title={text.title} entry={entry} />
      <p className="mb-4">{entry.canMove ? text.lead : text.impossible}</p>
      {entry.canMove && (
        <MoveForm
          entry={entry}
          departments={departments}
          categories={choices?.categories ?? []}
          entryHref={entryHref}
        />
      )}
    </>
  );
});
