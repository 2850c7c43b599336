import type { CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Figure } from '@/lib/document/model';
import { cellText, noticeOf, type Piece, piecesOf, type TablePiece } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';
import { columnWidths, headLines, widthOf } from '@/lib/document/text-width';
import { documentFileText } from '@/lib/text/document/document-files';
import { recordsOf } from './records';
import { withoutTime } from './steady-zip';

const MINCHO = 'BIZ UD明朝 Medium';
const GOTHIC = 'BIZ UDゴシック';
const AMOUNT = '#,##0;"△"#,##0';
/** Of the sheet for print, in characters of half width. */
const SHEET_WIDTH = { portrait: 96, landscape: 140 };
/** As wide as the sheet, as many pages as it takes. */
const A4 = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const LINE_POINTS = 15;
/** Excel has no taller rows than 409 points: longer texts go on in the next row. */
const MOST_LINES = 24;

type Look = { bold?: boolean; size?: number; align?: 'left' | 'right' | 'center'; boxed?: boolean; indent?: number };

function styleOf({ bold = false, size = 10.5, align = 'left', boxed = false, indent = 0 }: Look): CellStyle {
  const line = { style: 'thin' } as const;
  return {
    font: { name: bold ? GOTHIC : MINCHO, size, bold },
    alignment: { horizontal: align, vertical: boxed ? 'center' : 'top', wrapText: true, indent },
    ...(boxed && { border: { top: line, right: line, bottom: line, left: line } }),
  };
}

/** One sheet, written from the top: each call adds rows. */
class PrintSheet {
  readonly #rows: CellValue[][] = [];
  readonly #cells: NonNullable<WriteSheet['cells']> = new Map();
  readonly #merges: NonNullable<WriteSheet['merges']> = [];
  readonly #rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();

  /** The row with the heads of the first table, from 1. */
  headRow: number | undefined;

  constructor(readonly widths: readonly number[]) {}

