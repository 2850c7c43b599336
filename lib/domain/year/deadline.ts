import * as z from 'zod/mini';
import { isBlank } from '@/lib/domain/blank';
import { isFiscalYear } from './fiscal-year';

/** 令和1 is 2019. */
const BEFORE_ERA = 2018;
const FIRST_MONTH = 4;
const DAY = /^(?:(?:令和|R)(元|[1-9]\d?)[年./-]|(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})日?$/i;
const MS_A_DAY = 24 * 60 * 60 * 1000;
const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

const midnight = (day: string): number => Date.parse(`${day}T00:00Z`);

/**
 * Reads 令和8年11月28日, R8.11.28 and 2026/11/28 as 2026-11-28; null: there is no such day. 11月28日 is the day in the twelve
 * months before the fiscal year's summer, in which its budget is drafted; where the year isn't known, it is none.
 */
export function parseDay(typed: string, fiscalYear: number | null): string | null {
  const [isDay, era, western, month = '', date = ''] = DAY.exec(typed.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  if (!isDay) return null;
  const drafted = fiscalYear === null ? 0 : fiscalYear - (Number(month) >= FIRST_MONTH ? 1 : 0);
  const ofEra = era && BEFORE_ERA + (era === '元' ? 1 : Number(era));
  const year = Number(ofEra ?? western ?? drafted);
  const day = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-');
  const isReal = isFiscalYear(year) && new Date(midnight(day)).toJSON()?.startsWith(day);
  return isReal ? day : null;
}

/** 令和8年11月28日; blank while there is none. */
export function dayText(day: string | null): string {
  if (day === null) return '';
  const [year = 0, month, date] = day.split('-').map(Number);
  const count = year - BEFORE_ERA;
  return `${count < 1 ? year : `令和${count === 1 ? '元' : count}`}年${month}月${date}日`;
}

/** 0 on the day itself, in Japan; below it once the day is over. */
export const daysUntil = (day: string, now: Date): number =>
  midnight(day) / MS_A_DAY - Math.floor((now.getTime() + JAPAN_OFFSET_MS) / MS_A_DAY);

/** A day as typed in the settings of `fiscalYear`, or null while blank. */
export const dayInput = (fiscalYear: number | null) =>
  z.pipe(
    z.string(),
    z.transform((typed: string, context): string | null => {
      if (isBlank(typed)) return null;
      const day = parseDay(typed, fiscalYear);
      if (day === null) context.issues.push({ code: 'custom', message: 'not_a_day', input: typed });
      return day;
    }),
  );
