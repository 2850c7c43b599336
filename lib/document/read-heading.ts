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

/** Each part ends where the next one's first character stands, so that no text is tried twice. */
const HEADING = /^○([^〈]+)〈([^：]+)予算額：([\d,]+千円)(、?)([^：]+)予算額：([\d,]+千円)(、?)〉$/;

/** `○name〈令和４年度予算額：2,178,837千円、令和３年度予算額：450,882千円〉`, and what is amiss in it. */
export function readHeading(text: string): Heading | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  const [
    ,
    spacedName = '',
    yearName = '',
    amountText = '',
    separator,
    lastYearName = '',
    lastAmountText = '',
    trailing,
  ] = match;
  const name = spacedName.trimEnd();
  const year = parseFiscalYear(yearName.trim());
  const lastYear = parseFiscalYear(lastYearName.trim());
  const amount = parseAmount(amountText);
  const lastYearAmount = parseAmount(lastAmountText);
  if (year === null || lastYear === null || !amount.ok || !lastYearAmount.ok) return null;
  if (amount.value === null || lastYearAmount.value === null) return null;
  const slips: SlipCode[] = [];
  if (separator === '') slips.push('missing_separator');
  if (trailing !== '') slips.push('trailing_separator');
  if (name !== spacedName) slips.push('stray_space');
  return { name, year, amount: amount.value, lastYear, lastYearAmount: lastYearAmount.value, slips };
}
