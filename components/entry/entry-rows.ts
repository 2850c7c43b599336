import type { SummaryRow } from '@/components/ui/summary-list';
import { lastYearOf } from '@/lib/domain/entry';
import type { EntryField } from '@/lib/domain/entry-difference';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryFieldText, entryText, lastYearText } from '@/lib/text/entry';

type TextField = Exclude<EntryField, 'amount' | 'lastYearProjectId' | 'recordedLastYearAmount'>;

/** An entry's fields as facts; the amount, which has a table of its own, apart. */
export function entryRows(entry: EntryView, fields: readonly TextField[]): (SummaryRow & { field: TextField })[] {
  const values: Record<TextField, string> = {
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
  const shown = fields.filter((field) => field !== 'lastYear' || entry.asksLastYear);
  return shown.map((field) => ({ field, term: entryFieldText[field], value: values[field] }));
}
