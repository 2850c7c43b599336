import { cellText, type TablePiece } from './pieces';

const FULL_WIDTH = /[^\u0000-\u02ff\uff61-\uffdc]/gu;
const ROOM = 3;
const HEAD_ROOM = 2;
/** What the widest text keeps of the room that is left, for its indent, and what a figure may have of it. */
const TEXT_ROOM = 2;
const MOST_SPARE = 4;
const LEAST_WIDTH = 6;
const MOST_WIDTH = 44;
/** Beside wordings, which need the room. */
const MOST_WIDTH_BESIDE = 16;

/** In characters of half width. */
export const widthOf = (text: string): number => text.length + (text.match(FULL_WIDTH)?.length ?? 0);

/** A head with a year in it breaks behind the year, as in print. */
export const headLines = (label: string): string[] => label.split(/(?<=年度)/);

/** How wide each column wants to be: figures never wrap, nor do the lines of heads. */
const wished = ({ columns, rows }: TablePiece, most: number): number[] =>
  columns.map(({ label }, column) => {
    const widest = Math.max(LEAST_WIDTH, ...rows.map(({ cells }) => widthOf(cellText(cells[column] ?? ''))));
    return Math.min(most, Math.max(widest + ROOM, ...headLines(label).map((line) => widthOf(line) + HEAD_ROOM)));
  });

/** Widths of the columns that come to `total`; wordings share what the others leave, or the widest text gives and takes. */
export function columnWidths(table: TablePiece, total: number): number[] {
  const wordings = table.columns.filter(({ holds }) => holds === 'wording').length;
  const widths = wished(table, wordings > 0 ? MOST_WIDTH_BESIDE : MOST_WIDTH);
  if (wordings > 0) {
    const isWording = (column: number) => table.columns[column]?.holds === 'wording';
    const others = widths.reduce((sum, width, column) => (isWording(column) ? sum : sum + width), 0);
    return widths.map((width, column) => (isWording(column) ? (total - others) / wordings : width));
  }
  const texts = widths.map((width, column) => (table.columns[column]?.holds === 'text' ? width : 0));
  const widest = texts.indexOf(Math.max(...texts));
  const others = widths.reduce((sum, width, column) => (column === widest ? sum : sum + width), 0);
  // A machine without the document's fonts has wider ones: figures get what no text needs.
  const figures = table.columns.filter(({ holds }) => holds === 'figure').length;
  const left = total - others - (widths[widest] ?? 0) - TEXT_ROOM;
  const spare = Math.min(MOST_SPARE, Math.max(0, left) / Math.max(1, figures));
  return widths.map((width, column) => {
    if (column === widest) return Math.max(LEAST_WIDTH, total - others - spare * figures);
    return table.columns[column]?.holds === 'figure' ? width + spare : width;
  });
}
