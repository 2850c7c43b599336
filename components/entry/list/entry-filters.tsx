import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Choice } from '@/lib/domain/choice';
import { type EntryFilter, sortParameter } from '@/lib/domain/entry/entry-filter';
import { isFiltered } from '@/lib/domain/entry/entry-list';
import { STATUS_FILTERS } from '@/lib/domain/entry/entry-workflow';
import { entryListHref } from '@/lib/list-routes';
import { statusFilterText, entryListText as text } from '@/lib/text/entry/entry-list';

type EntryFiltersProps = {
  year: number;
  filter: EntryFilter;
  departments: readonly Choice[];
  categories: readonly Choice[];
};

const STATUSES: readonly Choice[] = STATUS_FILTERS.map((status) => ({ id: status, name: statusFilterText[status] }));

/** A plain form: its answer is an address that can be kept and shared. */
export function EntryFilters({ year, filter, departments, categories }: EntryFiltersProps) {
  const { q, department, status, category, sort } = filter;
  return (
    <search className="print:hidden">
      <form
        method="get"
        autoComplete="off"
        action={entryListHref(year)}
        aria-label={text.filters}
        className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <Field id="q" label={text.keyword} compact className="w-48 max-w-full">
          {(control) => <TextInput {...control} name="q" type="search" defaultValue={q} maxLength={200} />}
        </Field>
        <Field id="department" label={text.department} compact>
          {(control) => (
            <Select
              {...control}
              name="department"
              emptyLabel={text.all}
              options={departments}
              defaultValue={department ?? ''}
            />
          )}
        </Field>
        <Field id="status" label={text.status} compact>
          {(control) => (
            <Select
              {...control}
              name="status"
              emptyLabel={text.allStatuses}
              options={STATUSES}
              defaultValue={status ?? ''}
            />
          )}
        </Field>
        <Field id="category" label={text.category} compact>
          {(control) => (
            <Select
              {...control}
              name="category"
              emptyLabel={text.all}
              options={categories}
              defaultValue={category ?? ''}
            />
          )}
        </Field>
        {sortParameter(sort) !== 'number' && <input type="hidden" name="sort" value={sortParameter(sort)} />}
        <Button type="submit" worksAlone>
          {text.apply}
        </Button>
        {isFiltered(filter) && (
          <a href={entryListHref(year, { sort })} className="link py-1.5">
            {text.clear}
          </a>
        )}
      </form>
    </search>
  );
}
