import { Amount } from '@/components/entry/amount';
import { DataTable } from '@/components/ui/data-table';
import { ScrollRegion } from '@/components/ui/scroll-region';
import {
  type CategoryYearTotal,
  type TotalsTable,
  totalsTable,
  trendSummaryOf,
} from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { expectedText } from '@/lib/text/terms';
import { homeText, trendCause } from '@/lib/text/year/home';
import { TrendChart } from './trend-chart';

const cells = (totals: TotalsTable['totals'], years: readonly number[]) =>
  years.map((year, index) => {
    const total = totals[index];
    return (
      <td key={year} className="num">
        {total === null ? homeText.incomplete : <Amount value={total ?? null} />}
      </td>
    );
  });

/** The chart's figures, as the printed document lays them out: the total first, its parts below. */
type TrendTableProps = { table: TotalsTable; totalLabel: string; expected: number | null };

export function TrendTable({ table, totalLabel, expected }: TrendTableProps) {
  return (
    <DataTable caption={homeText.trendCaption} showCaption className="home-totals">
      <thead>
        <tr>
          <th scope="col">{homeText.category}</th>
          {table.years.map((year) => (
            <th key={year} scope="col" className="num">
              {year === expected ? expectedText(yearName(year)) : yearName(year)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{totalLabel}</th>
          {cells(table.totals, table.years)}
        </tr>
        {table.rows.map(({ categoryId, name, totals }) => (
          <tr key={categoryId}>
            <th scope="row">{name}</th>
            {cells(totals, table.years)}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

type TrendProps = {
  year: number;
  figures: readonly CategoryYearTotal[];
  totalLabel: string;
  /** Last year's figures can still change. */
  lastIsOpen: boolean;
};

/** The chart, what is to be seen in it, and its figures as a table. */
export function Trend({ year, figures, totalLabel, lastIsOpen }: TrendProps) {
  const table = totalsTable(year, figures);
  const cause = trendCause(trendSummaryOf(table));
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 xl:grid-cols-[auto_minmax(0,1fr)]">
      <figure className="min-w-0">
        <ScrollRegion label={homeText.chart} className="overflow-x-auto">
          <TrendChart table={table} />
        </ScrollRegion>
        {cause && <figcaption className="max-w-[35rem]">{cause}</figcaption>}
      </figure>
      <TrendTable table={table} totalLabel={totalLabel} expected={lastIsOpen ? year - 1 : null} />
    </div>
  );
}
