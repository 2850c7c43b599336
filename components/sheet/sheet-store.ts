import { newSignal } from '@/components/form/signal';
import { changeSheet, newSheet, type Sheet, type SheetEvent } from '@/lib/domain/sheet/sheet';
import type { SheetRow } from '@/lib/domain/sheet/sheet-view';

/** The sheet beside React: a row is drawn anew when something happened to it, and no other row. */
export function newSheetStore(rows: readonly SheetRow[]) {
  let sheet = newSheet(rows);
  const changed = newSignal();
  return {
    current: (): Sheet => sheet,
    tell: (event: SheetEvent): void => {
      const next = changeSheet(sheet, event);
      if (next === sheet) return;
      sheet = next;
      changed.tell();
    },
    subscribe: changed.subscribe,
    use: <Seen>(look: (sheet: Sheet) => Seen): Seen => changed.use(() => look(sheet)),
  };
}

export type SheetStore = ReturnType<typeof newSheetStore>;
