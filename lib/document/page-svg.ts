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
