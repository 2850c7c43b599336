import { formatAmount } from '@/lib/domain/amount';
import type { CheckedEntry, EntryFlagged } from './finding';
import { slipBetween } from './similar-figures';

const FAR = 0.3;

const hasBoth = ({ amount, lastYearAmount, isNew }: CheckedEntry): boolean =>
  !isNew && amount !== null && amount > 0 && lastYearAmount !== null && lastYearAmount > 0;

const isFar = (now: number, before: number): boolean => Math.abs(now - before) > before * FAR;

/** The digits are last year's, and yet the amount isn't. */
export function slippedFromLastYear(entry: CheckedEntry): EntryFlagged[] {
  const [now, before] = [entry.amount ?? 0, entry.lastYearAmount ?? 0];
  if (!hasBoth(entry)) return [];
  const slip = slipBetween(now, before);
  // One other digit is what a changed amount looks like.
  if (slip === null || slip === 'changed') return [];
  return [{ place: 'amount', found: formatAmount(now), expected: formatAmount(before), detail: slip }];
}

/** Ten times, a tenth, or more than three tenths away: somebody has to say why. */
export function farFromLastYear(entry: CheckedEntry): EntryFlagged[] {
  const [now, before] = [entry.amount ?? 0, entry.lastYearAmount ?? 0];
  if (!hasBoth(entry) || slippedFromLastYear(entry).length > 0) return [];
  if (!isFar(now, before)) return [];
  const detail = now > before ? 'more' : 'less';
  return [{ place: 'amount', found: formatAmount(now), expected: formatAmount(before), detail }];
}

/** 区分 新規 of what had an amount last year, and another 区分 of what is said to be new. */
export function markAgainstLastYear({ mark, isNew, lastYearAmount }: CheckedEntry): EntryFlagged[] {
  if (mark === 'new' && !isNew && lastYearAmount !== null && lastYearAmount > 0) {
    return [{ place: 'mark', found: 'new', detail: 'not_new', expected: formatAmount(lastYearAmount) }];
  }
  return mark !== null && mark !== 'new' && isNew ? [{ place: 'mark', found: mark, detail: 'is_new' }] : [];
}
