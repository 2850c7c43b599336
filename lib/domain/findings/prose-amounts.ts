import { PRINTED_PROSE, type PrintedProse } from '@/lib/domain/entry/entry-fields';
import { type CheckedEntry, type EntryFlagged, halfWidthDigits, sentenceAt } from './finding';
import { yearsIn } from './named-years';
import { type ProseAmount, readAmounts, writtenLike } from './read-amounts';
import { isOtherUnit, slipBetween } from './similar-figures';

/** Words farther away than this say nothing of a figure. */
const NEAR = 100;

/** What a figure is of, by the words before it. */
type Subject = {
  of: 'this' | 'last' | 'either';
  label: 'own budget' | 'budget' | 'cost' | null;
  isPart: boolean;
  isForeign: boolean;
};

const LINK = '(?:は|が|を|として|：|:|の|、|に|も|で|（|\\(|〈|\\s|合計|計|総額|計上|案|（案）)*';
const BUDGET = new RegExp(`(予算額|要求額)${LINK}$`);
/** Nothing before it says of what: the whole entry's, of one year. */
const OWN_BUDGET = new RegExp(
  `(?:^|(?<!年度)、)(?:(?:本|当)事業の|(?:令和|平成)[^、。年]{1,2}年度の?|(?:前|昨|本|今|来|当)年度の?|当初)*予算額${LINK}$`,
);
const COST = new RegExp(`(予算|事業費|総額|経費|費用|合計|計上額|額)${LINK}$`);
/** Amounts of something else, that stand beside the entry's in every budget. */
const PART =
  /(うち|内訳|委託料|補助|負担金|助成|単価|上限|限度|[人件台回戸社校団体世帯所月日年]あたり|当たり|につき|使用料|利用料|料金|参加費|会費|賃借料|工事費|謝礼|報償費|需用費|役務費|備品購入費|国庫|支出金|寄附|寄付|収入|売上|基金|給付|支給|手当|総事業費|全体事業費|累計|年間|年額|月額|日額|時給|価格|定価|差額|増額|減額|増減|起債|市債)[^、。]{0,6}$/;
const PART_AFTER =
  /^(?:の|を)?(?:補助|助成|交付|支給|上限|委託料|負担金|手当|参加費|使用料|追加|加算|上乗せ|上回|下回|増|減|超え|超過|不足)/;
const FOREIGN =
  /(国の|府の|都の|県の|局の|他都市|他市|補正|決算|実績|執行|不用|見積|市全体|全市|本市の|大阪市の|他区|各区|[^予]算?全体)[^、。]*$/;

function subjectOf(text: string, { start, end }: ProseAmount, year: number): Subject {
  const sentence = sentenceAt(text, start);
  const before = text.slice(Math.max(sentence.start, start - NEAR), start);
  const clause = before.slice(before.lastIndexOf('、', before.length - 2) + 1);
  const named = yearsIn(before).at(-1);
  const isLast = named ? named.year === year - 1 : /(前年度|昨年度)[^、。]*$/.test(before);
  const isThis = named ? named.year === year : /(本年度|今年度|来年度)/.test(before);
  const cost = COST.test(before) ? 'cost' : null;
  const label = OWN_BUDGET.test(before) ? 'own budget' : BUDGET.test(before) ? 'budget' : cost;
  const isOtherYear = named !== undefined && !isLast && !isThis;
  return {
    of: isLast ? 'last' : isThis ? 'this' : 'either',
    label,
    isPart: PART.test(clause) || PART_AFTER.test(text.slice(end)),
    isForeign: isOtherYear || FOREIGN.test(before),
  };
}

/** 約21億円 and 約22億円 are both said of 21億7,883万7千円: cut off, and rounded. */
const isRounded = (yen: number, meant: number, place: number): boolean =>
  meant - yen < place && yen - meant <= place / 2;

/** A figure of few digits for one of many: rounded, if nobody says so. */
const isCoarse = (yen: number): boolean => String(yen).replace(/0+$/, '').length <= 2;

const lastPlace = (yen: number): number => 10 ** (String(yen).length - String(yen).replace(/0+$/, '').length);

/** 8,407万円 and 84.1百万円: cut to a larger unit than 千円, if nobody says so. */
const isCut = (found: string, yen: number, meant: number): boolean =>
  /(\.\d+[百千万億]+|[万億])円/.test(found) && isRounded(yen, meant, lastPlace(yen));

/** Another part of the entry may have the round rest. */
const leavesRound = (yen: number, meant: number): boolean => meant > yen && isCoarse(meant - yen);

/** 12万５千円×10団体: a tenth, if nobody calls it the cost. */
const isOneOfTen = (yen: number, meant: number, label: Subject['label']): boolean => label === null && yen < meant;

