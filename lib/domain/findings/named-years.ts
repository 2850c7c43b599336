import { halfWidthDigits } from './finding';

export type NamedYear = {
  start: number;
  end: number;
  /** Of the western calendar. */
  year: number;
  /** 年度, not 年. */
  isFiscal: boolean;
  /** 平成35年度: the era had ended by then. */
  isImpossible: boolean;
};

const ERAS: Readonly<Record<string, { first: number; last: number }>> = {
  令和: { first: 2019, last: Number.POSITIVE_INFINITY },
  平成: { first: 1989, last: 2019 },
  昭和: { first: 1926, last: 1989 },
  R: { first: 2019, last: Number.POSITIVE_INFINITY },
  H: { first: 1989, last: 2019 },
};
const YEAR =
  /(?:(令和|平成|昭和|(?<![A-Za-zＡ-Ｚａ-ｚ])[RH])\s?(元|\d{1,2})|(?<!\d)((?:19|20)\d{2}))年(度)?(?!間|齢|生)/g;

/** Every year that a text names: 令和４年度, 平成29年, 2022年度, R4年度. */
export function yearsIn(text: string): NamedYear[] {
  return Array.from(halfWidthDigits(text).matchAll(YEAR), (match) => {
    const [whole, eraName = '', count = '', western, fiscal] = match;
    const era = ERAS[eraName];
    const year = era ? era.first + (count === '元' ? 1 : Number(count)) - 1 : Number(western);
    return {
      start: match.index,
      end: match.index + whole.length,
      year,
      isFiscal: fiscal !== undefined,
      isImpossible: era !== undefined && year > era.last,
    };
  });
}
