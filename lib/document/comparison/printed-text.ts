import type { Block, PrintedEntry } from '@/lib/document/model';
import { cellText, type Piece, piecesOfBlock } from '@/lib/document/pieces';
import type { Difference } from '@/lib/domain/edition/difference';

function linesOf(piece: Piece): string[] {
  switch (piece.kind) {
    case 'heading':
      return [piece.text + piece.figures.join('')];
    case 'paragraph':
      return [piece.text];
    case 'labelled':
      return [[piece.label, piece.paragraphs[0] ?? ''].join(' '), ...piece.paragraphs.slice(1)];
    case 'table':
      return [
        piece.unit,
        rowText(piece.columns.map(({ label }) => label)),
        ...piece.rows.map(({ cells }) => rowText(cells)),
        ...piece.notes,
      ];
  }
}

export const rowText = (cells: readonly Parameters<typeof cellText>[0][]): string =>
  cells
    .map(cellText)
    .filter((text) => text !== '')
    .join('　');

export const blockText = (block: Block): string => piecesOfBlock(block).flatMap(linesOf).join('\n');

export const entryText = (entry: PrintedEntry): string => blockText({ kind: 'entries', entries: [entry], empty: '' });

/** One text against another: nothing where both print alike. */
export function compareTexts(place: string, before: string | null, after: string | null): Difference[] {
  if (before === after) return [];
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return [{ place, kind, before, after }];
}
