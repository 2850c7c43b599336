import { EmptyState } from '@/components/ui/empty-state';
import { type EntryFilter, entryListHref, isFiltered } from '@/lib/domain/entry-list';
import { entryListText } from '@/lib/text/entry-list';

type NoEntriesProps = { year: number; filter: EntryFilter; isOpen: boolean; canAdd: boolean };

const link = (href: string, label: string) => (
  <a href={href} className="link">
    {label}
  </a>
);

/** Why there is nothing to see, and what can be done about it. */
export function NoEntries({ year, filter, isOpen, canAdd }: NoEntriesProps) {
  if (isFiltered(filter)) {
    return <EmptyState message={entryListText.noMatch}>{link(entryListHref(year), entryListText.clear)}</EmptyState>;
  }
  return (
    <EmptyState message={isOpen ? entryListText.noEntries : entryListText.recordedOnly}>
      {canAdd && link(`/years/${year}/entries/new`, entryListText.add)}
    </EmptyState>
  );
}
