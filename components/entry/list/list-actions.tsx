import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notification-banner';
import type { EntryFilter } from '@/lib/domain/entry/entry-filter';
import { isFiltered } from '@/lib/domain/entry/entry-list';
import { entryListHref } from '@/lib/list-routes';
import { yearPaths } from '@/lib/routes';
import { entryListText } from '@/lib/text/entry/entry-list';
import { sheetText } from '@/lib/text/sheet/sheet';
import { CopyRows } from './copy-rows';

type ListActionsProps = { year: number; canAdd: boolean; canOrder: boolean; hasSheet: boolean; hasRows: boolean };

export function ListActions({ year, canAdd, canOrder, hasSheet, hasRows }: ListActionsProps) {
  return (
    <>
      {hasRows && <CopyRows />}
      {canOrder && <ButtonLink href={yearPaths(year).order}>{entryListText.order}</ButtonLink>}
      {hasSheet && <ButtonLink href={yearPaths(year).sheet}>{sheetText.open}</ButtonLink>}
      {canAdd && <ButtonLink href={yearPaths(year).newEntry}>{entryListText.add}</ButtonLink>}
    </>
  );
}

type NoEntriesProps = { year: number; filter: EntryFilter; hasTotals: boolean; canAdd: boolean };

const link = (href: string, label: string) => (
  <a href={href} className="link">
    {label}
  </a>
);

/** Why there is nothing to see, and what can be done about it. */
export function NoEntries({ year, filter, hasTotals, canAdd }: NoEntriesProps) {
  if (isFiltered(filter)) {
    return (
      <EmptyState message={entryListText.noMatch}>
        {link(entryListHref(year, { own: filter.own }), entryListText.clear)}
      </EmptyState>
    );
  }
  return (
    <EmptyState message={hasTotals ? entryListText.recordedOnly : entryListText.noEntries}>
      {canAdd && link(yearPaths(year).newEntry, entryListText.add)}
    </EmptyState>
  );
}
