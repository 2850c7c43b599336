import { cellText, noticeOf, type Piece, piecesOf, type TablePiece } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element with texts in it: they are escaped, elements in arrays are not once more. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes}>${content}</${name}>`;
export const say = (name: string, text: string, attributes = ''): string => element(name, escaped(text), attributes);
const all = <T>(items: readonly T[], draw: (item: T, index: number) => string): string => items.map(draw).join('');

const SCROLLS = (caption: string): string =>
  ` class="table" role="region" tabindex="0" aria-label="${escaped(caption)}"`;

type TableLook = { figure: string; part: string; total: string };

/** What stands within a table, in the classes of where it is put. */
export function tableContent(
  { unit, columns, rows, nameColumn }: TablePiece,
  caption: string,
  look: TableLook,
): string {
  const classOf = (column: number) => (columns[column]?.holds === 'figure' ? ` class="${look.figure}"` : '');
  const head = all(columns, ({ label }, column) => say('th', label, ` scope="col"${classOf(column)}`));
  const body = all(rows, ({ level, isTotal, cells }) => {
    const drawn = all(cells, (cell, column) =>
      column === nameColumn
        ? say('th', cellText(cell), ` scope="row"${level > 1 ? ` class="${look.part}"` : ''}`)
        : say('td', cellText(cell), classOf(column)),
    );
    return element('tr', drawn, isTotal ? ` class="${look.total}"` : '');
  });
  return `${say('caption', `${caption}${unit}`)}${element('thead', element('tr', head))}${element('tbody', body)}`;
}

export const tableNotes = ({ notes }: TablePiece): string => all(notes, (note) => say('p', note, ' class="note"'));

const LOOK: TableLook = { figure: 'figure', part: 'part', total: 'total' };

const table = (piece: TablePiece): string =>
  element('div', element('table', tableContent(piece, '', LOOK)), SCROLLS(piece.caption)) + tableNotes(piece);

export function draw(piece: Piece, firstLevel: number): string {
  switch (piece.kind) {
    case 'heading': {
      const figures = all(piece.figures, (figure) => say('span', figure));
      return element(`h${firstLevel + piece.level - 1}`, escaped(piece.text) + figures);
    }
    case 'paragraph':
      return say('p', piece.text);
    case 'labelled':
      return say(`h${firstLevel + 3}`, piece.label) + all(piece.paragraphs, (paragraph) => say('p', paragraph));
    case 'table':
      return table(piece);
  }
}

function body(model: PrintableModel, firstLevel: number): string {
  const notice = noticeOf(model);
  return [
    ...(notice === null ? [] : [say('p', notice, ' class="notice"')]),
    say(`h${firstLevel}`, model.title),
    say('p', model.mark, ' class="mark"'),
    ...piecesOf(model).map((piece) => draw(piece, firstLevel)),
  ].join('\n');
}

/** Black on white, and figures of one width: the page needs nothing from anywhere. */
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; font: 1rem/1.8 sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.125rem; margin-top: 2rem; } h4 { font-size: 1rem; margin: 1rem 0 0; }
h3 span { display: inline-block; font-weight: normal; }
p { margin: 0.5rem 0; }
.notice { border: 2px solid; padding: 0.5rem 1rem; font-weight: bold; }
.mark { text-align: end; } .note { text-align: end; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: end; }
th, td { border: 1px solid #767676; padding: 0.375rem 0.5rem; text-align: start; }
thead th { background: #f2f2f2; } .figure { text-align: end; white-space: nowrap; } .part { padding-inline-start: 1.5rem; }
thead th, td:first-child { white-space: nowrap; } tbody th { font-weight: normal; } .total, .total th { font-weight: bold; }
@media print { body { max-width: none; margin: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
`;

/** The document as one page that needs no other file. */
export const renderWebPage = (model: PrintableModel): string => `<!DOCTYPE html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${say('title', model.title)}
<meta name="author" content="${escaped(model.author)}">
<meta name="description" content="${escaped(model.subject)}">
<style>${STYLE}</style>
</head>
<body>
<main>
${body(model, 1)}
</main>
</body>
</html>
`;

/** The same without a look and a frame, to be put into a page of the city's own, which has the h1. */
export const renderFragment = (model: PrintableModel): string => `${body(model, 2)}\n`;
