import { type ClipboardEvent, useState } from 'react';
import { type PastedCell, pastedCells, placeCells } from '@/lib/domain/pasted-cells';

/** Which fields a range of a sheet was put into, and how many of its cells had no field. */
export type Pasted = { names: string[]; outside: number };

/**
 * A range that was copied from a sheet goes into the fields from the one that has the focus. A single cell is pasted by the
 * browser, which knows no paste into a list of choices. @param rows as `placeCells` takes them. @param isOpen whether a field
 * can be written at that moment.
 */
export function usePaste(
  rows: readonly (readonly string[])[],
  fill: (cells: readonly PastedCell[]) => void,
  isOpen: (name: string) => boolean = () => true,
) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field instanceof HTMLInputElement && !/[\t\r\n]/.test(text.trimEnd())) return;
    const placed = placeCells(pastedCells(text), rows, field.name);
    if (!placed) return;
    event.preventDefault();
    fill(placed.cells.filter(({ name }) => isOpen(name)));
    const given = placed.cells.filter((cell) => cell.text !== '').map(({ name }) => name);
    const names = given.filter(isOpen);
    setPasted({ names, outside: placed.outside + given.length - names.length });
  };
  return { pasted, onPaste, clear: () => setPasted(null) };
}
