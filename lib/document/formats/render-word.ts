import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellText, noticeOf, type Piece, piecesOf, type TablePiece } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';
import { columnWidths, headLines } from '@/lib/document/text-width';
import { withoutTime } from './steady-zip';

const MINCHO = 'BIZ UD明朝 Medium';
const GOTHIC = 'BIZ UDゴシック';
/** Word counts paper in twentieths of a point, letters in halves. */
const MILLIMETRE = 1440 / 25.4;
const SIDE = Math.round(20 * MILLIMETRE);
const MARGIN = { left: SIDE, right: SIDE, top: Math.round(24 * MILLIMETRE), bottom: Math.round(26 * MILLIMETRE) };
const LONG_EDGE = Math.round(297 * MILLIMETRE);
const SHORT_EDGE = Math.round(210 * MILLIMETRE);
/** Of a table's letters in half width, and of the paper. */
const WIDTH = {
  portrait: { characters: 100, body: SHORT_EDGE - 2 * SIDE },
  landscape: { characters: 150, body: LONG_EDGE - 2 * SIDE },
};
type Width = (typeof WIDTH)['portrait'];
const points = (size: number): number => size * 2;
const EM = 10.5 * 20;

const heading = (size: number, before: number, after: number) => ({
  run: { font: GOTHIC, bold: true, size: points(size), color: '000000' },
  paragraph: { spacing: { before, after }, keepNext: true },
});

/** What people go on with: every look is a style. */
const STYLES = {
  default: {
    document: {
      run: { font: MINCHO, size: points(10.5), language: { value: 'en-US', eastAsia: 'ja-JP' } },
      paragraph: { spacing: { line: 320 } },
    },
    title: heading(15, 0, 120),
    heading1: heading(12, 360, 160),
    heading2: heading(10.5, 240, 120),
  },
  paragraphStyles: [
    { id: 'Prose', name: '本文', basedOn: 'Normal', paragraph: { indent: { firstLine: EM }, spacing: { after: 100 } } },
    { id: 'Mark', name: '資料番号', basedOn: 'Normal', run: { font: GOTHIC, bold: true } },
    { id: 'Aside', name: '単位・注記', basedOn: 'Normal', run: { size: points(9.5) } },
    { id: 'Cell', name: '表', basedOn: 'Normal', run: { size: points(9.5) }, paragraph: { spacing: { line: 260 } } },
    {
      id: 'Part',
      name: '概要・工夫点',
      basedOn: 'Normal',
      paragraph: { indent: { left: EM * 6.5, hanging: EM * 5.5 }, tabStops: [{ type: 'left', position: EM * 6.5 }] },
    },
  ],
  characterStyles: [
    { id: 'Label', name: '強調', run: { font: GOTHIC, bold: true, size: points(9.5) } },
    { id: 'Figures', name: '見出しの金額', run: { font: MINCHO, bold: false, size: points(9.5) } },
  ],
} as const;

const aside = (text: string, keepNext = false): Paragraph =>
  new Paragraph({ style: 'Aside', alignment: AlignmentType.RIGHT, keepNext, text });

function table(piece: TablePiece, { characters, body: bodyWidth }: Width): (Paragraph | Table)[] {
  const { unit, columns, rows, notes } = piece;
  const widths = columnWidths(piece, characters).map((width) => Math.round((width / characters) * bodyWidth));
  const cell = (lines: string[], column: number, look: IParagraphOptions, run: IRunOptions, side: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 60, bottom: 60, left: side, right: side },
      children: [
        new Paragraph({
          style: 'Cell',
          ...look,
          children: lines.map((text, line) => new TextRun({ ...run, text, break: line > 0 ? 1 : 0 })),
        }),
      ],
    });
  const head = columns.map(({ label }, column) =>
    cell(headLines(label), column, { alignment: AlignmentType.CENTER, keepNext: true }, { style: 'Label' }, 20),
  );
  const body = rows.map(({ level, isTotal, cells }) =>
    cells.map((of, column) =>
      cell(
        [cellText(of)],
        column,
        {
          alignment: columns[column]?.holds === 'figure' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { left: column === 0 ? (level - 1) * EM : 0 },
        },
        isTotal ? { style: 'Label' } : {},
        columns[column]?.holds === 'figure' ? 40 : 80,
      ),
    ),
  );
  return [
    aside(unit, true),
    new Table({
      width: { size: bodyWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...body.map((children) => new TableRow({ cantSplit: true, children })),
      ],
    }),
    ...notes.map((note) => aside(note)),
  ];
}

function draw(piece: Piece, width: Width): (Paragraph | Table)[] {
  switch (piece.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: piece.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: piece.isOnNewPage ?? false,
          children: [
            new TextRun(piece.text),
            ...piece.figures.map((figure) => new TextRun({ text: figure, style: 'Figures' })),
          ],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ style: 'Prose', text: piece.text })];
    case 'labelled':
      return piece.paragraphs.map(
        (paragraph, index) =>
          new Paragraph({
            style: 'Part',
            children: [
              new TextRun({ text: index === 0 ? piece.label : '', style: 'Label' }),
              new TextRun({ children: [new Tab(), paragraph] }),
            ],
          }),
      );
    case 'table':
      return table(piece, width);
  }
}

const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: ['－ ', PageNumber.CURRENT, '／', PageNumber.TOTAL_PAGES, ' －'] })],
});

/** For the staff to go on writing in: headings, heads of tables that repeat, and a style for everything. */
export async function renderWord(model: PrintableModel): Promise<Uint8Array> {
  const notice = noticeOf(model);
  const word = new Document({
    title: model.title,
    subject: model.subject,
    creator: model.author,
    lastModifiedBy: model.author,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: { size: { width: SHORT_EDGE, height: LONG_EDGE, orientation: model.paper }, margin: MARGIN },
        },
        ...(notice !== null && { headers: { default: new Header({ children: [aside(notice)] }) } }),
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: model.title }),
          new Paragraph({ style: 'Mark', alignment: AlignmentType.RIGHT, text: model.mark }),
          ...piecesOf(model).flatMap((piece) => draw(piece, WIDTH[model.paper])),
        ],
      },
    ],
  });
  return withoutTime(await Packer.toBuffer(word));
}
