import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Hole } from '@/lib/domain/year/year-document';
import { compileWithHoles } from './holes';
import type { PrintableModel } from './printable';
import { compileDocument, typstCompiler } from './typst';

const SYMBOL = / {8}<symbol id="(\w+)"[\s\S]*?<\/symbol>/g;
const GLYPH_USE = /xlink:href="#(\w+)"/g;
const LONG_FRACTION = /\d+\.\d{3,}/g;

export type PageSize = { width: number; height: number };

/** Hundredths of a point are finer than any screen, and halve the size. */
const compact = (svg: string): string =>
  svg.replace(/\n\s+/g, '\n').replace(LONG_FRACTION, (number) => String(Math.round(Number(number) * 100) / 100));

/**
 * Typst draws all pages below each other in one SVG: at the outermost level (4 spaces) a background and a shifted group
 * for each page, then one list of the glyphs. This takes one page out of it, with the glyphs of that page only.
 */
export function pageOf(svg: string, page: number, { width, height }: PageSize): string | null {
  const definitions = svg.indexOf('\n    <defs id="glyph">');
  const drawing = svg.slice(0, definitions < 0 ? svg.lastIndexOf('</svg>') : definitions);
  const group = page < 1 ? undefined : drawing.split('\n    <path ')[page];
  if (group === undefined) return null;
  const unshifted = group.replace(/\n {4}<g[^>]*>/, '\n<g>');
  const used = new Set(Array.from(unshifted.matchAll(GLYPH_USE), ([, id]) => id));
  const glyphs = Array.from(svg.slice(drawing.length).matchAll(SYMBOL), ([symbol, id]) => (used.has(id) ? symbol : ''));
  const box = `viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`;
  return compact(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${box}>
<defs>${glyphs.join('')}</defs>
<path ${unshifted}</svg>
`);
}

const A4_PT = {
  portrait: { width: 595.2756, height: 841.8898 },
  landscape: { width: 841.8898, height: 595.2756 },
} as const;

type Compiled = { document: NodeTypstDocument; pdf: Buffer };
type Printed = Compiled & { holes: Hole[]; svg?: string };

/** The last document: somebody who turns pages, and the download after them, ask for the same one. */
let last: { key: string; printed: Printed } | undefined;

/** A tagged PDF (UA-1) is made at once: what the standard refuses is a failure like any other. */
function compile(model: PrintableModel): Compiled {
  const document = compileDocument(model);
  return { document, pdf: typstCompiler().pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 }) };
}

function print(model: PrintableModel): Printed {
  const key = JSON.stringify(model);
  if (last?.key !== key) {
    const { compiled, holes } = compileWithHoles(model, compile);
    last = { key, printed: { ...compiled, holes } };
  }
  return last.printed;
}

/** The same model always gives the same bytes. */
export const renderPdf = (model: PrintableModel): Buffer => print(model).pdf;

export const countPages = (model: PrintableModel): number => print(model).document.numOfPages;

export const holesOf = (model: PrintableModel): Hole[] => print(model).holes;

/** One page as it is printed, out of the same compilation as the PDF; svg is null beyond the last page. */
export function renderPageSvg(model: PrintableModel, page: number): { svg: string | null; pageCount: number } {
  const found = print(model);
  found.svg ??= typstCompiler().plainSvg(found.document);
  return { svg: pageOf(found.svg, page, A4_PT[model.paper]), pageCount: found.document.numOfPages };
}
