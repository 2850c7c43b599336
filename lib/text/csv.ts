/** Spreadsheets run a cell that begins like this as a formula. An apostrophe before one is no different: it is what we put there. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠−]|[\t\r\n])/u;

/** A text that a spreadsheet takes for nothing else: whoever reads it in takes one apostrophe away again. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const cell = (value: string | number): string =>
  typeof value === 'number' ? `${value}` : `"${harmless(value).replaceAll('"', '""')}"`;

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Without it, spreadsheets take Japanese for something else. */
export const CSV_BEGINNING = '\ufeff';
