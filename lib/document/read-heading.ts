import { parseAmount } from '@/lib/domain/amount';
import { parseFiscalYear } from '@/lib/domain/fiscal-year';
import type { SlipCode } from './read-result';

export type Heading = {
  name: string;
  year: number;
  amount: number;
  lastYear: number;
  lastYearAmount: number;
  slips: SlipCode[];
};

const HEADING = /^○(.+?)(\s*)〈(.+?)予算額：([\d,]+千円)(、?)\s*(.+?)予算額：([\d,]+千円)(、?)〉$/;

/** `○name〈令和４年度予算額：2,178,837千円、令和３年度予算額：450,882千円〉`, and what is amiss in it. */
export function readHeading(text: string): Heading | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  const [
    ,
    name = '',
    space,
    yearName = '',
    amountText = '',
    separator,
    lastYearName = '',
    lastAmountText = '',
    trailing,
  ] = match;
  const year = parseFiscalYear(yearName);
  const lastYear = parseFiscalYear(lastYearName);
  const amount = parseAmount(amountText);
  const lastYearAmount = parseAmount(lastAmountText);
  if (year === null || lastYear === null || !amount.ok || !lastYearAmount.ok) return null;
  if (amount.value === null || lastYearAmount.value === null) return null;
  const slips: SlipCode[] = [];
  if (separator === '') slips.push('missing_separator');
  if (trailing !== '') slips.push('trailing_separator');
  if (space !== '') slips.push('stray_space');
  return { name, year, amount: amount.value, lastYear, lastYearAmount: lastYearAmount.value, slips };
}
