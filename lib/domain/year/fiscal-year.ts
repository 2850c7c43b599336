import { toPrintedWidth } from '@/lib/domain/printed-width';

/** First fiscal year of each era's own name; FY2019 is 令和元年度 in print. */
const ERAS = [
  { name: '令和', letter: 'R', first: 2019 },
  { name: '平成', letter: 'H', first: 1989 },
  { name: '昭和', letter: 'S', first: 1926 },
] as const;

export const FIRST_FISCAL_YEAR = 1989;
export const LAST_FISCAL_YEAR = 2100;

/** A fiscal year is the year in which it starts (1 April): 2022 is 令和４年度. */
export const isFiscalYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_FISCAL_YEAR && year <= LAST_FISCAL_YEAR;

/** 2022 → 令和4年度, 2019 → 令和元年度, 1988 → 昭和63年度: the years beside the first and the last one have names too. */
export function yearName(year: number): string {
  const era = ERAS.find(({ first }) => year >= first);
  if (!era || !Number.isInteger(year)) throw new RangeError(`no fiscal year ${year}`);
  const count = year - era.first + 1;
  return `${era.name}${count === 1 ? '元' : count}年度`;
}

/** 令和４年度, as the document prints it. Screens have all digits of a line in one width. */
export const fiscalYearName = (year: number): string => toPrintedWidth(yearName(year));

/** The year whose budget is drafted on that day, by Japan's calendar: the one after the current fiscal year. */
export function draftedYear(now: Date): number {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Tokyo',
    year: 'numeric',
    month: '2-digit',
  })
    .format(now)
    .split('-')
    .map(Number);
  return month >= 4 ? year + 1 : year;
}

/** Reads 令和４年度, 平成31年度 (= 2019), R4, 2022年度 and 2022; null when it is no year. */
export function parseFiscalYear(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/年度?$/, '')
    .toUpperCase();
  const era = ERAS.find(({ name, letter }) => plain.startsWith(name) || plain.startsWith(letter));
  const count = era ? plain.replace(era.name, '').replace(era.letter, '') : plain;
  if (!/^(元|\d{1,4})$/.test(count)) return null;
  const number = count === '元' ? 1 : Number(count);
  if (era && number < 1) return null;
  const year = era ? era.first + number - 1 : number;
  return isFiscalYear(year) ? year : null;
}

/** The year as a path's segment says it: four digits and nothing else. */
export function fiscalYearFromPath(segment: string | undefined): number | null {
  const year = segment && /^\d{4}$/.test(segment) ? Number(segment) : 0;
  return isFiscalYear(year) ? year : null;
}
