import { type ClipboardEvent, useState } from 'react';
import { pastedCells } from '@/lib/domain/pasted-cells';

/** How many cells of a sheet were put into fields, and how many had no field. */
export type Pasted = { names: string[]; outside: number };

/**
 * A range that was copied from a sheet goes into the fields from the one that has the focus. @param rows the names of the fields
 * as they stand. A single cell is pasted by the browser.
 */
export function usePaste(rows: readonly (readonly string[])[], fill: (name: string, text: string) => void) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const { name } = event.target as HTMLInputElement;
    const top = rows.findIndex((row) => row.includes(name));
    const left = rows[top]?.indexOf(name) ?? -1;
    if (left < 0 || !/[\t\r\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const found: Pasted = { names: [], outside: 0 };
    for (const [down, row] of pastedCells(text).entries()) {
      for (const [right, cell] of row.entries()) {
        const field = rows[top + down]?.[left + right];
        if (field) {
          fill(field, cell);
          if (cell !== '') found.names.push(field);
        } else if (cell !== '') found.outside += 1;
      }
    }
    setPasted(found);
  };
  return { pasted, onPaste, clear: () => setPasted(null) };
}
