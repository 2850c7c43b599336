import type { SortKey } from '@/lib/domain/entry/entry-filter';
import type { CarriedReason, ListTotals } from '@/lib/domain/entry/entry-list';
import type { StatusFilter } from '@/lib/domain/entry/entry-workflow';
import { change } from '@/lib/domain/year/category-totals';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { formatCount, formatShortDateTime } from '@/lib/text/format';
import { annexText, statusText } from '@/lib/text/terms';
import { totalLine } from '@/lib/text/totals';
import { newProject } from './entry';
import { imported } from './entry-history';

export const entryListText = {
  title: '事業',
  caption: '事業の一覧（△は減を表します）',
  filters: '絞り込み',
  keyword: 'キーワード',
  department: '担当課',
  status: '状態',
  category: '経費区分',
  mark: '区分',
  priority: '重点',
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
  notEntered: '未入力',
  notKnown: '－',
} as const;

export const copyText = {
  button: 'コピー',
  what: '選択した行、選択がないときは表示しているすべての行を、Excelに貼り付けられる形でコピーします。',
  copied: (count: number): string => `${formatCount(count)}件をコピーしました`,
  failed: 'コピーできませんでした。表の行をマウスで選択し、Ctrl+Cでコピーしてください。',
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

export const statusFilterText: Record<StatusFilter, string> = { ...statusText, undecided: '未承認（承認済以外）' };

/** Why last year's money has a row of its own. */
export const carriedText: Record<CarriedReason, string> = {
  moved: '移管',
  dropped: '廃止',
  unmatched: '対応する事業なし',
};

/** In the place of last year's amount. */
export const lastYearMarkText = { new: newProject, moved: '移管' } as const;

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

/** 11/23: of the same, where there is no room for more. */
export const shortDate = (step: string): string => step.slice(0, step.indexOf(' '));

export const listTitle = (year: number): string => `${yearName(year)}の事業`;
