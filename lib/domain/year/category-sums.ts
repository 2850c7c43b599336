import type { EntryListRow, ListTotals } from '@/lib/domain/entry/entry-list';
import { type CategoryYearTotal, type OverCeiling, overCeiling, overviewOf } from './category-totals';
import { difference, sumKnown, sumOrNull } from './totals';

/** What a category comes to this year and the last, in 千円. null is not known; a difference to it isn't either. */
export type CategorySum = {
  id: string;
  /** Its place in the order of print; entries are numbered by it. null: it ended with last year. */
  order: number | null;
  name: string;
  /** The sum of the amounts that are known, of `blankEntries` they are not. */
  entrySum: number;
  blankEntries: number;
  annex: number | null;
  /** The total can't be known without it. */
  isAnnexOwed: boolean;
  lastAnnex: number | null;
  annexDifference: number | null;
  total: number | null;
  /** 0 of a category that last year didn't have; undefined: last year isn't on record. */
  lastTotal: number | null | undefined;
  difference: number | null;
  ceiling: number | null;
  /** What 枠 still leaves. */
  remainder: number | null;
  over: OverCeiling | null;
};

export type CategorySums = ListTotals & {
  sums: CategorySum[];
  /** All of them together; null while one has none. */
  ceiling: number | null;
  remainder: number | null;
  over: Pick<OverCeiling, 'over' | 'isComplete'> | null;
};

/** A year's categories, or `only` one of them, and what they come to. */
export function categorySums(year: number, figures: readonly CategoryYearTotal[], only: string | null): CategorySums {
  const printed = overviewOf(year, figures).now.map(({ categoryId }) => categoryId);
  const { now, before, known, ...of } = overviewOf(year, figures, only);
  const hasLast = figures.some((row) => row.year === year - 1);
  const sums = now.map((figuresOf): CategorySum => {
    const { categoryId: id, name, entrySum, blankEntries, annex, recorded, total, ceiling, isEnded } = figuresOf;
    const last = before.find(({ categoryId }) => categoryId === id);
    const lastAnnex = last?.annex ?? null;
    const lastTotal = last || !hasLast ? last?.total : 0;
    return {
      id,
      order: isEnded ? null : printed.indexOf(id) + 1,
      name,
      entrySum,
      blankEntries,
      annex,
      isAnnexOwed: recorded === null && !isEnded,
      lastAnnex,
      annexDifference: difference(annex, lastAnnex),
      total,
      lastTotal,
      difference: difference(total, lastTotal ?? null),
      ceiling,
      remainder: difference(ceiling, total),
      over: overCeiling(figuresOf),
    };
  });
  const total = of.total ?? null;
  const ceiling = sumOrNull(now.flatMap((of) => (of.isEnded ? [] : of.ceiling)));
  return {
    sums,
    total: of.total,
    known,
    lastTotal: of.totalBefore,
    difference: difference(total, of.totalBefore ?? null),
    ceiling,
    remainder: difference(ceiling, total),
    over: ceiling !== null && known > ceiling ? { over: known - ceiling, isComplete: total !== null } : null,
  };
}

const known = (amounts: readonly (number | null)[]): number => sumKnown(amounts).sum;

/**
 * The sums below a list of all entries: 別紙掲載分 is what the rows leave of a total that was recorded, or to which people
 * have said more about last year than its entries do. So every column adds up.
 */
export function sumsBelow(sums: CategorySums, rows: readonly EntryListRow[]): CategorySums {
  const rest = (sum: CategorySum): CategorySum => {
    const own = rows.filter(({ categoryId }) => categoryId === sum.id);
    const annex =
      sum.isAnnexOwed || sum.total === null ? sum.annex : difference(sum.total, known(own.map((row) => row.amount)));
    const lastAnnex =
      sum.lastTotal == null ? sum.lastAnnex : difference(sum.lastTotal, known(own.map((row) => row.lastYearAmount)));
    return { ...sum, annex, lastAnnex, annexDifference: difference(annex, lastAnnex) };
  };
  return { ...sums, sums: sums.sums.map(rest) };
}
