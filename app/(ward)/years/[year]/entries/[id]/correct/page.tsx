import { entryMetadata, entryOfPath } from '@/app/entry-of-path';
import { gatedPage } from '@/app/gated-page';
import { CorrectionForm } from '@/components/entry/correction-form';
import { EntryAmounts } from '@/components/entry/entry-amounts';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLabel } from '@/components/ui/status-label';
import { entryPaths, yearPaths } from '@/lib/domain/paths';
import { entryText } from '@/lib/text/entry';
import { correctionText as text } from '@/lib/text/entry-administration';

export const generateMetadata = entryMetadata('entry.correct', ({ name }) => `${text.title}：${name}`);

export default gatedPage('entry.correct', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const entryHref = entryPaths(entry.year, entry.id).entry;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: entryText.list, href: yearPaths(entry.year).entries },
              { label: entry.name, href: entryHref },
            ]}
          />
        }
        title={`${text.title}：${entry.name}`}
        meta={<StatusLabel status={entry.status} />}
      />
      <p className="mb-4">{entry.canCorrect ? text.lead : text.impossible}</p>
      {entry.canCorrect && (
        <>
          <EntryAmounts {...entry} />
          <div className="mt-6">
            <CorrectionForm entry={entry} entryHref={entryHref} />
          </div>
        </>
      )}
    </>
  );
});
