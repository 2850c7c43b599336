import { SummaryList } from '@/components/ui/summary-list';
import { lastYearOf } from '@/lib/domain/entry/entry';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import {
  confirmText,
  entryFieldText,
  entryText,
  lastYearSourceText,
  lastYearText,
  markText,
} from '@/lib/text/entry/entry';

/** What the head and the texts of an entry say already. */
const IN_HEAD: readonly EntryField[] = ['name', 'categoryId', 'departmentId', 'mark', 'isPriority'];

/** An entry's fields as facts, but for those that may stay blank and do, for the amounts and for the texts. */
function factsOf(entry: EntryView) {
  const values = {
    name: entry.name,
    budgetName: entry.budgetName,
    categoryId: entry.categoryName,
    departmentId: entry.departmentName,
    rank: String(entry.rank ?? ''),
    lastYear:
      entry.lastYear === 'project' && entry.lastYearName !== null
        ? entryText.goesOn(entry.lastYearName)
        : lastYearText[lastYearOf(entry)],
    mark: entry.mark ? markText[entry.mark] : '',
    isPriority: entry.isPriority ? entryText.yes : entryText.no,
    remarks: entry.remarks,
  };
  const fields = Object.keys(values) as (keyof typeof values)[];
  return fields
    .filter((field) => (field === 'lastYear' ? entry.asksLastYear : values[field] !== ''))
    .map((field) => ({ field, term: entryFieldText[field], value: values[field] }));
}

type EntryFactsProps = {
  entry: EntryView;
  /** Where a field is edited; then every fact is said, with the way there. */
  changeHref?: ((field: EntryField) => string) | undefined;
};

/** What else there is to be read of an entry. */
export function EntryFacts({ entry, changeHref }: EntryFactsProps) {
  const rows = factsOf(entry)
    .filter(({ field }) => changeHref || !IN_HEAD.includes(field))
    .map(({ field, ...row }) => {
      const href = field === 'departmentId' ? undefined : changeHref?.(field);
      return { ...row, action: href === undefined ? undefined : { label: confirmText.change, href } };
    });
  return <SummaryList rows={[...rows, { term: entryText.lastYearSource, value: lastYearSourceText(entry) }]} />;
}
