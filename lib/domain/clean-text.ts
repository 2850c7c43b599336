const LINE_BREAKS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
/** Radicals of the dictionary (⼈ ⽀ ⾼): they look like kanji, and no search for the kanji finds them. ① and ㈱ are none. */
const RADICALS = /[\u2e80-\u2fdf]/g;
/** Joiners and tags that make one emoji of several, a family or a flag. */
const JOINED =
  /(?:\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d(?=\p{Extended_Pictographic})|🏴[\u{e0020}-\u{e007e}]+\u{e007f}/u;
/**
 * What nobody sees (zero-width spaces and joiners, soft hyphens, fillers), and marks that turn the direction of writing round: what
 * is read is then not what is stored. Variation selectors belong to their kanji.
 */
const HIDDEN = new RegExp(
  `(${JOINED.source})|(?!\\p{Variation_Selector})[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]`,
  'gu',
);
/** Control characters and halves of surrogate pairs: PostgreSQL takes neither, and nobody means them. */
const UNUSABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Cs}]/u;

/** What is looked for, without what no text has: PostgreSQL refuses the whole question for one of these. */
export const searchable = (typed: string): string => typed.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** Text of several lines with one kind of line end, usual kanji, and nothing that isn't seen. */
export const cleanLines = (typed: string): string =>
  typed
    .replace(LINE_BREAKS, '\n')
    .replace(RADICALS, (radical) => radical.normalize('NFKC'))
    .replace(HIDDEN, '$1');

/** The same as one line: a name copied out of Word or a table has breaks and tabs where it means spaces. */
export const cleanLine = (typed: string): string => cleanLines(typed).replace(/[\n\t]+/g, ' ');

/** Which character can't be stored, counted from 1 as a person counts them; null: none. */
export function unusablePlace(typed: string): number | null {
  const found = UNUSABLE.exec(typed);
  return found ? [...cleanLines(typed.slice(0, found.index))].length + 1 : null;
}

/** What `cleanLines` changes of the letters themselves, each once: ⾼ and 高; an empty `to` is left out. */
export function replacedCharacters(typed: string): { from: string; to: string }[] {
  const hidden = Array.from(typed.matchAll(HIDDEN), ([character, kept]) => (kept ? '' : character));
  const found = new Set([...(typed.match(RADICALS) ?? []), ...hidden]);
  return Array.from(found, (from) => ({ from, to: cleanLines(from) })).filter(({ from, to }) => from !== to);
}
