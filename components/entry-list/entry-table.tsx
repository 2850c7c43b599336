import { DataTable } from '@/components/ui/data-table';
import type { CategorySums as CategorySumsOf } from '@/lib/domain/category-sums';
import type { EntryFilter, EntryListRow, ListTotals } from '@/lib/domain/entry-list';
import { entryListText, lastStep } from '@/lib/text/entry-list';
import { type EntryCells, type EntryRow, EntryRows, type Exception } from './entry-rows';
import { CategorySums, FilteredSum } from './entry-sums';
import { SortHeads } from './sort-heads';

type EntryTableProps = {
  year: number;
  filter: EntryFilter;
  rows: readonly EntryListRow[];
  /** What the rows come to: categories where the list is the whole of them, else a sum; null where nothing counts. */
  totals: CategorySumsOf | ListTotals | null;
};

/** null: there is nothing to be said beyond its cells. */
function exceptionOf(listYear: number, row: EntryListRow): Exception | null {
  const { year, carried, lastYearMark, isUndecidable } = row;
  const exception: Exception = {
    ...(year !== listYear && { year }),
    ...(carried && { carried }),
    ...(lastYearMark && { lastYearMark }),
    ...(isUndecidable && { isUndecidable }),
  };
  return Object.keys(exception).length > 0 ? exception : null;
}

function cellsOf(year: number, row: EntryListRow): EntryRow {
  const { id, number, name, departmentName, status, amount, lastYearAmount, difference } = row;
  const cells: EntryCells = [
    id,
    number,
    name,
    departmentName,
    status,
    amount,
    lastYearAmount,
    difference,
    lastStep(row.updatedAt, row.updatedBy),
  ];
  const exception = exceptionOf(year, row);
  return exception ? [...cells, exception] : cells;
}

export function EntryTable({ year, filter, rows, totals }: EntryTableProps) {
  return (
    <DataTable caption={entryListText.caption} stickyHead className="entry-table">
      <thead>
        <tr>
          <SortHeads year={year} filter={filter} />
        </tr>
      </thead>
      <EntryRows year={year} rows={rows.map((row) => cellsOf(year, row))} />
      {totals && ('sums' in totals ? <CategorySums {...totals} /> : <FilteredSum {...totals} />)}
    </DataTable>
  );
}
