import { readAmount } from '@/lib/domain/amount';
import type { LastYear } from '@/lib/domain/entry/entry-field-table';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { LastYearChoices } from '@/lib/domain/entry/entry-view';

type Said = Pick<EntryFieldsText, 'lastYear' | 'lastYearProjectId' | 'recordedLastYearAmount'>;

/** Last year's amount by what is typed, or where nobody is asked, last year's entry's. */
export function lastYearTyped(said: Said, lastYear: number | null, choices: LastYearChoices | null): number | null {
  if (!choices) return lastYear;
  const amounts: Record<LastYear, () => number | null> = {
    new: () => 0,
    project: () => choices.projects.find(({ id }) => id === said.lastYearProjectId)?.amount ?? null,
    amount: () => readAmount(said.recordedLastYearAmount),
    '': () => null,
  };
  return amounts[said.lastYear]();
}
