import { type Flagged, spansOf } from './finding';

/** By itself, as a sentence or between spaces. */
const EDGE_BEFORE = '(?<![^\\s。])';
const EDGE_AFTER = '(?![^\\s。])';

/** What people put where a text will stand. None of them is a word of a finished one. */
const PATTERNS: readonly RegExp[] = [
  // Words meet in three of these: かわいいいきもの, やさしさささえあい; and three are names: わわわ, ららら.
  /([ぁ-のひ-めゃ-んア])\1{3,}|(?![いうかことさしすたつとにもよらりるわ])([ぁ-のひ-めゃ-んア])\2{2}/gu,
  /(?<![A-Za-zａ-ｚＡ-Ｚ])([a-hj-vx-zａ-ｈｊ-ｖｘ-ｚ])\1{2,}(?![A-Za-zａ-ｚＡ-Ｚ])/gu,
  // Not ○×クイズ, nor what a title leaves to its reader: 「わたしの○○」.
  /(?<!「[^「」]{2,20}(?=[○◯]{2}」))([○◯●◎□■◇◆▲▼×＿_＊*])\1+|△{2,}|(?<![一二三四五六七八九十百千〇])〇{2,}(?![一二三四五六七八九十百千年])|[ＸX]{2,}(?=[区市課年月円事])/gu,
  new RegExp(
    `${EDGE_BEFORE}(?:テスト|てすと|test|ｔｅｓｔ|TEST|ＴＥＳＴ|ダミー|サンプル)(?:用|中|文|入力|データ|テキスト|\\d+)?(?:です|する)?${EDGE_AFTER}`,
    'gu',
  ),
  /(?<![必主重概需所不])要(?:確認|修正|追記|加筆|差替え?|調整|相談|検討中)(?![のなすがにし者物]|事項|箇所|書類)|(?:後で|あとで|後日|のちほど)(?:(?:書く|記入|入力|追記|確認|修正)(?:予定)?|(?:書き込み|追記|修正)(?:する|します))(?=[\s。）」】]|$)|ここに(?:記入|入力|文章)|(?:仮置き(?!場|土)|仮入力|仮文(?![化書字]))|ダミー(?![ァ-ヴー一-龠])/gu,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME|ＴＯＤＯ|ＴＢＤ|asdf\w*|qwer\w*|zxcv\w*|hjkl\w*|ｑｗｅｒ\S*|lorem ipsum)(?!リスト|[A-Za-z])/giu,
];

/** One that begins a sentence, and another goes on behind it. */
const BEFORE_SENTENCE = new RegExp(
  `${EDGE_BEFORE}(?:後で|あとで|後日|のちほど)(?:記入|入力|追記|確認|修正)(?=[一-龠])`,
  'gu',
);

export const placeholders = (text: string): Flagged[] =>
  [...PATTERNS, BEFORE_SENTENCE].flatMap((pattern) => spansOf(text, pattern));

const LETTER = 'a-zａ-ｚ';
const JAPANESE = 'ぁ-んァ-ヴー一-龠々';
/** A key that was touched, or what an IME left of a syllable: ｋ, ｓ between two Japanese characters. ｅスポーツ is a word. */
const STRAY_KEYS = [
  /(?<=^|[。\n])テスト(?=[一-龠])(?![運導実期結販環勉対問用])/gu,
  new RegExp(`(?<=[${JAPANESE}、。）」])(?![eiｅｉ])[${LETTER}]{1,2}(?=[${JAPANESE}、。（「]|$)`, 'gu'),
  /(?<=[ぁ-んァ-ヴー一-龠々])[;；\\￥@＠`｀^＾|｜]+(?=[ぁ-んァ-ヴー一-龠々、。]|$)/gu,
  /(?<=[ぁ-ん一-龠])っ(?=[、。]|$)/gu,
  /(?<=[ぁ-ん一-龠])ー(?=[一-龠])/gu,
];

export const strayKeys = (text: string): Flagged[] => STRAY_KEYS.flatMap((pattern) => spansOf(text, pattern));
