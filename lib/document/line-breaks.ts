const ZERO_WIDTH_SPACE = '\u200b';
/** In half-width characters: half a label column, and longer than any word. */
const LONGEST_WORD = 24;
const FULL_WIDTH = /[^\u0000-\u02ff\uff61-\uffdc]/u;
/** Kanji and kana except small ones, full-width letters, and spaces: a line may end beside them. */
const BREAKS = /[\p{Script=Han}ぁ-ゖァ-ヺＡ-Ｚａ-ｚ\s]/u;
const NEVER_FIRST = /[々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]/;

const isUnbroken = (character: string): boolean => NEVER_FIRST.test(character) || !BREAKS.test(character);
const widthOf = (run: readonly string[]): number =>
  run.reduce((width, character) => width + (FULL_WIDTH.test(character) ? 2 : 1), 0);
const breakUp = (run: string[]): string => run.join(widthOf(run) > LONGEST_WORD ? ZERO_WIDTH_SPACE : '');

/**
 * Lets a line end within a run that has no place for it and may be longer than a line (a hundred …, ー or 0, an
 * address); the rules for line ends would have it run off the paper. Other text stays as it is.
 */
export function breakable(text: string): string {
  let result = '';
  let run: string[] = [];
  for (const character of text.match(/.[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]?/gsu) ?? []) {
    if (isUnbroken(character)) {
      run.push(character);
    } else {
      result += breakUp(run) + character;
      run = [];
    }
  }
  return result + breakUp(run);
}
