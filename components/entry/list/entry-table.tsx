import { DataTable } from '@/components/ui/data-table';
import { type EntryFilter, SORT_KEYS, type SortKey } from '@/lib/domain/entry/entry-filter';
import { type EntryListRow, type ListTotals, nextSort } from '@/lib/domain/entry/entry-list';
import type { CategorySums as CategorySumsOf } from '@/lib/domain/year/category-sums';
import { entryListHref } from '@/lib/list-routes';
import { columnText, entryListText, lastStep } from '@/lib/text/entry/entry-list';
import { expectedText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { type EntryCells, type EntryRow, EntryRows, type Exception } from './entry-rows';
import { CategorySums, FilteredSum } from './entry-sums';

const AMOUNTS: readonly SortKey[] = ['amount', 'lastYear', 'difference'];

/** The column heads are links that sort; the one that does says so. */
type SortHeadsProps = Pick<EntryTableProps, 'year' | 'filter' | 'lastIsOpen'>;

export function SortHeads({ year, filter, lastIsOpen }: SortHeadsProps) {
  const { sort } = filter;
  return SORT_KEYS.map((key) => {
    const isSorted = key === sort.key;
    const isAmount = AMOUNTS.includes(key);
    return (
      <th
        key={key}
        scope="col"
        className={isAmount ? 'num' : undefined}
        aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      >
        <a href={entryListHref(year, { ...filter, sort: nextSort(sort, key) })} className="sort">
          {key === 'lastYear' && lastIsOpen ? expectedText(columnText[key]) : columnText[key]}
          {isAmount && <span className="unit">{uiText.thousandYen}</span>}
          {isSorted && <span aria-hidden="true">{sort.descending ? '▼' : '▲'}</span>}
        </a>
      </th>
    );
  });
}

type EntryTableProps = {
  year: number;
  filter: EntryFilter;
  /** Last year's figures can still change. */
  lastIsOpen: boolean;
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

export function EntryTable({ year, filter, lastIsOpen, rows, totals }: EntryTableProps) {
  return (
    <DataTable caption={entryListText.caption} stickyHead className="entry-table">
      <thead>
        <tr>
          <SortHeads year={year} filter={filter} lastIsOpen={lastIsOpen} />
        </tr>
      </thead>
      <EntryRows year={year} rows={rows.map((row) => cellsOf(year, row))} />
      {totals && ('sums' in totals ? <CategorySums {...totals} /> : <FilteredSum {...totals} />)}
    </DataTable>
  );
}
