import { MarkAllBox } from '@/components/marked/mark-box';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { type EntryFilter, SORT_KEYS, type SortKey } from '@/lib/domain/entry/entry-filter';
import { type ListTotals, nextSort } from '@/lib/domain/entry/entry-list';
import type { CategorySums as CategorySumsOf } from '@/lib/domain/year/category-sums';
import { entryListHref } from '@/lib/list-routes';
import { columnText, entryListText } from '@/lib/text/entry/entry-list';
import { expectedText } from '@/lib/text/terms';
import { type EntryRow, EntryRows } from './entry-rows';
import { CategorySums, FilteredSum } from './entry-sums';
import { isMarkable, isOfOneDepartment } from './row-cells';

const AMOUNTS: readonly SortKey[] = ['amount', 'lastYear', 'difference'];

/** The column heads are links that sort; the one that does says so. */
type SortHeadsProps = Pick<EntryTableProps, 'year' | 'filter' | 'lastIsOpen'> & { canMark: boolean };

export function SortHeads({ year, filter, lastIsOpen, canMark }: SortHeadsProps) {
  const { sort } = filter;
  return SORT_KEYS.map((key) => {
    if (key === 'department' && isOfOneDepartment(filter)) {
      return (
        <th key={key} scope="col">
          {entryListText.mark}
        </th>
      );
    }
    const isSorted = key === sort.key;
    const isAmount = AMOUNTS.includes(key);
    return (
      <th
        key={key}
        scope="col"
        className={isAmount ? 'num' : undefined}
        aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      >
        {canMark && key === 'number' && <MarkAllBox />}
        <a href={entryListHref(year, { ...filter, sort: nextSort(sort, key) })} className="sort">
          {key === 'lastYear' && lastIsOpen ? expectedText(columnText[key]) : columnText[key]}
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
  rows: readonly EntryRow[];
  /** What the rows come to: categories where the list is the whole of them, else a sum; null where nothing counts. */
  totals: CategorySumsOf | ListTotals | null;
};

export function EntryTable({ year, filter, lastIsOpen, rows, totals }: EntryTableProps) {
  const canMark = rows.some(isMarkable);
  return (
    <ScrollRegion label={entryListText.caption} className="table-region table-region-sticky">
      <table
        className={`entry-table ${canMark ? 'entry-table-marks' : ''} ${isOfOneDepartment(filter) ? 'entry-table-own' : ''}`}
      >
        <caption className="sr-only">{entryListText.caption}</caption>
        <thead>
          <tr>
            <SortHeads year={year} filter={filter} lastIsOpen={lastIsOpen} canMark={canMark} />
          </tr>
        </thead>
        <EntryRows year={year} rows={rows} />
        {totals && ('sums' in totals ? <CategorySums {...totals} /> : <FilteredSum {...totals} />)}
      </table>
    </ScrollRegion>
  );
}
