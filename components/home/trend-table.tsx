import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { TotalsTable } from '@/lib/domain/category-totals';
import { yearName } from '@/lib/domain/fiscal-year';
import { homeText } from '@/lib/text/home';

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
export function TrendTable({ table, totalLabel }: { table: TotalsTable; totalLabel: string }) {
  return (
    <DataTable caption={homeText.trendCaption} showCaption className="home-totals">
      <thead>
        <tr>
          <th scope="col">{homeText.category}</th>
          {table.years.map((year) => (
            <th key={year} scope="col" className="num">
              {yearName(year)}
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
