import { useState } from 'react';
import { asRead } from '@/components/form/register-field';
import { reloadPage } from '@/components/form/use-leave-warning';
import { usePaste } from '@/components/paste/use-paste';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import type { PastedCell } from '@/lib/domain/pasted-cells';
import { type CellField, type CellPlace, cellName, cellOfName } from '@/lib/domain/sheet/cells';
import { type Cell, isLocked, problemOfAll, stepSize, turnedCells, unreadNames } from '@/lib/domain/sheet/sheet';
import { lastYearCells, type SheetRow, type SheetView } from '@/lib/domain/sheet/sheet-view';
import { markText } from '@/lib/text/entry/entry';
import { sheetText as text } from '@/lib/text/sheet/sheet';
import { newSheetStore } from './sheet-store';
import { useSheetCopies } from './use-sheet-copies';
import { useSheetNews } from './use-sheet-news';
import { useSheetSaving } from './use-sheet-saving';

/** As the columns stand; last year's amount between them can't be written. */
const PASTED_INTO: readonly (CellField | null)[] = ['name', 'mark', 'rank', null, 'amount'];

const namesOf = ({ id }: SheetRow): string[] => PASTED_INTO.map((field) => (field ? cellName(id, field) : ''));

/** What was copied from a sheet, as it stands in this one: 拡充 is a choice, 1234 an amount. The rest stays as it was copied. */
function pastedText(field: CellField, copied: string): string {
  if (field === 'amount') return asRead(copied);
  return field === 'mark' ? (MARKS.find((mark) => markText[mark] === copied) ?? copied) : copied;
}

const cellOf = ({ name, text: copied }: PastedCell): Cell[] => {
  const cell = cellOfName(name);
  return cell ? [{ ...cell, text: pastedText(cell.field, copied) }] : [];
};

/** The sheet's acts: each is one undo, and what it changed is stored at once. */
export function useSheet(view: SheetView) {
  const { rows } = view;
  const [store] = useState(() => newSheetStore(rows));
  const { current, tell } = store;
  const [said, setSaid] = useState('');
  const save = useSheetSaving(store);
  const kept = useSheetCopies(view, store);
  // What somebody is just doing is said first.
  const hasOthers = useSheetNews(view, {
    store,
    onHeard: (heard) => setSaid((now) => now || text.heard(heard)),
    onUnlocked: (rowIds) => void save(rowIds),
  });
  const textAt = ({ rowId, field }: CellPlace): string => current().rows[rowId]?.mine[field] ?? '';

  /** @returns those of rows that can still be stored. */
  const fill = (given: readonly Cell[]): readonly Cell[] => {
    const cells = given.filter(({ rowId }) => !isLocked(current(), rowId));
    tell({ kind: 'filled', cells });
    void save(cells.map(({ rowId }) => rowId));
    return cells;
  };
  const { pasted, onPaste, clear } = usePaste(
    rows.map(namesOf),
    (copied) => {
      setSaid('');
      fill(copied.flatMap(cellOf));
    },
    (name) => !isLocked(current(), cellOfName(name)?.rowId ?? ''),
  );
  /** What was said is out of date, but for a paste of which something can't be read yet. */
  const say = (what: string) => {
    setSaid(what);
    if (pasted && unreadNames(current(), pasted.names).length === 0) clear();
  };

  /** Several cells of a column by one act, and what it did. */
  const fillCells = (cells: readonly Cell[], done: (cells: number) => string) => {
    const { length } = fill(cells);
    const locked = cells.length - length;
    say([length > 0 && done(length), locked > 0 && text.done.locked(locked)].filter(Boolean).join(''));
  };

  /** Somebody goes on. */
  const resume = () => say('');

  /** @returns the cell that somebody is to look at. */
  const step = (kind: 'undone' | 'redone'): Cell | undefined => {
    tell({ kind: 'left' });
    const size = stepSize(current(), kind);
    const cells = turnedCells(current(), kind);
    tell({ kind });
    const kept = size - cells.length;
    const did = [cells.length > 0 && text.done[kind](cells.length), kept > 0 && text.done.kept(kept)];
    say(size === 0 ? text.done.nothing : did.filter(Boolean).join(''));
    void save(cells.map(({ rowId }) => rowId));
    return cells[0];
  };

  const saveAll = () => {
    tell({ kind: 'left' });
    resume();
    return save(Object.keys(current().rows));
  };

  return {
    store,
    kept,
    /** What the last act did. */
    said,
    pasted,
    onPaste,
    say,
    resume,
    save,
    saveAll,
    /** Others have made other rows of it. */
    hasOthers,
    /** What can't be stored is offered again by this device, or the browser asks first. Where nothing can be, the page might not come either. */
    reload: async () => {
      await saveAll();
      if (!problemOfAll(current())) reloadPage();
    },
    step,
    textAt,
    fillCells,
    copyAbove: ({ rowId, field }: CellPlace) => {
      const above = rows[rows.findIndex(({ id }) => id === rowId) - 1];
      if (!above) return;
      fillCells([{ rowId, field, text: textAt({ rowId: above.id, field }) }], () => text.done.copied);
    },
    takeLastYear: () => {
      const { length } = fill(lastYearCells(rows, current()));
      say(length > 0 ? text.done.same(length) : text.done.noSame);
    },
  };
}

export type SheetActs = ReturnType<typeof useSheet>;
