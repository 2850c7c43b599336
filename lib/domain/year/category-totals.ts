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

/** isEnded: last year had it and this year hasn't: what it comes to is 0. */
export type CategoryYearTotal = CategoryYearFigures & { total: number | null; isEnded?: true };

export const withTotal = (figures: CategoryYearFigures): CategoryYearTotal => ({
  ...figures,
  total: categoryTotal({
    recorded: figures.recorded,
    annex: figures.annex,
    entries: figures.blankEntries > 0 ? [figures.entrySum, null] : [figures.entrySum],
  }),
});

/**
 * null stands for a total that isn't known yet, undefined for a year that isn't on record. What a year on record doesn't have
 * comes to 0 in it: so every column adds up.
 */
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
  const totalOf = (categoryId: string, of: number) => {
    const ofCategory = within.find((row) => row.categoryId === categoryId && row.year === of);
    if (ofCategory) return ofCategory.total;
    return ofYear(of).length > 0 ? 0 : undefined;
  };
  const isOwn = (categoryId: string) => within.some((row) => row.categoryId === categoryId && row.year === year);
  const ofYear = (of: number) => within.filter((row) => row.year === of).map(({ total }) => total);
  return {
    years,
    // What ended stays as long as one of the years has something of it.
    rows: [...names]
      .map(([categoryId, name]) => ({ categoryId, name, totals: years.map((of) => totalOf(categoryId, of)) }))
      .filter(({ categoryId, totals }) => isOwn(categoryId) || totals.some((total) => total !== 0)),
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

/** The year and the one before it; `now` ends with what ended. `known` is what has been entered of the year's total so far. */
export type Overview = {
  now: CategoryYearTotal[];
  before: CategoryYearTotal[];
  total: number | null | undefined;
  totalBefore: number | null | undefined;
  known: number;
};

const sumOfTotals = (rows: readonly CategoryYearTotal[]) =>
  rows.length === 0 ? undefined : sumOrNull(rows.map(({ total }) => total));

/** What has been entered of a category's total so far. */
export const knownOf = ({ recorded, entrySum, annex }: CategoryYearTotal): number =>
  recorded ?? sumAmounts([entrySum, annex ?? 0]);

/** What last year had under a category that ended is no less last year's: it keeps a row, with 0 this year. */
function endedIn(now: readonly CategoryYearTotal[], before: readonly CategoryYearTotal[]): CategoryYearTotal[] {
  if (now.length === 0) return [];
  return before
    .filter(({ categoryId, total }) => total !== 0 && !now.some((row) => row.categoryId === categoryId))
    .map(({ year, categoryId, name }) => ({
      ...{ year: year + 1, categoryId, name, ceiling: null, recorded: null, annex: 0, entrySum: 0, blankEntries: 0 },
      total: 0,
      isEnded: true,
    }));
}

/** `only`: of one category. */
export function overviewOf(year: number, figures: readonly CategoryYearTotal[], only: string | null = null): Overview {
  const isAsked = ({ categoryId }: CategoryYearTotal) => only === null || categoryId === only;
  const all = figures.filter((row) => row.year === year);
  const allBefore = figures.filter((row) => row.year === year - 1);
  const now = [...all, ...endedIn(all, allBefore)].filter(isAsked);
  const before = allBefore.filter(isAsked);
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
