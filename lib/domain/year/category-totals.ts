import { sumAmounts } from '@/lib/domain/amount';
import { categoryTotal, sumOrNull } from './totals';

/** What is stored of a category in a year, in 千円. Withdrawn entries count nowhere. */
export type CategoryYearFigures = {
  year: number;
  categoryId: string;
  name: string;
  ceiling: number | null;
  recorded: number | null;
  annex: number | null;
  /** The sum of the entries' known amounts. */
  entrySum: number;
  blankEntries: number;
};

export type CategoryYearTotal = CategoryYearFigures & { total: number | null };

export const withTotal = (figures: CategoryYearFigures): CategoryYearTotal => ({
  ...figures,
  total: categoryTotal({
    recorded: figures.recorded,
    annex: figures.annex,
    entries: figures.blankEntries > 0 ? [figures.entrySum, null] : [figures.entrySum],
  }),
});

/** null stands for a total that isn't known yet, undefined for a category that the year doesn't have. */
export type TotalsTable = {
  /** Oldest first; the last one is the year asked for. */
  years: number[];
  rows: { categoryId: string; name: string; totals: (number | null | undefined)[] }[];
  totals: (number | null | undefined)[];
};

/** How many years stand side by side, on the screen as in print. */
export const TABLE_YEARS = 6;

/** The six years up to `year`, as far as anything is on record; `figures` in the order of print, newest names win. */
export function totalsTable(year: number, figures: readonly CategoryYearTotal[]): TotalsTable {
  const within = figures.filter((row) => row.year <= year && row.year > year - TABLE_YEARS);
  const years = [...new Set([...within.map((row) => row.year), year])].sort((a, b) => a - b);
  const newestFirst = within.toSorted((a, b) => b.year - a.year);
  const names = new Map<string, string>();
  for (const { categoryId, name } of newestFirst) if (!names.has(categoryId)) names.set(categoryId, name);
  const totalOf = (categoryId: string, of: number) =>
    within.find((row) => row.categoryId === categoryId && row.year === of)?.total;
  const ofYear = (of: number) => within.filter((row) => row.year === of).map(({ total }) => total);
  return {
    years,
    rows: [...names].map(([categoryId, name]) => ({
      categoryId,
      name,
      totals: years.map((of) => totalOf(categoryId, of)),
    })),
    totals: years.map((of) => (ofYear(of).length === 0 ? undefined : sumOrNull(ofYear(of)))),
  };
}

export type Change = { difference: number; ratio: number | null };

/** From last year to this one; null while one of them is not known. A ratio to 0 doesn't exist. */
export function change(now: number | null | undefined, before: number | null | undefined): Change | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  return { difference: now - before, ratio: before === 0 ? null : (now - before) / before };
}

/** What the chart shows, in one sentence's worth of facts. */
export type TrendSummary =
  | { kind: 'unknown' }
  | { kind: 'only'; total: number }
  | { kind: 'same'; total: number }
  | { kind: 'changed'; total: number; change: Change; mainly: { name: string; difference: number } | null };

export function trendSummaryOf({ rows, totals }: TotalsTable): TrendSummary {
  const total = totals.at(-1);
  if (total === null || total === undefined) return { kind: 'unknown' };
  const overall = change(total, totals.length > 1 ? totals.at(-2) : undefined);
  if (!overall) return { kind: 'only', total };
  if (overall.difference === 0) return { kind: 'same', total };
  const parts = rows
    .map(({ name, totals: of }) => ({ name, difference: (of.at(-1) ?? 0) - (of.at(-2) ?? 0) }))
    .filter(({ difference }) => Math.sign(difference) === Math.sign(overall.difference))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { kind: 'changed', total, change: overall, mainly: rows.length > 1 ? (parts[0] ?? null) : null };
}

/** The year and the one before it. `known` is what has been entered of the year's total so far. */
export type Overview = {
  now: CategoryYearTotal[];
  before: CategoryYearTotal[];
  total: number | null | undefined;
  totalBefore: number | null | undefined;
  known: number;
};

const sumOfTotals = (rows: readonly CategoryYearTotal[]) =>
  rows.length === 0 ? undefined : sumOrNull(rows.map(({ total }) => total));

const knownOf = ({ recorded, entrySum, annex }: CategoryYearTotal): number =>
  recorded ?? sumAmounts([entrySum, annex ?? 0]);

export function overviewOf(year: number, figures: readonly CategoryYearTotal[]): Overview {
  const now = figures.filter((row) => row.year === year);
  const before = figures.filter((row) => row.year === year - 1);
  return {
    now,
    before,
    total: sumOfTotals(now),
    totalBefore: sumOfTotals(before),
    known: sumAmounts(now.map(knownOf)),
  };
}

/** The year's totals were taken over from a published document. */
export const hasRecordedTotals = ({ now }: Overview): boolean => now.some(({ recorded }) => recorded !== null);

/** The years whose total can't be printed, the oldest first. */
export const blankYears = (figures: readonly CategoryYearTotal[]): number[] =>
  [...new Set(figures.flatMap(({ year, total }) => (total === null ? [year] : [])))].sort((a, b) => a - b);

/** The categories whose total still lacks its 別紙掲載分. */
export const withoutAnnex = ({ now }: Overview): CategoryYearTotal[] =>
  now.filter(({ recorded, annex }) => recorded === null && annex === null);

/** A category whose known amounts exceed its 枠, in 千円. While a part is blank, it can only become more. */
export type OverCeiling = { categoryId: string; name: string; over: number; isComplete: boolean };

export const overCeiling = (figures: CategoryYearTotal): OverCeiling | null => {
  const { categoryId, name, ceiling, total } = figures;
  const over = ceiling === null ? 0 : knownOf(figures) - ceiling;
  return over > 0 ? { categoryId, name, over, isComplete: total !== null } : null;
};

export const overCeilings = (figures: readonly CategoryYearTotal[]): OverCeiling[] =>
  figures.flatMap((row) => overCeiling(row) ?? []);

type SeenOver = Pick<OverCeiling, 'categoryId' | 'over'>;

/** Whether somebody saw what is over the ceiling now, to the 千円. */
export const hasSeenAll = (now: readonly OverCeiling[], seen: readonly SeenOver[]): boolean =>
  now.every(({ categoryId, over }) => seen.some((row) => row.categoryId === categoryId && row.over === over));
