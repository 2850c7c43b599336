import { formatAmount, parseAmount } from '@/lib/domain/amount';
import { entryText } from './entry';

/** What stands in an amount's field, shown outside of it: 3,900 → 3,900千円. What can't be read stays as it was typed. */
export function typedAmountText(typed: string): string {
  const parsed = parseAmount(typed);
  return parsed.ok && parsed.value !== null ? `${formatAmount(parsed.value)}${entryText.thousandYen}` : typed;
}
