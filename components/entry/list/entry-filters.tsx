import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import { type EntryFilter, STATUS_FILTERS, sortParameter } from '@/lib/domain/entry/entry-filter';
import { isFiltered } from '@/lib/domain/entry/entry-list';
import { entryListHref } from '@/lib/list-routes';
import { markText } from '@/lib/text/entry/entry';
import { ownDepartment, statusFilterText, entryListText as text } from '@/lib/text/entry/entry-list';
import { LiveFilters } from './live-filters';

type EntryFiltersProps = {
  year: number;
  filter: EntryFilter;
  departments: readonly Choice[];
  categories: readonly Choice[];
};

const STATUSES: readonly Choice[] = STATUS_FILTERS.map((status) => ({ id: status, name: statusFilterText[status] }));

const MARK_CHOICES: readonly Choice[] = MARKS.map((mark) => ({ id: mark, name: markText[mark] }));

/** The reader's own 課 first. */
const ownFirst = (departments: readonly Choice[], own: string | null): Choice[] => [
  ...departments.flatMap(({ id, name }) => (id === own ? [{ id, name: ownDepartment(name) }] : [])),
  ...departments.filter(({ id }) => id !== own),
];

const Filter = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <span className="inline-flex max-w-full items-center gap-1.5 whitespace-nowrap">
    <label htmlFor={id} className="shrink-0 text-dns-14N-130">
      {label}
    </label>
    {children}
  </span>
);

/** Their answer is an address that can be kept and shared. */
export function EntryFilters({ year, filter, departments, categories }: EntryFiltersProps) {
  const { q, department, status, category, mark, sort, own } = filter;
  return (
    <search className="print:hidden">
      <LiveFilters
        autoComplete="off"
        action={entryListHref(year)}
        aria-label={text.filters}
        className="-mt-2 mb-0.5 flex flex-wrap items-center gap-x-3 gap-y-2"
      >
        <Filter id="department" label={text.department}>
          <Select
            id="department"
            name="department"
            emptyLabel={text.all}
            options={ownFirst(departments, own)}
            defaultValue={department ?? ''}
          />
        </Filter>
        <Filter id="status" label={text.status}>
          <Select
            id="status"
            name="status"
            emptyLabel={text.allStatuses}
            options={STATUSES}
            defaultValue={status ?? ''}
            className="w-36"
          />
        </Filter>
        <details className="more-filters" open={category !== null || mark !== null || q !== ''}>
          <summary>
            {text.otherFilters} <span aria-hidden="true">▾</span>
          </summary>
          <Filter id="category" label={text.category}>
            <Select
              id="category"
              name="category"
              emptyLabel={text.all}
              options={categories}
              defaultValue={category ?? ''}
              className="w-40"
            />
          </Filter>
          <Filter id="mark" label={text.mark}>
            <Select
              id="mark"
              name="mark"
              emptyLabel={text.all}
              options={MARK_CHOICES}
              defaultValue={mark ?? ''}
              className="w-32"
            />
          </Filter>
          <Filter id="q" label={text.keyword}>
            <span className="w-32">
              <TextInput id="q" name="q" type="search" defaultValue={q} maxLength={200} />
            </span>
          </Filter>
        </details>
        {sortParameter(sort) !== 'number' && <input type="hidden" name="sort" value={sortParameter(sort)} />}
        <Button type="submit" worksAlone>
          {text.apply}
        </Button>
        {isFiltered(filter) && (
          <a href={entryListHref(year, { sort, own })} className="link py-1.5 text-dns-14N-130">
            {text.clear}
          </a>
        )}
      </LiveFilters>
    </search>
  );
}
