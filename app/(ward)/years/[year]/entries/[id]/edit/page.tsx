import { gatedPage, refused } from '@/app/gated-page';
import { entryMetadata, entryOfPath } from '@/app/path-parameters';
import { EntryEditor } from '@/components/entry/editor/entry-editor';
import { Refused, SentBackBanner } from '@/components/entry/entry-banners';
import { KeptEdits } from '@/components/entry/late-kept-edits';
import { Deadline } from '@/components/year/deadline';
import { fieldsText } from '@/lib/domain/entry/entry-difference';
import { entryPaths } from '@/lib/routes';
import { getEntryChoices, getLastYearChoices } from '@/lib/server/entry/entry-queries';
import { getLastYearTexts } from '@/lib/server/entry/last-year-texts';
import { getEntryChecks } from '@/lib/server/findings/entry-findings-queries';
import { entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';

export const generateMetadata = entryMetadata('entry.edit', ({ name }) => `${editorText.editTitle}：${name}`);

export default gatedPage('entry.edit', { section: 'entries' }, async (reader, params) => {
  const entry = await entryOfPath(reader, params);
  const paths = entryPaths(entry.year, entry.id);
  if (!entry.canEdit) {
    return refused(
      entry.refusal ?? 'forbidden',
      <>
        <Refused title={editorText.cannotEdit} entry={entry} entryHref={paths.entry} />
        <KeptEdits keep={entry.id} stored={fieldsText(entry)} />
      </>,
    );
  }
  const [choices, { dictionary, findings }, lastYearTexts] = await Promise.all([
    getEntryChoices(reader, entry.year),
    getEntryChecks(reader, entry),
    getLastYearTexts(reader, entry),
  ]);
  const reasons = entry.findingReasons ?? [];
  return (
    <EntryEditor
      year={entry.year}
      entryId={entry.id}
      version={entry.version}
      status={entry.status}
      initial={fieldsText(entry)}
      title={entry.name}
      lastYearAmount={entry.lastYearAmount}
      lastYearSource={entry.lastYearSource}
      lastYearChoices={entry.asksLastYear ? await getLastYearChoices(reader, entry.year, entry.id) : null}
      lastYearTexts={lastYearTexts}
      department={{ id: entry.departmentId, name: entry.departmentName }}
      categories={choices?.categories ?? []}
      dictionary={dictionary}
      findingReasons={reasons}
      findings={findings}
      deadline={<Deadline deadline={entry.deadline} now={new Date()} />}
      back={{ label: entryText.backToEntry, href: paths.entry }}
    >
      <SentBackBanner {...entry} />
    </EntryEditor>
  );
});
