import type { NewestDecision, WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { QueueOrder } from '@/lib/domain/entry/review-queue';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { entryStepText, takenBackText } from './entry-steps';

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
  submitted: '提出',
  warnings: '点検',
  empty: '承認待ちの事業はありません。',
  noneOfMine: 'あなたの承認を待っている事業はありません。',
  toList: '事業一覧を開く',
  next: '次の事業',
  done: 'あなたの承認を待っている事業は、ほかにありません。',
  back: '承認の一覧に戻る',
  returned: 'あなたが差し戻した事業',
  count: (count: number): string => `${count}件`,
  sinceReturn: '前回の差戻しからの変更',
  sinceReopen: '承認の解除からの変更',
  fields: (count: number): string => `${count}項目`,
  unchanged: '内容に変更はありません。',
} as const;

export const warningsText = (count: number): string => (count > 0 ? `確認${count}件` : 'なし');

/** On the page of the next entry, of the one before. */
export const decidedBefore = {
  done: (name: string, action: WorkflowAction): string => `「${name}」：${entryStepText[action].done}`,
  takenBack: (name: string, action: NewestDecision['action']): string => `「${name}」：${takenBackText(action)}`,
} as const;

/** The bar in which an entry is decided about. */
export const decisionText = {
  place: (position: number, count: number): string => `${position}／${count}件目`,
  approve: '承認すると担当課は編集できなくなります。次の人が決めるまで取り消せます。',
  at: (time: string): string => `（${time}）`,
  takeBack: '次の人が決めるまで取り消せます。',
  /** Below 送信しています, of what was pressed meanwhile. */
  goesTo: {
    next: '終わると、次の事業に移ります。',
    other: '終わると、選んだ事業に移ります。',
    page: '終わると、選んだページに移ります。',
  },
  keys: { approve: 'Ctrl+Enter', next: 'Alt+N', cancel: 'Esc' },
} as const;

export const queueText = {
  title: (count: number): string => `承認待ち ${count}件`,
  sum: (amount: string): string => `${amount}千円`,
  blank: '未入力あり',
  department: '課',
  everywhere: (count: number): string => `すべて（${count}課）`,
  order: '並び',
  orders: { printed: '掲載順', amount: '金額順', submitted: '提出順' } satisfies Record<QueueOrder, string>,
  open: '承認待ちの一覧',
  filtered: '条件に合う事業はありません。',
  clear: '条件を解除',
} as const;
