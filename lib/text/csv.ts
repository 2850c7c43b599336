/** Spreadsheets run a cell that begins like this as a formula. An apostrophe before one is no different: it is what we put there. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠−]|[\t\r\n])/u;

/** They make another thing of these: 1-1 becomes a day, 1:30 a time, 0012 and 1E5 a number. */
const CONVERTED = /^'*\s*(?:\d{1,4}[-/:.]\d{1,2}(?:[-/:.]\d{1,4})?|\d{1,2}月\d{1,2}日|0\d+|\d+e\d+)\s*$/iu;

/** A text that a spreadsheet takes for nothing else: whoever reads it in takes one apostrophe away again. */
export const harmless = (text: string): string =>
  FORMULA.test(text) || CONVERTED.test(text.normalize('NFKC')) ? `'${text}` : text;

/** The text of such a cell. */
export const textOfCell = (cell: string): string =>
  cell.startsWith("'") && harmless(cell.slice(1)) === cell ? cell.slice(1) : cell;

const cell = (value: string | number): string =>
  typeof value === 'number' ? `${value}` : `"${harmless(value).replaceAll('"', '""')}"`;

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Without it, spreadsheets take Japanese for something else. */
export const CSV_BEGINNING = '\ufeff';
