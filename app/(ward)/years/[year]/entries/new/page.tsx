import { notFound } from 'next/navigation';
import { gatedPage, refused } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { EntryEditor } from '@/components/entry/editor/entry-editor';
import { KeptEdits } from '@/components/entry/late-kept-edits';
import { blankFields } from '@/lib/domain/entry/entry-difference';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import { NEW_STATUS } from '@/lib/domain/entry/entry-workflow';
import { yearPaths } from '@/lib/routes';
import { getEntryChoices, getLastYearChoices, getOwnDepartment } from '@/lib/server/entry/entry-queries';
import { readDictionary } from '@/lib/server/findings/dictionary-queries';
import { entryText } from '@/lib/text/entry/entry';
import { addTitle, editorText } from '@/lib/text/entry/entry-editor';
import { errorText } from '@/lib/text/errors';

export const generateMetadata = yearMetadata(addTitle);

export default gatedPage('entry.add', { section: 'entries' }, async (reader, params) => {
  const year = yearOfPath(params);
  const choices = (await getEntryChoices(reader, year)) ?? notFound();
  const department = await getOwnDepartment(reader);
  const listHref = yearPaths(year).entries;
  if (!choices.isOpen || !department) {
    return refused(
      choices.isOpen ? 'forbidden' : 'year_closed',
      <>
        <h1 className="text-std-22B-150">{addTitle(year)}</h1>
        <p className="mt-4">{choices.isOpen ? editorText.noDepartment : errorText.year_closed}</p>
        <p className="mt-4">
          <a href={listHref} className="link">
            {entryText.backToList}
          </a>
        </p>
        <KeptEdits keep={String(year)} stored={blankFields} />
      </>,
    );
  }
  const lastYearChoices = await getLastYearChoices(reader, year, null);
  const initial: EntryFieldsText = {
    ...blankFields,
    categoryId: choices.categories.length === 1 ? (choices.categories[0]?.id ?? '') : '',
    lastYear: lastYearChoices.isKnown ? 'new' : '',
  };
  return (
    <EntryEditor
      year={year}
      entryId={null}
      version={0}
      status={NEW_STATUS}
      initial={initial}
      title={addTitle(year)}
      lastYearAmount={null}
      lastYearSource="unknown"
      lastYearChoices={lastYearChoices}
      lastYearTexts={null}
      department={department}
      categories={choices.categories}
      dictionary={await readDictionary(reader)}
      findingReasons={[]}
      findings={[]}
      back={{ label: entryText.backToList, href: listHref }}
    />
  );
});
