import { useEffect, useEffectEvent } from 'react';
import type { DeviceCopy } from '@/components/form/device-copy';
import { useDeviceCopy } from '@/components/form/use-device-copy';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { changedFields, type Draft, unansweredOf } from '@/lib/domain/draft/draft';
import { CELL_FIELDS, type Cells, sameCell } from '@/lib/domain/sheet/cells';
import { isLocked, isSettled, isUnsaved, rowsWhere, type Sheet } from '@/lib/domain/sheet/sheet';
import type { SheetView } from '@/lib/domain/sheet/sheet-view';
import type { SheetStore } from './sheet-store';

/** The cells of each row that is not stored, from left to right; of every other row nothing. */
type Kept = Record<string, readonly string[]>;

const cellsIn = (texts: readonly string[]): Cells =>
  Object.fromEntries(CELL_FIELDS.map((field, place) => [field, texts[place] ?? ''])) as Cells;

/** What isn't stored. Of what was sent and never answered, the first of every row, then the second. */
function textOf({ rows }: Sheet) {
  const unsaved = Object.entries(rows).filter(([, row]) => isUnsaved(row));
  const kept = (cellsOf: (row: Draft<Cells>) => Cells | undefined): Kept =>
    Object.fromEntries(
      unsaved.flatMap(([id, row]) => {
        const cells = cellsOf(row);
        return cells ? [[id, CELL_FIELDS.map((field) => cells[field])]] : [];
      }),
    );
  const most = Math.max(0, ...unsaved.map(([, row]) => unansweredOf(row).length));
  return {
    version: 0,
    base: kept(({ base }) => base),
    fields: kept(({ mine }) => mine),
    unanswered: Array.from({ length: most }, (_, nth) => kept((row) => unansweredOf(row)[nth])),
  };
}

/** Keeps the rows that aren't stored on this device, offers what an earlier visit left, and asks before the page is left. */
export function useSheetCopies({ year, department, rows }: SheetView, store: SheetStore) {
  const { current, tell, subscribe, use } = store;
  const unsaved = () => rowsWhere(current(), isUnsaved);
  /** A row that is no longer the sheet's is not offered again. */
  const isGone = (id: string): boolean => isLocked(current(), id) && !isSettled(current().statuses[id]);
  /** Whether a copy has anything that isn't stored. */
  const isWorth = (copy: Kept): boolean =>
    Object.entries(copy).some(([id, texts]) => {
      const theirs = current().rows[id]?.theirs;
      return theirs && texts.length > 0 && changedFields(theirs, cellsIn(texts), sameCell).length > 0;
    });
  const copies = useDeviceCopy<Kept>({
    keep: `sheet:${year}:${department.id}`,
    form: { schema: { shape: {} }, fields: Object.fromEntries(rows.map(({ id }) => [id, []])) },
    textNow: () => textOf(current()),
    isUnsaved: (copy) => (copy ? isWorth(copy) : unsaved().length > 0),
  });
  const count = use((sheet) => rowsWhere(sheet, isUnsaved).length);
  useLeaveWarning(
    count > 0,
    () => unsaved().length > 0,
    () => copies.isKept && !unsaved().some(isGone),
  );
  const changed = useEffectEvent(() => copies.flushLater());
  useEffect(() => subscribe(() => changed()), [subscribe]);

  return {
    copies,
    /** How many rows aren't stored. */
    count,
    restore: (copy: DeviceCopy<Kept>) => {
      copies.take(copy);
      for (const [rowId, texts] of Object.entries(copy.fields)) {
        if (texts.length === 0) continue;
        const event = {
          kind: 'restored',
          base: cellsIn(copy.base[rowId] ?? []),
          fields: cellsIn(texts),
          unanswered: copy.unanswered.flatMap(({ [rowId]: sent = [] }) => (sent.length > 0 ? [cellsIn(sent)] : [])),
          change: null,
        } as const;
        tell({ kind: 'row', rowId, event });
      }
      copies.flush();
    },
    discard: copies.drop,
  };
}
