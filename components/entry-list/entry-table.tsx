import { DataTable } from '@/components/ui/data-table';
import type { CategorySums as CategorySumsOf } from '@/lib/domain/category-sums';
import type { EntryFilter, EntryListRow, ListTotals } from '@/lib/domain/entry-list';
import { entryListText, lastStep } from '@/lib/text/entry-list';
import { EntryRows } from './entry-rows';
import { CategorySums, FilteredSum } from './entry-sums';
import { SortHeads } from './sort-heads';

type EntryTableProps = {
  year: number;
  filter: EntryFilter;
  rows: readonly EntryListRow[];
  /** What the rows come to: categories where the list is the whole of them, else a sum; null where nothing counts. */
  totals: CategorySumsOf | ListTotals | null;
};

export function EntryTable({ year, filter, rows, totals }: EntryTableProps) {
  return (
    <DataTable caption={entryListText.caption} stickyHead className="entry-table">
      <thead>
        <tr>
          <SortHeads year={year} filter={filter} />
        </tr>
      </thead>
      <EntryRows
        rows={rows.map((row) => [
          row.id,
          row.year,
          row.carried,
          row.number,
          row.name,
          row.departmentName,
          row.status,
          row.amount,
          row.lastYearAmount,
          row.lastYearMark,
          row.difference,
          lastStep(row.updatedAt, row.updatedBy),
          row.isUndecidable,
        ])}
      />
      {totals && ('sums' in totals ? <CategorySums {...totals} /> : <FilteredSum {...totals} />)}
    </DataTable>
  );
}
