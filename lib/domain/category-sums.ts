import { type CategoryYearTotal, overviewOf } from './category-totals';
import type { ListTotals } from './entry-list';

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

export type CategorySums = ListTotals & { sums: CategorySum[] };

/** What stands under the list: `only` one category, or all of them; and what that comes to. */
export function categorySums(year: number, figures: readonly CategoryYearTotal[], only: string | null): CategorySums {
  const printed = overviewOf(year, figures).now.map(({ categoryId }) => categoryId);
  const { now, before, total, totalBefore, known } = overviewOf(
    year,
    figures.filter(({ categoryId }) => only === null || categoryId === only),
  );
  const sums = now.map(({ categoryId, name, annex, recorded, total: of }) => {
    const last = before.find((row) => row.categoryId === categoryId);
    return {
      id: categoryId,
      order: printed.indexOf(categoryId) + 1,
      name,
      annex,
      isAnnexOwed: recorded === null,
      lastAnnex: last?.annex ?? null,
      total: of,
      lastTotal: last?.total ?? null,
    };
  });
  return { sums, total, known, lastTotal: totalBefore };
}
