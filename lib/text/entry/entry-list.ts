import type { SortKey, StatusFilter } from '@/lib/domain/entry/entry-filter';
import type { ListTotals } from '@/lib/domain/entry/entry-list';
import { change } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { statusText } from '@/lib/text/entry/entry-status';
import { formatCount, formatShortDateTime } from '@/lib/text/format';
import { annexText, imported } from '@/lib/text/terms';
import { totalLine } from '@/lib/text/totals';

export const entryListText = {
  title: '事業',
  caption: '事業の一覧（△は減を表します）',
  filters: '絞り込み',
  keyword: 'キーワード',
  department: '担当課',
  status: '状態',
  category: '経費区分',
  mark: '区分',
  otherFilters: '他の条件',
  amountsIn: '金額は千円',
  all: 'すべて',
  allStatuses: '取下げ以外',
  apply: '絞り込む',
  clear: '条件を解除',
  add: '事業を追加',
  order: '掲載順を変更',
  noMatch: '条件に合う事業はありません。',
  noEntries: 'この年度には、まだ事業がありません。',
  recordedOnly: 'この年度は合計だけが記録されています。事業ごとの内容はありません。',
  request: '要求',
  filteredTotal: '表示している事業の計',
  total: '合計',
  incomplete: '未入力あり',
} as const;

export const columnText: Record<SortKey, string> = {
  number: '番号',
  name: '事業名',
  department: '担当課',
  status: '状態',
  amount: '本年度',
  lastYear: '前年度',
  difference: '増減',
  updated: '更新',
};

export const statusFilterText: Record<StatusFilter, string> = {
  ...statusText,
  waiting: '承認待ちのすべて',
  undecided: '未承認（承認済以外）',
};

export const annexRow = (categoryName: string): string => `${categoryName}の${annexText}`;
export const categoryRow = (categoryName: string): string => `${categoryName}の計`;

/** 63件　要求 812,345千円（前年度比 △1.2％）; of a year that is closed 合計. No totals: nothing of what is listed counts. */
export function listHeading(count: number, totals: ListTotals | null, isOpen: boolean): string {
  const entries = `${formatCount(count)}件`;
  if (!totals) return entries;
  const { total, known, lastTotal } = totals;
  return `${entries}　${totalLine(total, known, change(total, lastTotal), isOpen ? entryListText.request : undefined)}`;
}

export const ownDepartment = (name: string): string => `${name}（自課）`;

/** 11/23 14:05 保健福祉課 起案者 */
export const lastStep = (at: Date, by: string | null): string => `${formatShortDateTime(at)} ${by ?? imported}`;

export const listTitle = (year: number): string => `${yearName(year)}の事業`;
