import { lastYearTyped } from '@/components/entry/editor/last-year-typed';
import { readAmount } from '@/lib/domain/amount';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { LastYearChoices } from '@/lib/domain/entry/entry-view';
import { checkEntry, type EntryFinding } from '@/lib/domain/findings/check';
import type { DictionaryRule } from '@/lib/domain/findings/house-dictionary';

/** What the checks know of an entry beside what is typed. */
export type EntryToCheck = {
  year: number;
  /** Of last year's entry. */
  lastYear: number | null;
  choices: LastYearChoices | null;
  dictionary: readonly DictionaryRule[];
};

/** What the checks find in what is typed. The rules come with this file, which is loaded when somebody types. */
export function findingsIn(
  fields: EntryFieldsText,
  { year, lastYear, choices, dictionary }: EntryToCheck,
): EntryFinding[] {
  const entry = {
    ...fields,
    year,
    amount: readAmount(fields.amount),
    mark: MARKS.find((mark) => mark === fields.mark) ?? null,
    lastYearAmount: lastYearTyped(fields, lastYear, choices),
    isNew: choices !== null && fields.lastYear === 'new',
  };
  return checkEntry(entry, dictionary);
}
