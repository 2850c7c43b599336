/** Cells that were copied from a sheet, row by row. A cell with line breaks comes in quotes, which are doubled inside. */
export function pastedCells(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  const rows: string[][] = [[]];
  const end = text.replace(/(\r\n|\r|\n)$/, '');
  while (cell.lastIndex < end.length) {
    const found = cell.exec(end);
    // A quote in the midst of a cell is a character of it.
    if (!found) return end.split(/\r\n|\r|\n/).map((row) => row.split('\t'));
    const [, quoted, plain = '', separator = ''] = found;
    rows.at(-1)?.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    if (separator && separator !== '\t') rows.push([]);
    if (separator === '\t' && cell.lastIndex === end.length) rows.at(-1)?.push('');
  }
  return rows.filter((row) => row.length > 0);
}

export type PastedCell = { name: string; text: string };
/** The cells that have a field, and how many that aren't blank have none. */
export type Placed = { cells: PastedCell[]; outside: number };

/**
 * Where cells go, from the field `at` on. @param rows the names of the fields as they stand; '' where nothing can be written.
 * null: `at` is none of them.
 */
export function placeCells(
  cells: readonly string[][],
  rows: readonly (readonly string[])[],
  at: string,
): Placed | null {
  const top = rows.findIndex((row) => row.includes(at));
  const left = rows[top]?.indexOf(at) ?? -1;
  if (at === '' || left < 0) return null;
  const placed = cells.flatMap((row, down) =>
    row.map((text, right) => ({ name: rows[top + down]?.[left + right] ?? '', text })),
  );
  return {
    cells: placed.filter(({ name }) => name !== ''),
    outside: placed.filter(({ name, text }) => name === '' && text !== '').length,
  };
}
