import * as z from 'zod/mini';
import type { LastChange } from '@/lib/domain/choice';
import { amountInput, idInput, lineInput, yearInput } from '@/lib/domain/inputs';
import { TABLE_YEARS } from './category-totals';
import { FIRST_FISCAL_YEAR } from './fiscal-year';

/** Totals of years before the first one that was drafted with the program, in 千円. */
export type EarlierTotals = {
  version: number;
  /** Oldest first. */
  years: number[];
  /** In the order of print; of a ward that has none yet, those that it would begin with. */
  categories: { id: string; name: string }[];
  totals: { year: number; categoryId: string; amount: number }[];
  /** Of which something is on record. */
  recordedYears: number[];
  /** Years that are closed and without an edition: their documents print a change. */
  printedBy: number[];
  lastChange: LastChange | null;
};

/** The years beside `first` in its document, and older ones that are on record already. */
export function earlierYears(first: number, oldest: number): number[] {
  const from = Math.max(FIRST_FISCAL_YEAR, Math.min(oldest, first - TABLE_YEARS + 1));
  return Array.from({ length: first - from }, (_, index) => from + index);
}

/** The name of the form's field, and of what a device keeps. */
export const totalField = (year: number, categoryId: string): string => `y${year}_${categoryId}`;

const MOST = 2000;
/** Ids are compared as they are written. */
const categoryId = idInput.check(z.toLowerCase());

export const removeEarlierYearInput = z.object({ year: yearInput, version: z.int().check(z.nonnegative()) });

/** `categories`: what the ward begins with, should it have none. `version`: 0 of a ward that has recorded nothing. */
export const recordTotalsInput = z.object({
  version: z.int().check(z.nonnegative()),
  categories: z.array(z.object({ id: categoryId, name: lineInput(60) })).check(z.maxLength(100)),
  totals: z.array(z.object({ year: yearInput, categoryId, amount: amountInput })).check(z.maxLength(MOST)),
});
