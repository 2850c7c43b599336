import { formatAmount } from '@/lib/domain/amount';
import type { SortKey, StatusFilter } from '@/lib/domain/entry-list';
import { formatCount, formatRatio } from './format';
import { statusText } from './terms';

export const entryListText = {
  title: '事業',
  caption: '事業の一覧（△は減を表します）',
  filters: '絞り込み',
  keyword: 'キーワード',
  keywordSupport: '事業名・概要・工夫点を探します',
  department: '担当課',
  status: '状態',
  category: '経費区分',
  all: 'すべて',
  allStatuses: 'すべて（取下げを除く）',
  apply: '絞り込む',
  clear: '条件を解除',
  add: '事業を追加',
  order: '順序を変更',
  noMatch: '条件に合う事業はありません。',
  noEntries: 'この年度には、まだ事業がありません。',
  recordedOnly: 'この年度は合計だけが記録されています。事業ごとの内容はありません。',
  filteredTotal: '表示している事業の計',
  total: '合計',
  incomplete: '未入力あり',
  notEntered: '未入力',
  notKnown: '－',
  ascending: '昇順',
  descending: '降順',
} as const;

export const columnText: Record<SortKey, string> = {
  number: '番号',
  name: '事業名',
  department: '担当課',
  status: '状態',
  amount: '本年度',
  lastYear: '前年度',
  difference: '増減',
  updated: '最終更新',
};

export const statusFilterText: Record<StatusFilter, string> = { ...statusText, undecided: '未承認（承認済以外）' };

export const annexRow = (categoryName: string): string => `${categoryName}の別紙掲載分`;
export const categoryRow = (categoryName: string): string => `${categoryName}の計`;

/** 63件　合計 812,345千円（前年度比 △1.2％） */
export function listSummary(count: number, total: number | null, known: number, ratio: number | null): string {
  const entries = `${formatCount(count)}件`;
  if (total === null) return `${entries}　合計 ${entryListText.incomplete}（入力済みの計 ${formatAmount(known)}千円）`;
  const compared = ratio === null ? '' : `（前年度比 ${formatRatio(ratio)}）`;
  return `${entries}　合計 ${formatAmount(total)}千円${compared}`;
}

export const countOnly = (count: number): string => `${formatCount(count)}件`;
