import { type EntryFilter, entryListHref, nextSort, SORT_KEYS, type SortKey } from '@/lib/domain/entry-list';
import { columnText } from '@/lib/text/entry-list';
import { uiText } from '@/lib/text/ui';

const AMOUNTS: readonly SortKey[] = ['amount', 'lastYear', 'difference'];

/** The column heads are links that sort; the one that does says so. */
export function SortHeads({ year, filter }: { year: number; filter: EntryFilter }) {
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
          {columnText[key]}
          {isAmount && <span className="unit">{uiText.thousandYen}</span>}
          {isSorted && <span aria-hidden="true">{sort.descending ? '▼' : '▲'}</span>}
        </a>
      </th>
    );
  });
}
