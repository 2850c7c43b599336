import { type CategoryYearTotal, type OverCeiling, overCeiling, withTotal } from './category-totals';
import { difference, sumOrNull } from './totals';
import type { CategorySettings } from './year-settings';

/** What the settings show of a category in a year, or of all of them, in 千円; null is not known. */
export type SettingsColumn = {
  ceiling: number | null;
  entries: number | null;
  annex: number | null;
  total: number | null;
  remainder: number | null;
  over: Pick<OverCeiling, 'over' | 'isComplete'> | null;
};

/** Of a total that was recorded, the annex is what its entries leave. */
export function settingsColumn(figures: CategoryYearTotal): SettingsColumn {
  const { ceiling, entrySum, blankEntries, recorded, total } = figures;
  const entries = blankEntries > 0 ? null : entrySum;
  const annex = recorded === null ? figures.annex : difference(recorded, entries);
  return { ceiling, entries, annex, total, remainder: difference(ceiling, total), over: overCeiling(figures) };
}

type Settled = Pick<CategorySettings, 'categoryId' | 'name' | 'recordedTotal' | 'entrySum' | 'blankEntries'>;
type Typed = Pick<CategorySettings, 'ceiling' | 'annexAmount'>;

/** A category of the year's settings with what is typed of it. */
export const typedColumn = (year: number, category: Settled, { ceiling, annexAmount }: Typed): SettingsColumn =>
  settingsColumn(withTotal({ ...category, year, recorded: category.recordedTotal, ceiling, annex: annexAmount }));

/** Of a year that has no category nothing is known. */
export function settingsSum(columns: readonly SettingsColumn[]): SettingsColumn {
  const sum = (name: 'ceiling' | 'entries' | 'annex' | 'total') =>
    columns.length === 0 ? null : sumOrNull(columns.map((column) => column[name]));
  const [ceiling, total] = [sum('ceiling'), sum('total')];
  const remainder = difference(ceiling, total);
  const over = remainder !== null && remainder < 0 ? { over: -remainder, isComplete: true } : null;
  return { ceiling, entries: sum('entries'), annex: sum('annex'), total, remainder, over };
}
