/** Stands for a character that no font of the document has, as Japanese printers do it. */
const GETA = '〓';
const DEFAULT_IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const DECOMPOSED_KANA = /[\u3040-\u30ff][\u3099\u309a]/g;

type Ranges = (readonly [first: number, last: number])[];

function subtables(font: Buffer): number[] {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    const count = font.readUInt16BE(cmap + 2);
    return Array.from({ length: count }, (_, of) => cmap + font.readUInt32BE(cmap + 4 + 8 * of + 4));
  }
  return [];
}

/** Segmented coverage of the full range (format 12): start, end, glyph for each group. */
function groups(font: Buffer, table: number): Ranges {
  return Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const group = table + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

/** Segments of the basic plane (format 4): the ends, a word of padding, the starts. */
function segments(font: Buffer, table: number): Ranges {
  const count = font.readUInt16BE(table + 6) / 2;
  return Array.from({ length: count }, (_, index) => {
    const end = table + 14 + 2 * index;
    return [font.readUInt16BE(end + 2 + 2 * count), font.readUInt16BE(end)] as const;
  });
}

function covered(font: Buffer): Set<number> {
  const found = new Set<number>();
  for (const table of new Set(subtables(font))) {
    const format = font.readUInt16BE(table);
    const ranges = format === 12 ? groups(font, table) : format === 4 ? segments(font, table) : [];
    for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) found.add(code);
  }
  found.delete(0xffff);
  return found;
}

/**
 * Makes text printable with the given fonts, each of which must be able to print all of it: PDF/UA refuses a file with
 * a glyph that is missing, and one emoji must not keep the ward from its document.
 */
export function printableWith(fonts: readonly Buffer[]): (text: string) => string {
  const sets = fonts.map(covered);
  const isCovered = (character: string) => sets.every((set) => set.has(character.codePointAt(0) ?? 0));
  return (text) =>
    Array.from(
      text.replace(DECOMPOSED_KANA, (kana) => kana.normalize('NFC')),
      (character) => {
        if (DEFAULT_IGNORABLE.test(character)) return '';
        if (/\s/.test(character)) return character === '\u3000' ? character : ' ';
        return isCovered(character) ? character : GETA;
      },
    ).join('');
}
