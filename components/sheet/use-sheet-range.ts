import { type ClipboardEvent, useRef } from 'react';
import { MARKS } from '@/lib/domain/entry/entry-field-table';
import { type CellField, type CellPlace, cellName } from '@/lib/domain/sheet/cells';
import { copiedCell, copiedTable } from '@/lib/text/copied-rows';
import { markText } from '@/lib/text/entry/entry';
import { sheetText as text } from '@/lib/text/sheet/sheet';
import type { RangeKey } from './sheet-keys';
import type { SheetActs } from './use-sheet';

/** `beyond`: how many rows further it reaches, down or up. Its rows stay the same where another comes in between. */
type Range = CellPlace & { beyond: number; rowIds: readonly string[] };

/** A choice is copied by its word, by which a paste reads it. */
function wordOf(field: CellField, typed: string): string {
  const mark = field === 'mark' && MARKS.find((known) => known === typed);
  return mark ? markText[mark] : typed;
}

/** Cells of one column, from the one that has the focus, which are filled, cleared or copied at once. */
export function useSheetRange(rowsNow: () => readonly string[], sheet: SheetActs) {
  const range = useRef<Range | null>(null);

  const places = (): CellPlace[] => {
    if (!range.current) return [];
    const { field, rowIds } = range.current;
    return rowIds.map((rowId) => ({ rowId, field }));
  };
  // The fields are the browser's: a mark on them draws nothing again.
  const show = (isMarked: boolean) => {
    for (const { rowId, field } of places())
      document.getElementById(cellName(rowId, field))?.toggleAttribute('data-marked', isMarked);
  };
  const drop = () => {
    show(false);
    range.current = null;
  };

  const extend = (cell: CellPlace, by: -1 | 1) => {
    const rowIds = rowsNow();
    const at = rowIds.indexOf(cell.rowId);
    const beyond = (range.current?.beyond ?? 0) + by;
    if (!rowIds[at + beyond]) return;
    drop();
    if (beyond === 0) return sheet.say('');
    const [first, last] = beyond < 0 ? [at + beyond, at] : [at, at + beyond];
    range.current = { ...cell, beyond, rowIds: rowIds.slice(first, last + 1) };
    show(true);
    document.getElementById(cellName(rowIds[at + beyond] ?? '', cell.field))?.scrollIntoView({ block: 'nearest' });
    sheet.say(text.range(Math.abs(beyond) + 1));
  };

  /** Writes into them what stands in the uppermost, or nothing. false: there is no range. */
  const fill = (what: 'first' | 'nothing'): boolean => {
    const cells = places();
    const [first] = cells;
    if (!first) return false;
    const written = what === 'first' ? sheet.textAt(first) : '';
    sheet.fillCells(
      cells.map((cell) => ({ ...cell, text: written })),
      what === 'first' ? text.done.filled : text.done.cleared,
    );
    return true;
  };

  const onCopy = (event: ClipboardEvent) => {
    const cells = places();
    if (cells.length === 0) return;
    event.preventDefault();
    const words = cells.map((cell) => wordOf(cell.field, sheet.textAt(cell)));
    const isOfFigures = cells.some(({ field }) => field === 'amount' || field === 'rank');
    // As it is typed for a paste in here; a spreadsheet prefers the table, which runs no name as a formula.
    event.clipboardData.setData('text/plain', words.join('\r\n'));
    event.clipboardData.setData('text/html', copiedTable(words.map((word) => [copiedCell(word, isOfFigures)])));
    sheet.say(text.done.copiedRange(cells.length));
  };

  /** @returns whether the key was a range's. */
  const press = (cell: CellPlace, key: RangeKey): boolean => {
    if (key === 'clear') return fill('nothing');
    const isMarked = range.current !== null;
    if (key === 'drop') drop();
    else extend(cell, key === 'extendUp' ? -1 : 1);
    return key !== 'drop' || isMarked;
  };

  return { press, fill, drop, onCopy };
}
