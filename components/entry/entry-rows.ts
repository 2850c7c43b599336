import { lastYearOf } from '@/lib/domain/entry';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryFieldText, entryText, lastYearText } from '@/lib/text/entry';

/** An entry's fields as facts, but for the amounts, which have a table of their own. */
export function entryRows(entry: EntryView) {
  const values = {
    name: entry.name,
    categoryId: entry.categoryName,
    departmentId: entry.departmentName,
    lastYear:
      entry.lastYear === 'project' && entry.lastYearName !== null
        ? entryText.goesOn(entry.lastYearName)
        : lastYearText[lastYearOf(entry)],
    isPriority: entry.isPriority ? entryText.yes : entryText.no,
    summary: entry.summary || entryText.notEntered,
    innovation: entry.innovation || entryText.notEntered,
  };
  const fields = Object.keys(values) as (keyof typeof values)[];
  return fields
    .filter((field) => field !== 'lastYear' || entry.asksLastYear)
    .map((field) => ({ field, term: entryFieldText[field], value: values[field] }));
}
