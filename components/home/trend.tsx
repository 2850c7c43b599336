import { ScrollRegion } from '@/components/ui/scroll-region';
import { type CategoryYearTotal, findingOf, totalsTable } from '@/lib/domain/category-totals';
import { findingText, homeText } from '@/lib/text/home';
import { TrendChart } from './trend-chart';
import { TrendTable } from './trend-table';

type TrendProps = { year: number; figures: readonly CategoryYearTotal[]; totalLabel: string };

/** The chart, what is to be seen in it, and its figures as a table. */
export function Trend({ year, figures, totalLabel }: TrendProps) {
  const table = totalsTable(year, figures);
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 xl:grid-cols-[auto_minmax(0,1fr)]">
      <figure className="min-w-0">
        <ScrollRegion label={homeText.chart} className="overflow-x-auto">
          <TrendChart table={table} />
        </ScrollRegion>
        <figcaption className="max-w-[35rem]">{findingText(year, findingOf(table))}</figcaption>
      </figure>
      <TrendTable table={table} totalLabel={totalLabel} />
    </div>
  );
}
