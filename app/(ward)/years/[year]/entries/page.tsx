import { notFound } from 'next/navigation';
import { gatedPage } from '@/app/gated-page';
import { yearMetadata, yearOfPath } from '@/app/path-parameters';
import { EntryFilters } from '@/components/entry/list/entry-filters';
import { EntryTable } from '@/components/entry/list/entry-table';
import { ListActions, NoEntries } from '@/components/entry/list/list-actions';
import { cellsOf } from '@/components/entry/list/row-cells';
import { MarkableEntries } from '@/components/marked/markable-entries';
import { KeepQuery } from '@/components/shell/kept-query';
import { PageHeader } from '@/components/shell/page-header';
import { StatusRegion } from '@/components/ui/status-region';
import { OverCeilings } from '@/components/year/over-ceiling';
import type { EntryFilter } from '@/lib/domain/entry/entry-filter';
import { type EntryListRow, entryFilterOf, isWhole, isWithdrawn, listTotals } from '@/lib/domain/entry/entry-list';
import { may } from '@/lib/domain/permissions';
import { categorySums, sumsBelow } from '@/lib/domain/year/category-sums';
import {
  type CategoryYearTotal,
  hasRecordedTotals,
  type Overview,
  overCeilings,
  overviewOf,
} from '@/lib/domain/year/category-totals';
import { entryListHref } from '@/lib/list-routes';
import { yearPaths } from '@/lib/routes';
import { getEntryListFrame, readEntryList } from '@/lib/server/entry/entry-list-queries';
import { getMarkable } from '@/lib/server/marked/marked-queries';
import { entryListText, listHeading, listTitle } from '@/lib/text/entry/entry-list';
import { endedName } from '@/lib/text/totals';

export const generateMetadata = yearMetadata(listTitle);

/** null: what was withdrawn counts nowhere, and what there is none of has no sum. */
function totalsOf(year: number, filter: EntryFilter, rows: EntryListRow[], figures: CategoryYearTotal[]) {
  if (isWhole(filter)) return sumsBelow(categorySums(year, figures, filter.category), rows);
  return rows.every(isWithdrawn) ? null : listTotals(rows);
}

/** Said beside the sum of a whole year or category; what a filter leaves of them has no 枠. */
const overOf = (filter: EntryFilter, { now }: Overview) =>
  isWhole(filter) ? overCeilings(now).filter(({ categoryId }) => categoryId === (filter.category ?? categoryId)) : [];

export default gatedPage('entry.read', { section: 'entries' }, async (reader, params, query) => {
  const year = yearOfPath(params);
  const { wardId, departmentId } = reader;
  const filter = entryFilterOf(query, reader.roles.includes('drafter') ? departmentId : null);
  const [frame, markable, { figures, rows }] = await Promise.all([
    getEntryListFrame(reader, year),
    getMarkable(reader, year),
    readEntryList(reader, year, filter),
  ]);
  if (!frame) notFound();
  const count = rows.filter(({ carried }) => carried === null).length;
  const overview = overviewOf(year, figures);
  const totals = totalsOf(year, filter, rows, figures);
  const target = { wardId, departmentId, isOpen: frame.isOpen };
  const cells = rows.map((row) => cellsOf(year, row, filter, markable?.marks));
  const asked = entryListHref(year, filter).replace(yearPaths(year).entries, '');
  const canAdd = may(reader, 'entry.add', target);
  const list =
    rows.length === 0 ? (
      <NoEntries year={year} filter={filter} hasTotals={hasRecordedTotals(overview)} canAdd={canAdd} />
    ) : (
      <EntryTable year={year} filter={filter} lastIsOpen={frame.lastIsOpen} rows={cells} totals={totals} />
    );
  return (
    <>
      <KeepQuery path={yearPaths(year).entries} query={asked} />
      <PageHeader
        title={listTitle(year)}
        meta={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusRegion>{listHeading(count, totals, frame.isOpen)}</StatusRegion>
            <OverCeilings over={overOf(filter, overview)} />
            {rows.length > 0 && <span className="text-dns-14N-130">{entryListText.amountsIn}</span>}
          </span>
        }
        actions={
          // What was said of the rows of before goes with them.
          <ListActions
            key={asked}
            year={year}
            canAdd={canAdd}
            canOrder={count > 0 && may(reader, 'entries.order', target)}
            hasSheet={canAdd && count > 0}
            hasRows={rows.length > 0}
          />
        }
      />
      <EntryFilters
        year={year}
        filter={filter}
        departments={frame.departments}
        categories={overview.now.map(({ categoryId, name, isEnded }, place) => ({
          id: categoryId,
          name: isEnded ? endedName(name) : `${place + 1} ${name}`,
        }))}
      />
      {markable ? (
        <MarkableEntries year={year} filter={asked} marking={markable.marking} rows={cells}>
          {list}
        </MarkableEntries>
      ) : (
        list
      )}
    </>
  );
});
