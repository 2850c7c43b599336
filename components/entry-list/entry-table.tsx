import { DataTable } from '@/components/ui/data-table';
import type { CategorySums as Sums } from '@/lib/domain/category-sums';
import { type EntryFilter, type EntryListRow, isFiltered, listTotals } from '@/lib/domain/entry-list';
import { entryListText, lastStep } from '@/lib/text/entry-list';
import { EntryRows } from './entry-rows';
import { CategorySums, FilteredSum } from './entry-sums';
import { SortHeads } from './sort-heads';

type EntryTableProps = Sums & { year: number; filter: EntryFilter; rows: readonly EntryListRow[] };

export function EntryTable({ year, filter, rows, sums, total, lastTotal }: EntryTableProps) {
  const isWhole = !isFiltered({ ...filter, category: null });
  return (
    <DataTable caption={entryListText.caption} stickyHead className="entry-table">
      <thead>
        <tr>
          <SortHeads year={year} filter={filter} />
        </tr>
      </thead>
      <EntryRows
        year={year}
        rows={rows.map((row) => [
          row.id,
          row.number,
          row.name,
          row.departmentName,
          row.status,
          row.amount,
          row.lastYearAmount,
          row.difference,
          lastStep(row.updatedAt, row.updatedBy),
        ])}
      />
      {isWhole ? (
        <CategorySums sums={sums} total={total} lastTotal={lastTotal} />
      ) : (
        filter.status !== 'withdrawn' && <FilteredSum totals={listTotals(rows)} />
      )}
    </DataTable>
  );
}
