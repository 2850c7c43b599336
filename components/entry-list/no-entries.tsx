import { EmptyState } from '@/components/ui/empty-state';
import { type EntryFilter, entryListHref, isFiltered } from '@/lib/domain/entry-list';
import { yearPaths } from '@/lib/domain/paths';
import { entryListText } from '@/lib/text/entry-list';

type NoEntriesProps = { year: number; filter: EntryFilter; hasTotals: boolean; canAdd: boolean };

const link = (href: string, label: string) => (
  <a href={href} className="link">
    {label}
  </a>
);

/** Why there is nothing to see, and what can be done about it. */
export function NoEntries({ year, filter, hasTotals, canAdd }: NoEntriesProps) {
  if (isFiltered(filter)) {
    return <EmptyState message={entryListText.noMatch}>{link(entryListHref(year), entryListText.clear)}</EmptyState>;
  }
  return (
    <EmptyState message={hasTotals ? entryListText.recordedOnly : entryListText.noEntries}>
      {canAdd && link(yearPaths(year).newEntry, entryListText.add)}
    </EmptyState>
  );
}
