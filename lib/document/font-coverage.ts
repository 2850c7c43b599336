/** Stands for a character that no font of the document has, as Japanese printers do it. */
const GETA = '〓';
const DEFAULT_IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const DECOMPOSED_KANA = /[\u3040-\u30ff][\u3099\u309a]/g;

/** The font's list of the code points of its glyphs in segments (cmap, format 12), which is the whole of it. */
function segmentsOf(font: Buffer): { first: number; count: number } {
  for (let record = 12; record < 12 + 16 * font.readUInt16BE(4); record += 16) {
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
      const table = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
      if (font.readUInt16BE(table) === 12) return { first: table + 16, count: font.readUInt32BE(table + 12) };
    }
  }
  throw new Error('a font of the document has no list of its characters');
}

/** Looks a code point up by halving; a segment is its first code point, its last, and a glyph. */
function coverageOf(font: Buffer): (code: number) => boolean {
  const { first, count } = segmentsOf(font);
  return (code) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = first + 12 * middle;
      if (code < font.readUInt32BE(segment)) high = middle - 1;
      else if (code > font.readUInt32BE(segment + 4)) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/**
 * Makes text printable with the given fonts, each of which must be able to print all of it: PDF/UA refuses a file with
 * a glyph that is missing, and one emoji must not keep the ward from its document.
 */
export function printableWith(fonts: readonly Buffer[]): (text: string) => string {
  const coverages = fonts.map(coverageOf);
  const printed = new Map<string, string>();
  const print = (character: string): string => {
    if (DEFAULT_IGNORABLE.test(character)) return '';
    if (/\s/.test(character)) return character === '\u3000' ? character : ' ';
    const code = character.codePointAt(0) ?? 0;
    return coverages.every((covers) => covers(code)) ? character : GETA;
  };
  return (text) => {
    let result = '';
    for (const character of text.replace(DECOMPOSED_KANA, (kana) => kana.normalize('NFC'))) {
      const found = printed.get(character) ?? print(character);
      printed.set(character, found);
      result += found;
    }
    return result;
  };
}
