import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a font can draw: a code point, and a form of it that a variation selector asks for (異体字). */
export type Coverage = {
  has: (code: number) => boolean;
  hasVariation: (code: number, selector: number) => boolean;
};

type Table = { font: Buffer; start: number };
/** A sorted list of ranges of code points in the file, and how to read the first and the last of one. */
type Ranges = { count: number; at: (index: number) => [first: number, last: number] };

/** The cmap subtables of a font by their format (OpenType, "cmap"). */
function subtables(font: Buffer): Map<number, Table> {
  const found = new Map<number, Table>();
  for (let record = 12; record < 12 + 16 * font.readUInt16BE(4); record += 16) {
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
      const start = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
      found.set(font.readUInt16BE(start), { font, start });
    }
  }
  return found;
}

function includes({ count, at }: Ranges, code: number): boolean {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = at(middle);
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Format 12 lists all code points of a font: in segments of the first, the last and a glyph. */
const characters = ({ font, start }: Table): Ranges => ({
  count: font.readUInt32BE(start + 12),
  at: (index) => [font.readUInt32BE(start + 16 + 12 * index), font.readUInt32BE(start + 20 + 12 * index)],
});

/** Format 14 has two lists a selector: code points whose usual glyph is the form, and code points with another glyph. */
function variations({ font, start }: Table): Map<number, Ranges[]> {
  const found = new Map<number, Ranges[]>();
  for (let index = 0; index < font.readUInt32BE(start + 6); index += 1) {
    const record = start + 10 + 11 * index;
    const lists = [
      { offset: font.readUInt32BE(record + 3), size: 4 },
      { offset: font.readUInt32BE(record + 7), size: 5 },
    ];
    found.set(
      font.readUIntBE(record, 3),
      lists.flatMap(({ offset, size }) => (offset === 0 ? [] : [variationList(font, start + offset, size)])),
    );
  }
  return found;
}

function variationList(font: Buffer, list: number, size: number): Ranges {
  return {
    count: font.readUInt32BE(list),
    at: (index) => {
      const entry = list + 4 + size * index;
      const first = font.readUIntBE(entry, 3);
      return [first, size === 4 ? first + font.readUInt8(entry + 3) : first];
    },
  };
}

export function coverageOf(font: Buffer): Coverage {
  const tables = subtables(font);
  const [all, forms] = [tables.get(12), tables.get(14)];
  if (!all) throw new Error('a font of the document has no list of its characters');
  const known = characters(all);
  const bySelector = forms ? variations(forms) : new Map<number, Ranges[]>();
  return {
    has: (code) => includes(known, code),
    hasVariation: (code, selector) => (bySelector.get(selector) ?? []).some((ranges) => includes(ranges, code)),
  };
}

/** The standalone server changes into its own folder, where tracing has put these files. */
const FILES = [
  'node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  'node_modules/@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
];

let fonts: Buffer[] | undefined;

/** The fonts of every document, read at the first call. */
export function documentFonts(): Buffer[] {
  fonts ??= FILES.map((file) => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file)));
  return fonts;
}
