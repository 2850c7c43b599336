import { piecesOf } from '@/lib/document/pieces';
import type { PrintableModel } from '@/lib/document/printable';
import type { ScreenText } from '@/lib/domain/year/year-document';
import { draw, say, tableContent, tableNotes } from './render-web-page';

/** Those of the screens' tables. */
const LOOK = { figure: 'num nowrap', part: 'part', total: 'total' };
/** The page has the h1. */
const FIRST_LEVEL = 2;

/** The document's text beside the picture of its pages. Tables come by themselves: the screen puts each into what scrolls. */
export function screenText(model: PrintableModel): ScreenText {
  const { language, title, mark, watermark } = model;
  const head = say(`h${FIRST_LEVEL}`, title) + say('p', mark, ' class="mark"');
  const parts: ScreenText['parts'] = [];
  let html = head + (watermark === null ? '' : say('p', watermark));
  for (const piece of piecesOf(model)) {
    if (piece.kind !== 'table') {
      html += draw(piece, FIRST_LEVEL);
      continue;
    }
    parts.push({ html, caption: null }, { html: tableContent(piece, piece.caption, LOOK), caption: piece.caption });
    html = tableNotes(piece);
  }
  return { language, parts: [...parts, { html, caption: null }].filter((part) => part.html !== '') };
}