/**
 * null: it says nothing against what is meant. `slip`: nobody means it. `close`: one digit of many is another; `other`: it is
 * called a cost, and both may be those of something else, for the entry's parts, its years and its people have theirs.
 */
function contradiction(
  figure: ProseAmount,
  found: string,
  meant: number,
  { label }: Subject,
): 'slip' | 'close' | 'other' | null {
  const { yen, roundedTo } = figure;
  const place = roundedTo ?? (isCoarse(yen) ? lastPlace(yen) : null);
  const called = label === 'own budget' ? 'slip' : label && 'other';
  if (place !== null) {
    if (isRounded(yen, meant, place)) return null;
    const isSwapped = label !== null && slipBetween(yen / 1000, meant / 1000) === 'swapped';
    if (!isSwapped && !isOtherUnit(yen, Math.round(meant / place) * place)) return called;
    return isOneOfTen(yen, meant, label) ? 'other' : 'slip';
  }
  if (isCut(found, yen, meant)) return 'other';
  // In 円, of which the entry's amount is the rounded one.
  if (yen % 1000 !== 0 && Math.abs(yen - meant) < 1000) return null;
  if (called === 'slip') return called;
  const other = label === 'budget' ? 'other' : null;
  if (isOneOfTen(yen, meant, label) && isOtherUnit(yen, meant)) return 'other';
  if (yen % 1000 !== 0) return isOtherUnit(yen, meant) ? 'slip' : other;
  const slip = slipBetween(yen / 1000, meant / 1000);
  if (slip === 'changed' || (slip === 'dropped' && leavesRound(yen, meant))) return 'close';
  return slip ? 'slip' : other;
}

/** A figure of the prose that is this year's amount or last year's with a slip in it, or is called so and is another. */
function amountsAgainst(entry: CheckedEntry, place: PrintedProse): EntryFlagged[] {
  const { amount, lastYearAmount, year } = entry;
  const text = entry[place];
  const meantBy = { this: [amount], last: [lastYearAmount], either: [amount, lastYearAmount] };
  const known = [amount, lastYearAmount].flatMap((of) => (of ? [of * 1000] : []));
  const [now, before] = [(amount ?? 0) * 1000, (lastYearAmount ?? 0) * 1000];
  const figures = readAmounts(text);
  return figures.flatMap((figure, index): EntryFlagged[] => {
    const { start, end, yen } = figure;
    const subject = subjectOf(text, figure, year);
    const found = text.slice(start, end);
    if (figure.isLimit || subject.isForeign) return [];
    if (subject.isPart) {
      const from = Math.max(sentenceAt(text, start).start, start - NEAR);
      // 総事業費21億円のうち: the part of another whole.
      const isOfOther = figures
        .slice(0, index)
        .some((whole) => whole.start >= from && whole.yen > now && whole.yen >= yen);
      const exceeds =
        amount !== null && yen > now && !isOfOther && /(うち|内訳)[^、。]*$/.test(text.slice(from, start));
      return exceeds ? [{ place, start, end, found, detail: 'part' }] : [];
    }
    const candidates = meantBy[subject.of].flatMap((of) => (of ? [of * 1000] : []));
    const matches = subject.of === 'either' ? known : candidates;
    if (matches.includes(yen) || yen === Math.abs(now - before)) return [];
    const isRight = matches.some((of) => figure.roundedTo !== null && isRounded(yen, of, figure.roundedTo));
    if (isRight) return [];
    // What is called the budget and names no year is this year's.
    const asked = subject.of === 'either' && subject.label ? candidates.slice(0, 1) : candidates;
    const [first] = asked.flatMap((meant) => {
      const detail = contradiction(figure, halfWidthDigits(found), meant, subject);
      return detail ? [{ meant, detail }] : [];
    });
    if (!first) return [];
    const expected = writtenLike(halfWidthDigits(found), first.meant, figure.roundedTo);
    return [{ place, start, end, found, expected, detail: first.detail }];
  });
}

const inBoth = (entry: CheckedEntry): EntryFlagged[] => PRINTED_PROSE.flatMap((place) => amountsAgainst(entry, place));
const isOnlyOdd = (detail: string | undefined): boolean => detail === 'close' || detail === 'other';
export const contradictingAmounts = (entry: CheckedEntry): EntryFlagged[] =>
  inBoth(entry).filter(({ detail }) => !isOnlyOdd(detail));
export const closeAmounts = (entry: CheckedEntry): EntryFlagged[] =>
  inBoth(entry).filter(({ detail }) => isOnlyOdd(detail));

/** 2,17,837千円 */
export const misgroupedAmounts = (text: string) =>
  readAmounts(text)
    .filter(({ isMisgrouped }) => isMisgrouped)
    .map(({ start, end, yen }) => ({ start, end, expected: writtenLike(text.slice(start, end), yen, null) }));
