import { cellText, type TablePiece } from './pieces';

const FULL_WIDTH = /[^\u0000-\u02ff\uff61-\uffdc]/gu;
const ROOM = 3;
const LEAST_WIDTH = 6;
const MOST_WIDTH = 44;

/** In characters of half width. */
export const widthOf = (text: string): number => text.length + (text.match(FULL_WIDTH)?.length ?? 0);

/** How wide each column wants to be: figures never wrap, heads may take two lines. */
const wished = ({ columns, rows }: TablePiece): number[] =>
  columns.map(({ label }, column) => {
    const widest = Math.max(LEAST_WIDTH, ...rows.map(({ cells }) => widthOf(cellText(cells[column] ?? ''))));
    return Math.min(MOST_WIDTH, Math.max(widest, Math.ceil(widthOf(label) / 2)) + ROOM);
  });

/** Widths of the columns that come to `total`; the widest text gives and takes. */
export function columnWidths(table: TablePiece, total: number): number[] {
  const widths = wished(table);
  const texts = widths.map((width, column) => (table.columns[column]?.holds === 'text' ? width : 0));
  const widest = texts.indexOf(Math.max(...texts));
  const others = widths.reduce((sum, width, column) => (column === widest ? sum : sum + width), 0);
  return widths.map((width, column) => (column === widest ? Math.max(LEAST_WIDTH, total - others) : width));
}
