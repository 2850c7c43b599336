/** A piece, or its parts that are drawn each by itself: every second one is ﾞ or ﾟ. */
type Piece = string | string[];
/** A text, and within it the places where a line may end beside those that it has by itself: between the pieces. */
type Pieces = string | Piece[];

/** In half-width characters: half a label column, and longer than any word. */
const LONGEST_WORD = 24;
const FULL_WIDTH = /[^\u0000-\u02ff\uff61-\uffdc]/u;
/** Kanji and kana except small ones, full-width letters, and spaces: a line may end beside them. */
const BREAKS = /[\p{Script=Han}ぁ-ゖァ-ヺＡ-Ｚａ-ｚ\s]/u;
const NEVER_FIRST = /[々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]/;
/** A character with what is drawn onto it. A few such marks at most: a hundred of them have to break as well. */
const CHARACTERS = /.[\p{M}ﾞﾟ]{0,3}/gsu;

/** As one character with ｶ, ﾞ would be copied out of the paper together with another ｶ. */
const inParts = (piece: string): Piece => (/[ﾞﾟ]/.test(piece) ? piece.split(/(ﾞ|ﾟ)/) : piece);

const isUnbroken = (character: string): boolean => NEVER_FIRST.test(character) || !BREAKS.test(character);
const widthOf = (run: readonly string[]): number =>
  run.reduce((width, character) => width + (FULL_WIDTH.test(character) ? 2 : 1), 0);

/**
 * Lets a line end within a run that has no place for it and may be longer than a line (a hundred …, ー or 0, an
 * address); the rules for line ends would have it run off the paper. Other text stays as it is.
 */
export function breakable(text: string): Pieces {
  const pieces: string[] = [];
  let piece = '';
  let run: string[] = [];
  const closeRun = () => {
    const places = widthOf(run) > LONGEST_WORD ? run.splice(0, run.length - 1) : [];
    for (const character of places) {
      pieces.push(piece + character);
      piece = '';
    }
    piece += run.join('');
    run = [];
  };
  for (const character of text.match(CHARACTERS) ?? []) {
    if (isUnbroken(character)) {
      run.push(character);
    } else {
      closeRun();
      piece += character;
    }
  }
  closeRun();
  const all = [...pieces, piece].map(inParts);
  return all.length === 1 && typeof all[0] === 'string' ? all[0] : all;
}
