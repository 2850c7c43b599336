import { harmless } from './csv';
import { formatCount } from './format';

export const copyText = {
  button: 'コピー',
  what: '選択した行、選択がないときは表示しているすべての行を、Excelに貼り付けられる形でコピーします。',
  copied: (count: number): string => `${formatCount(count)}件をコピーしました`,
  failed: 'コピーできませんでした。表の行をマウスで選択し、Ctrl+Cでコピーしてください。',
} as const;

/** A text, or a figure. */
export type CopiedCell = string | number;

const FIGURE = /^△?\d[\d,]*$/;

/** △1,234 in a column of figures is one; － and 未入力 are none. */
export const copiedCell = (text: string, isOfFigures: boolean): CopiedCell =>
  isOfFigures && FIGURE.test(text) ? Number(text.replace('△', '-').replaceAll(',', '')) : text;

const plainCell = (cell: CopiedCell): string => (typeof cell === 'number' ? `${cell}` : harmless(cell));

/** For what takes bare text: a tab between cells. */
export const copiedText = (rows: readonly CopiedCell[][]): string =>
  rows.map((cells) => cells.map(plainCell).join('\t')).join('\r\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell of this format is a text, whatever it looks like: for LibreOffice, and for Excel. */
const AS_TEXT = `sdnum="1041;0;@" style="mso-number-format:'\\@'"`;
const htmlCell = (cell: CopiedCell): string =>
  typeof cell === 'number' ? `<td>${cell}</td>` : `<td ${AS_TEXT}>${escaped(cell)}</td>`;

/** For spreadsheets, which prefer it: what is no figure stays a text. */
export const copiedTable = (rows: readonly CopiedCell[][]): string =>
  `<meta charset="utf-8"><table>${rows.map((cells) => `<tr>${cells.map(htmlCell).join('')}</tr>`).join('')}</table>`;
