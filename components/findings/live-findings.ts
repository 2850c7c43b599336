import { lastYearTyped, typedAmount } from '@/components/entry/editor/last-year-typed';
import type { EntryFieldsText } from '@/lib/domain/entry/entry';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { EntryToCheck } from './use-editor-findings';

/** What the checks find in what is typed. The rules come with this file, which is loaded when somebody types. */
export function findingsIn(
  fields: EntryFieldsText,
  { year, lastYear, choices, dictionary }: EntryToCheck,
): EntryFinding[] {
  const entry = {
    ...fields,
    year,
    amount: typedAmount(fields.amount),
    mark: MARKS.find((mark) => mark === fields.mark) ?? null,
    lastYearAmount: lastYearTyped(fields, lastYear, choices),
    isNew: choices !== null && fields.lastYear === 'new',
  };
  return checkEntry(entry, dictionary);
}
