import { gatedPage, refused } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { UndecidableNotice } from '@/components/approval/undecidable-notice';
import { Refused, SentBackBanner, UnprintableNotice } from '@/components/entry/entry-banners';
import { EntryAmounts, entryRows } from '@/components/entry/entry-facts';
import { EntryPageHeader } from '@/components/entry/entry-page-header';
import { MissingNotice } from '@/components/entry/missing-notice';
import { SubmitEntry } from '@/components/entry/submit-entry';
import { SummaryList } from '@/components/ui/summary-list';
import { unprintableIn } from '@/lib/document/printable';
import { printedTexts } from '@/lib/domain/entry/entry';
import { entryPaths } from '@/lib/routes';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { confirmText, entryFieldText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';

export const generateMetadata = entryMetadata('entry.submit', ({ name }) => `${confirmText.title}：${name}`);

export default gatedPage('entry.submit', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  if (!entry.availableActions.includes('submit')) {
    const content = <Refused title={editorText.cannotSubmit} entry={entry} entryHref={paths.entry} />;
    return refused(entry.refusal ?? 'wrong_status', content);
  }
  const change = (field: string) => ({ label: confirmText.change, href: `${paths.edit}#${field}` });
  const amount = {
    term: entryFieldText.amount,
    value: <EntryAmounts {...entry} />,
    action: change('amount'),
  };
  const rows = entryRows(entry).flatMap(({ field, ...row }) =>
    field === 'departmentId' ? [row, amount] : { ...row, action: change(field) },
  );
  return (
    <div className="max-w-[64rem]">
      <MissingNotice missing={entry.missing} editHref={paths.edit} />
      <EntryPageHeader title={confirmText.title} entry={entry} />
      <SentBackBanner {...entry} />
      {entry.deciders.length === 0 && (
        <UndecidableNotice isSubmitted={false} possibleDeciders={await getPossibleDeciders(reader, entry.id)} />
      )}
      <UnprintableNotice characters={unprintableIn(printedTexts(entry))} />
      <SummaryList rows={rows} />
      <SubmitEntry
        entryId={entry.id}
        version={entry.version}
        isBlocked={entry.missing.length > 0}
        entryHref={paths.entry}
      />
    </div>
  );
});
