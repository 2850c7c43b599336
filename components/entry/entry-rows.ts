import type { SummaryRow } from '@/components/ui/summary-list';
import type { EntryField } from '@/lib/domain/entry-difference';
import type { EntryView } from '@/lib/domain/entry-view';
import { entryFieldText, entryText } from '@/lib/text/entry';

type TextField = Exclude<EntryField, 'amount'>;

/** An entry's fields as facts; the amount, which has a table of its own, apart. */
export function entryRows(entry: EntryView, fields: readonly TextField[]): (SummaryRow & { field: TextField })[] {
  const values: Record<TextField, string> = {
    name: entry.name,
    categoryId: entry.categoryName,
    departmentId: entry.departmentName,
    isPriority: entry.isPriority ? entryText.yes : entryText.no,
    summary: entry.summary || entryText.notEntered,
    innovation: entry.innovation || entryText.notEntered,
  };
  return fields.map((field) => ({ field, term: entryFieldText[field], value: values[field] }));
}
