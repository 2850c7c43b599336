import { gatedPage } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { CorrectionForm } from '@/components/entry/correction-form';
import { EntryAmounts } from '@/components/entry/entry-amounts';
import { EntryPageHeader } from '@/components/entry/entry-page-header';
import { entryPaths } from '@/lib/routes';
import { correctionText as text } from '@/lib/text/entry/entry-administration';

export const generateMetadata = entryMetadata('entry.correct', ({ name }) => `${text.title}：${name}`);

export default gatedPage('entry.correct', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const entryHref = entryPaths(entry.year, entry.id).entry;
  return (
    <>
      <EntryPageHeader title={text.title} entry={entry} />
      <p className="mb-4">{entry.canCorrect ? text.lead : text.impossible}</p>
      {entry.canCorrect && (
        <>
          <EntryAmounts entry={entry} categories={[]} />
          <div className="mt-6">
            <CorrectionForm entry={entry} entryHref={entryHref} />
          </div>
        </>
      )}
    </>
  );
});
