import { halfWidthDigits } from './finding';

/** An amount as prose writes it: 2,178,837千円, 21億7,883万7千円, 約22億円, 二千万円. */
export type ProseAmount = {
  start: number;
  end: number;
  yen: number;
  /** 約, 余, 程度: it was rounded to this many 円; null: it is meant as it stands. */
  roundedTo: number | null;
  /** 以上, 未満: a limit, not an amount of anything. */
  isLimit: boolean;
  /** 2,17,837: commas that stand where none belongs. */
  isMisgrouped: boolean;
};

const ABOUT = '約|およそ|おおよそ|概ね|おおむね|ほぼ';
const ROUGHLY = '余り?|超|程度|強|弱|台|規模|前後';
const LIMIT = '以上|以下|未満|以内|まで';
const AMOUNT = new RegExp(
  `(?<![数何幾\\d,.〇一二三四五六七八九十百千万億兆])(${ABOUT})?((?:\\d[\\d,.]*\\s?(?=[十百千万億兆円])|[〇一二三四五六七八九十百千万億兆])+)円(?:(${ROUGHLY})|(${LIMIT}))?`,
  'g',
);
const KANJI_DIGITS = '〇一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };
const GROUPED = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** 21億7883万7千 → 2178837000. A part before a unit is 1 where nothing stands there: 百万. */
function yenOf(figure: string): number {
  let total = 0;
  let section = 0;
  let current: number | null = null;
  for (const part of figure.match(/\d[\d,.]*|\S/g) ?? []) {
    const small = SMALL_UNITS[part];
    const large = LARGE_UNITS[part];
    if (small) {
      section += (current ?? 1) * small;
      current = null;
    } else if (large) {
      total += (section + (current ?? (section === 0 ? 1 : 0))) * large;
      section = 0;
      current = null;
    } else {
      const digit = KANJI_DIGITS.indexOf(part);
      current = digit < 0 ? Number(part.replaceAll(',', '')) : (current ?? 0) * 10 + digit;
    }
  }
  return Math.round(total + section + (current ?? 0));
}

/** The unit of the last digit that isn't 0. */
function lastPlace(yen: number): number {
  let place = 1;
  while (yen !== 0 && yen % (place * 10) === 0) place *= 10;
  return place;
}

export function readAmounts(text: string): ProseAmount[] {
  return Array.from(halfWidthDigits(text).matchAll(AMOUNT)).flatMap((match) => {
    const [whole, about, figure = '', roughly, limit] = match;
    const yen = yenOf(figure);
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 2);
    const isBare = !/[\d〇一二三四五六七八九十]/.test(figure);
    const isUnit = /単位[：:は]?\s*$/.test(before) || (isBare && /[（(]$/.test(before) && /^[）)]/.test(after));
    if (isUnit || !Number.isSafeInteger(yen) || yen === 0) return [];
    return {
      start: match.index,
      end: match.index + whole.length,
      yen,
      roundedTo: about || roughly ? lastPlace(yen) : null,
      isLimit: limit !== undefined,
      isMisgrouped: (figure.match(/\d[\d,.]*/g) ?? []).some((digits) => !GROUPED.test(digits)),
    };
  });
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const LADDER = [
  ['億', 1e8],
  ['万', 1e4],
  ['千', 1e3],
] as const;

function inUnits(yen: number): string {
  let rest = yen;
  let text = '';
  for (const [unit, value] of LADDER) {
    const count = Math.floor(rest / value);
    if (count > 0) text += `${grouped(count)}${unit}`;
    rest -= count * value;
  }
  return `${text}${rest > 0 ? grouped(rest) : ''}円`;
}

/** An amount as the writer of `like` would have written it. */
export function writtenLike(like: string, yen: number, roundedTo: number | null): string {
  const value = roundedTo === null ? yen : Math.round(yen / roundedTo) * roundedTo || yen;
  const about = new RegExp(`^(${ABOUT})`).exec(like)?.[0] ?? (roundedTo === null ? '' : '約');
  if (/[億万兆]/.test(like)) return about + inUnits(value);
  return about + (/千円/.test(like) && value % 1000 === 0 ? `${grouped(value / 1000)}千円` : `${grouped(value)}円`);
}
