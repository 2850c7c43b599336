import type { Block, DocumentModel, Figure, ListColumn, PrintedEntry } from './model';

export type TableRow = { level: 1 | 2; isTotal: boolean; cells: (Figure | string)[] };

export type TablePiece = {
  kind: 'table';
  caption: string;
  unit: string;
  /** A head for each cell of a row. */
  columns: { label: string; holds: 'text' | 'wording' | 'figure' }[];
  rows: TableRow[];
  /** The column that says what a row is about. */
  nameColumn: number;
  notes: string[];
};

/** What every format knows how to draw, whatever the template says with it. */
export type Piece =
  | { kind: 'heading'; level: 2 | 3; text: string; figures: string[]; isOnNewPage?: boolean }
  | { kind: 'paragraph'; text: string }
  | { kind: 'labelled'; label: string; paragraphs: string[] }
  | TablePiece;

export const cellText = (cell: Figure | string): string => (typeof cell === 'string' ? cell : cell.text);

export const holdsFigures = ({ holds }: ListColumn): boolean => holds === 'amount' || holds === 'difference';

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text });

const piecesOfEntry = ({ heading, parts }: PrintedEntry): Piece[] => [
  { kind: 'heading', level: 3, text: heading.name, figures: heading.figures },
  ...parts.map((part) => ({ kind: 'labelled' as const, ...part })),
];

/** In a list the column that says what a row is about. */
export const NAME_COLUMN = 1;

export function piecesOfBlock(block: Block): Piece[] {
  switch (block.kind) {
    case 'amountTable': {
      const { caption, unit, corner, columns, rows, note } = block;
      return [
        {
          kind: 'table',
          caption,
          unit,
          columns: [{ label: corner, holds: 'text' }, ...columns.map((label) => ({ label, holds: 'figure' as const }))],
          rows: rows.map(({ label, level, cells }) => ({ level, isTotal: level === 1, cells: [label, ...cells] })),
          nameColumn: 0,
          notes: [note],
        },
      ];
    }
    case 'prose':
      return block.paragraphs.map(paragraph);
    case 'entries':
      return block.entries.length === 0 ? [paragraph(block.empty)] : block.entries.flatMap(piecesOfEntry);
    case 'listTable': {
      const { caption, unit, notes } = block;
      return [
        {
          kind: 'table',
          caption,
          unit,
          columns: block.columns.map(({ label, holds }) => ({
            label,
            holds: holds === 'text' || holds === 'wording' ? holds : 'figure',
          })),
          rows: block.rows.map(({ kind, cells }) => ({ level: 1, isTotal: kind === 'total', cells })),
          nameColumn: NAME_COLUMN,
          notes,
        },
      ];
    }
  }
}

/** The tree in the order of print, below its title. */
export const piecesOf = ({ sections }: DocumentModel): Piece[] =>
  sections.flatMap(({ heading, kind, blocks }) => [
    { kind: 'heading', level: 2, text: heading, figures: [], isOnNewPage: kind === 'errata' },
    ...blocks.flatMap(piecesOfBlock),
  ]);

/** What a file says before its title: that it is a draft, and of when. */
export const noticeOf = ({ watermark, statement }: { watermark: string | null; statement?: string }): string | null =>
  [watermark, statement].filter(Boolean).join('　') || null;
