import { sumAmounts, type ThousandYen, thousandYen } from '@/lib/domain/amount';

/** What a category's total is made of, in 千円; null is blank, which is not 0. */
export type CategoryParts = {
  /** Taken over from a published document; stands above everything that is added up. */
  recorded: number | null;
  entries: readonly (number | null)[];
  /** 別紙掲載分: what stands in the annex and not in entries. */
  annex: number | null;
};

/** The recorded total where there is one, else Σ entries + 別紙掲載分; null while a part is blank. */
export function categoryTotal({ recorded, entries, annex }: CategoryParts): ThousandYen | null {
  return recorded === null ? sumOrNull([...entries, annex]) : thousandYen(recorded);
}

/** The sum of all figures, null while one of them is blank. No figures at all add up to 0. */
export function sumOrNull(amounts: readonly (number | null)[]): ThousandYen | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sumAmounts(known) : null;
}

/** The sum of what is known so far, and whether a figure is still missing. */
export function sumKnown(amounts: readonly (number | null)[]): { sum: ThousandYen; isComplete: boolean } {
  const known = amounts.filter((amount) => amount !== null);
  return { sum: sumAmounts(known), isComplete: known.length === amounts.length };
}

/** This year less last year; null while one of them is blank. */
export function difference(amount: number | null, lastYear: number | null): ThousandYen | null {
  return amount === null || lastYear === null ? null : sumAmounts([amount, -lastYear]);
}
