import { type CategoryYearTotal, findingOf, totalsTable } from '@/lib/domain/category-totals';
import { findingText } from '@/lib/text/home';
import { TrendChart } from './trend-chart';
import { TrendTable } from './trend-table';

type TrendProps = { year: number; figures: readonly CategoryYearTotal[]; totalLabel: string };

/** The chart, what is to be seen in it, and its figures as a table. */
export function Trend({ year, figures, totalLabel }: TrendProps) {
  const table = totalsTable(year, figures);
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-6">
      <figure className="max-w-full overflow-x-auto">
        <TrendChart table={table} />
        <figcaption className="max-w-[35rem]">{findingText(year, findingOf(table))}</figcaption>
      </figure>
      <div className="min-w-0 grow">
        <TrendTable table={table} totalLabel={totalLabel} />
      </div>
    </div>
  );
}