  #room(from: number, to: number): number {
    return this.widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0);
  }

  #row(values: { from: number; to: number; value: CellValue; style: CellStyle }[], lines: number): void {
    const row = this.#rows.length;
    const cells: CellValue[] = this.widths.map(() => null);
    for (const { from, to, value, style } of values) {
      cells[from] = value;
      for (let column = from; column <= to; column += 1) this.#cells.set(`${row},${column}`, { style });
      if (to > from) this.#merges.push({ startRow: row, endRow: row, startCol: from, endCol: to });
    }
    this.#rows.push(cells);
    this.#rowDefs.set(row, { height: lines * LINE_POINTS + 2 });
  }

  #lines(text: string, from: number, to: number, size = 10.5): number {
    return Math.max(1, Math.ceil((widthOf(text) * 1.05 * size) / 10.5 / this.#room(from, to)));
  }

  gap(): void {
    this.#row([], 0.6);
  }

  /** A text over the whole width, going on in the next row where one can't hold it. */
  text(text: string, look: Look = {}): void {
    const to = this.widths.length - 1;
    const most = Math.floor((this.#room(0, to) / 2) * 0.9) * MOST_LINES;
    const characters = Array.from(text);
    for (let start = 0; start === 0 || start < characters.length; start += most) {
      const value = characters.slice(start, start + most).join('');
      this.#row([{ from: 0, to, value, style: styleOf(look) }], this.#lines(value, 0, to, look.size));
    }
  }

  table({ unit, columns, rows, notes }: TablePiece): void {
    this.text(unit, { align: 'right' });
    const height = (texts: readonly string[]) =>
      Math.max(...texts.map((text, column) => this.#lines(text, column, column)));
    const one = (column: number, value: CellValue, look: Look) => ({
      from: column,
      to: column,
      value,
      style: { ...styleOf({ ...look, boxed: true }), ...(typeof value === 'number' && { numFmt: AMOUNT }) },
    });
    this.headRow ??= this.#rows.length + 1;
    const heads = columns.map(({ label }) => headLines(label));
    this.#row(
      heads.map((lines, column) => one(column, lines.join('\n'), { bold: true, align: 'center' })),
      Math.max(...heads.map(({ length }) => length)),
    );
    for (const { level, isTotal, cells } of rows) {
      this.#row(
        cells.map((cell, column) =>
          one(column, numberOrText(cell), {
            align: columns[column]?.holds === 'figure' ? 'right' : 'left',
            indent: column === 0 ? level - 1 : 0,
            bold: isTotal,
          }),
        ),
        height(cells.map(cellText)),
      );
    }
    for (const note of notes) this.text(note, { align: 'right' });
  }

  write(rest: Omit<WriteSheet, 'rows' | 'cells' | 'merges' | 'rowDefs' | 'columns'>): WriteSheet {
    const columns = this.widths.map((width) => ({ width }));
    return { ...rest, columns, rows: this.#rows, cells: this.#cells, merges: this.#merges, rowDefs: this.#rowDefs };
  }
}

const numberOrText = (cell: Figure | string): CellValue =>
  typeof cell === 'string' ? cell : (cell.amountThousandYen ?? cell.text);

/** One grid for all tables of the sheet: that of the one with the most columns. */
function widthsOf(pieces: readonly Piece[], width: number): number[] {
  const tables = pieces.filter((piece) => piece.kind === 'table');
  const [widest] = tables.toSorted((one, other) => other.columns.length - one.columns.length);
  return widest ? columnWidths(widest, width) : [width];
}

function draw(sheet: PrintSheet, piece: Piece): void {
  switch (piece.kind) {
    case 'heading':
      sheet.gap();
      sheet.text(piece.text + piece.figures.join(''), { bold: true, size: piece.level === 2 ? 12 : 10.5 });
      break;
    case 'paragraph':
      sheet.text(piece.text);
      break;
    case 'labelled':
      for (const [index, paragraph] of piece.paragraphs.entries()) {
        sheet.text(index === 0 ? `${piece.label} ${paragraph}` : paragraph, { indent: 1 });
      }
      break;
    case 'table':
      sheet.table(piece);
  }
}

/** Behind the first table there is nothing but more of them: its heads repeat. */
const isList = (pieces: readonly Piece[]): boolean =>
  pieces
    .slice(pieces.findIndex(({ kind }) => kind === 'table'))
    .every(({ kind }) => kind === 'heading' || kind === 'table');

function printSheet(model: PrintableModel, front: (sheet: PrintSheet) => void, name: string): WriteSheet {
  const pieces = piecesOf(model);
  const notice = noticeOf(model);
  const sheet = new PrintSheet(widthsOf(pieces, SHEET_WIDTH[model.paper]));
  front(sheet);
  for (const piece of pieces) draw(sheet, piece);
  return sheet.write({
    name,
    view: { showGridLines: false },
    pageSetup: {
      ...A4,
      orientation: model.paper,
      ...(isList(pieces) && sheet.headRow && { printTitlesRow: `$${sheet.headRow}:$${sheet.headRow}` }),
    },
    headerFooter: {
      ...(notice !== null && { oddHeader: `&R${notice.replaceAll('&', '&&')}` }),
      oddFooter: '&C－ &P／&N －',
    },
  });
}

function mainSheet(model: PrintableModel): WriteSheet {
  const notice = noticeOf(model);
  const sections = model.sections.filter(({ kind }) => kind !== 'errata');
  const front = (sheet: PrintSheet) => {
    if (notice !== null) sheet.text(notice, { bold: true, boxed: true, align: 'center' });
    sheet.text(model.title, { bold: true, size: 15 });
    sheet.text(model.mark, { bold: true, align: 'right' });
  };
  return printSheet({ ...model, sections }, front, documentFileText.printSheet);
}

function dataSheet(model: PrintableModel): WriteSheet {
  const { columns, records } = recordsOf(model);
  return {
    name: documentFileText.dataSheet,
    columns: columns.map((name) => ({ width: Math.min(40, 4 + widthOf(name)) })),
    rows: [columns, ...records.map((record) => columns.map((name) => record[name] ?? null))],
    freezePane: { rows: 1 },
    pageSetup: { ...A4, orientation: 'landscape' },
  };
}

/** Its columns are others than the document's: a sheet of its own. */
function errataSheets(model: PrintableModel): WriteSheet[] {
  const sections = model.sections.filter(({ kind }) => kind === 'errata');
  return sections.length === 0 ? [] : [printSheet({ ...model, sections }, () => {}, documentFileText.errataSheet)];
}

/** A sheet in the form of the print, and one for machines. */
export const renderExcel = async (model: PrintableModel): Promise<Uint8Array> =>
  withoutTime(
    await writeXlsx({
      sheets: [mainSheet(model), dataSheet(model), ...errataSheets(model)],
      properties: { title: model.title, subject: model.subject, creator: model.author },
      defaultFont: { name: MINCHO, size: 10.5 },
    }),
  );
