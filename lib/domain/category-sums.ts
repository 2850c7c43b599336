import type { Overview } from './category-totals';

/** A category's figures of this year and the last, in 千円. */
export type CategorySum = {
  id: string;
  /** Its place in the order of print; entries are numbered by it. */
  order: number;
  name: string;
  annex: number | null;
  /** The total can't be known without it. */
  isAnnexOwed: boolean;
  lastAnnex: number | null;
  total: number | null;
  lastTotal: number | null;
};

export type CategorySums = { sums: CategorySum[]; total: number | null; lastTotal: number | null };

/** What stands under the list: of one category, or of all of them with their total. */
export function categorySums({ now, before, total, totalBefore }: Overview, only: string | null): CategorySums {
  const sums = now.map(({ categoryId, name, annex, recorded, total: of }, place) => {
    const last = before.find((row) => row.categoryId === categoryId);
    return {
      id: categoryId,
      order: place + 1,
      name,
      annex,
      isAnnexOwed: recorded === null,
      lastAnnex: last?.annex ?? null,
      total: of,
      lastTotal: last?.total ?? null,
    };
  });
  return {
    sums: sums.filter(({ id }) => only === null || id === only),
    total: total ?? null,
    lastTotal: totalBefore ?? null,
  };
}
