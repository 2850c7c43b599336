import { formatAmount } from '@/lib/domain/amount';
import type { CategorySum } from '@/lib/domain/year/category-sums';
import type { Change, OverCeiling } from '@/lib/domain/year/category-totals';
import { formatChange } from './format';

export const withUnit = (amount: number): string => `${formatAmount(amount)}千円`;

/** 合計 812,345千円（前年度比 △1.2％）; 合計は未確定（入力済み分 1,230千円）. undefined: there is nothing on record; null: a part of it is blank. */
export function totalLine(
  total: number | null | undefined,
  known: number,
  change: Change | null,
  name = '合計',
): string {
  if (total === undefined) return '合計の記録はありません。';
  if (total === null) return `${name}は未確定${known === 0 ? '' : `（入力済み分 ${withUnit(known)}）`}`;
  const ratio = change?.ratio ?? null;
  return `${name} ${withUnit(total)}${ratio === null ? '' : `（前年度比 ${formatChange(ratio)}）`}`;
}

/** 7,599千円超過. While a part of the sum is blank, it is that much at least. */
export const excessText = ({ over, isComplete }: Pick<OverCeiling, 'over' | 'isComplete'>): string =>
  `${withUnit(over)}${isComplete ? '' : '以上'}超過`;

export const overText = (over: Pick<OverCeiling, 'over' | 'isComplete'>): string => `枠を${excessText(over)}`;

export const categoryOverText = (category: OverCeiling): string => `${category.name}が${overText(category)}`;

/** What ended with last year says so. */
export const sumName = ({ name, order }: Pick<CategorySum, 'name' | 'order'>): string =>
  order === null ? endedName(name) : name;

export const endedName = (name: string): string => `${name}（廃止）`;
