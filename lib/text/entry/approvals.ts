import { yearName } from '@/lib/domain/year/fiscal-year';

export const approvalsText = {
  title: '承認',
  titleOf: (year: number): string => `${yearName(year)}の承認`,
  list: '承認待ちの事業',
  mine: 'あなたの承認を待っている事業',
  others: 'ほかの承認者の承認を待っている事業',
  entry: '事業名',
  department: '担当課',
  amount: '予算額',
  lastYear: '前年度予算額',
  difference: '増減',
  updated: '提出',
  warnings: '点検',
  empty: '承認待ちの事業はありません。',
  noneOfMine: 'あなたの承認を待っている事業はありません。',
  toList: '事業一覧を開く',
  next: '次の事業を開く',
  rest: (count: number): string => `ほかに${count}件が、あなたの承認を待っています。`,
  done: 'あなたの承認を待っている事業は、ほかにありません。',
  back: '承認の一覧に戻る',
  history: '履歴で変更箇所を見る',
  returned: 'あなたが差し戻した事業',
  count: (count: number): string => `${count}件`,
  sinceReturn: '前回の差戻しからの変更',
  sinceReopen: '承認の解除からの変更',
  decided: (at: string, actor: string): string => `${at}　${actor}`,
  reason: '理由',
  unchanged: '内容に変更はありません。',
} as const;

export const warningsText = (count: number): string => (count > 0 ? `確認${count}件` : 'なし');

/** On the page of the next entry, of the one before. */
export const decidedBefore = {
  approved: (name: string): string => `「${name}」を承認しました。`,
  takenBack: (name: string): string => `「${name}」の承認を取り消しました。`,
} as const;

export const reviewKeysText = 'Ctrl+Enterで承認して次の事業に移り、Alt+Nで承認せずに次の事業に移ります。';
