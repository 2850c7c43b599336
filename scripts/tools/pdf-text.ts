import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Piece = { str: string; transform: number[]; width: number; height: number };

/** Pieces within a fifth of a line's height of each other stand in one line. */
const SAME_LINE = 2;
/** A gap that is wider than this share of a character parts two words. */
const GAP = 0.4;

/** Text that runs neither along a page nor up it is printed across it: a watermark, which stands in no line. */
const isSlanted = ({ transform: [along = 0, up = 0] }: Piece): boolean => Math.min(Math.abs(along), Math.abs(up)) > 0.1;

/** The lines of a page from the top; between pieces that stand apart there is a space. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces.filter((of) => of.str.trim() !== '' && !isSlanted(of))) {
    const y = piece.transform[5] ?? 0;
    const line = lines.find((of) => Math.abs(of.y - y) < SAME_LINE);
    if (line) line.pieces.push(piece);
    else lines.push({ y, pieces: [piece] });
  }
  return lines
    .sort((one, other) => other.y - one.y)
    .map((line) => {
      let text = '';
      let end = Number.NEGATIVE_INFINITY;
      for (const piece of line.pieces.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0))) {
        const start = piece.transform[4] ?? 0;
        text += `${text !== '' && start - end > GAP * piece.height ? ' ' : ''}${piece.str}`;
        end = start + piece.width;
      }
      return text.trim();
    });
}

/** The text of a PDF, line by line and page by page. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    verbosity: 0,
    isEvalSupported: false,
  });
  const file = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent({ disableNormalization: true });
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))).join('\n'));
    }
    return pages.join('\n\f');
  } finally {
    await task.destroy();
  }
}
