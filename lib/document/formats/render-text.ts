import { cellText, noticeOf, type Piece, piecesOf, type TablePiece } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';
import { widthOf } from '@/lib/document/text-width';

const blanks = (count: number): string => ' '.repeat(Math.max(0, count));

function table({ unit, columns, rows, notes }: TablePiece): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map(({ level, cells: [label = '', ...others] }) => [
      `${blanks((level - 1) * 2)}${cellText(label)}`,
      ...others.map(cellText),
    ]),
  ];
  // Wordings stand below each other: side by side they would be wider than any window.
  if (columns.some(({ holds }) => holds === 'wording')) {
    const [heads = [], ...others] = lines;
    return [unit, heads.join('  '), ...others.map((cells) => `\n${cells.join('\n')}`), ...notes].join('\n').trim();
  }
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
  const draw = (cells: readonly string[]) =>
    cells
      .map((text, column) => {
        const room = blanks((widths[column] ?? 0) - widthOf(text));
        return columns[column]?.holds === 'figure' ? room + text : text + room;
      })
      .join('  ')
      .trimEnd();
  return [unit, ...lines.map(draw), ...notes].join('\n');
}

function draw(piece: Piece): string {
  switch (piece.kind) {
    case 'heading':
      return piece.text + piece.figures.join('');
    case 'paragraph':
      return piece.text;
    case 'labelled':
      return `  ${piece.label} ${piece.paragraphs.join('\n  ')}`;
    case 'table':
      return table(piece);
  }
}

/** For a mail: a paragraph a line, and tables in columns of spaces. Our own reader takes it. */
export function renderText(model: PrintableModel): string {
  const notice = noticeOf(model);
  const pieces = piecesOf(model).map((piece) => {
    const gap = piece.kind === 'labelled' ? '' : '\n';
    return `${gap}${draw(piece)}\n`;
  });
  return `${notice === null ? '' : `${notice}\n\n`}${model.title} ${model.mark}\n${pieces.join('')}`;
}
