import * as z from 'zod/mini';
import type { LastChange } from '@/lib/domain/choice';
import { amountInput, idInput, yearInput } from '@/lib/domain/inputs';
import { difference, sumKnown } from '@/lib/domain/year/totals';

/** An entry of which last year has none. Amounts in 千円. */
export type LastYearRow = {
  id: string;
  /** Category and place in it: 1-2. */
  number: string;
  name: string;
  departmentName: string;
  categoryId: string;
  /** The project is said to be new. */
  isNew: boolean;
  amount: number | null;
};

/** Last year of a category: what its entries of then come to, and its total. */
export type LastYearCategory = { id: string; name: string; entrySum: number; total: number | null };

export type LastYearAmounts = {
  /** Counts every change of the year's entries. */
  version: number;
  isOpen: boolean;
  rows: LastYearRow[];
  categories: LastYearCategory[];
  lastChange: LastChange | null;
};

/** What is left of last year's total for what stands in no entry; below 0 the parts are more than the whole. */
export function lastYearRest(
  { entrySum, total }: LastYearCategory,
  amounts: readonly (number | null)[],
): { sum: number; rest: number | null } {
  const { sum } = sumKnown([entrySum, ...amounts]);
  return { sum, rest: difference(total, sum) };
}

export const recordLastYearInput = z.object({
  year: yearInput,
  version: z.int().check(z.nonnegative()),
  amounts: z.array(z.object({ entryId: idInput, amount: amountInput })).check(z.maxLength(2000)),
});
