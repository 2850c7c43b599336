import type { KeyboardEvent } from 'react';

/** Steps between cells: down and to the right, or the other way. */
export type Move = { rows: -1 | 0 | 1; fields: -1 | 0 | 1 };
/** Of a range of cells; without one the key is the field's own. */
export type RangeKey = 'extendUp' | 'extendDown' | 'clear' | 'drop';
type SheetKey = { move: Move } | { act: 'undone' | 'redone' | 'copyAbove' } | { range: RangeKey };

const down = (rows: -1 | 1): SheetKey => ({ move: { rows, fields: 0 } });
const right = (fields: -1 | 1): SheetKey => ({ move: { rows: 0, fields } });

/** At the end of its text an arrow leads out of the field; a list of choices has no use for it. */
function leads(field: HTMLInputElement | HTMLSelectElement, to: -1 | 1): boolean {
  if (field instanceof HTMLSelectElement) return true;
  const { selectionStart, selectionEnd, value } = field;
  return selectionStart === selectionEnd && selectionStart === (to === -1 ? 0 : value.length);
}

/** What a key means in a cell; null: it is the field's own. A key that belongs to an IME's composition is none of ours. */
export function sheetKey(event: KeyboardEvent): SheetKey | null {
  if (event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey) return null;
  const field = event.target as HTMLInputElement | HTMLSelectElement;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return { act: event.shiftKey ? 'redone' : 'undone' };
    if (key === 'y') return { act: 'redone' };
    return key === 'd' ? { act: 'copyAbove' } : null;
  }
  if (key === 'Enter') return down(event.shiftKey ? -1 : 1);
  if (event.shiftKey)
    return key === 'ArrowUp' ? { range: 'extendUp' } : key === 'ArrowDown' ? { range: 'extendDown' } : null;
  if (key === 'Escape') return { range: 'drop' };
  if (key === 'Delete' || key === 'Backspace') return { range: 'clear' };
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return field instanceof HTMLSelectElement ? null : down(key === 'ArrowUp' ? -1 : 1);
  }
  if (key === 'ArrowLeft') return leads(field, -1) ? right(-1) : null;
  return key === 'ArrowRight' && leads(field, 1) ? right(1) : null;
}
