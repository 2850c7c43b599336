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
