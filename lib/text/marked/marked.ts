import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type { MarkedSum } from '@/lib/domain/marked/marked';
import type { MarkedAct } from '@/lib/domain/marked/marking';
import type { Failure } from '@/lib/domain/result';
import { entryFieldText } from '@/lib/text/entry/entry';
import { errorText, fieldErrorMessage } from '@/lib/text/errors';
import { formatCount } from '@/lib/text/format';
import { withUnit } from '@/lib/text/totals';

const entries = (count: number): string => `${formatCount(count)}件`;

type MarkedActText = {
  /** How many of the marked entries it takes. */
  button: (count: number) => string;
  /** What was done to them. */
  done: (count: number) => string;
  /** Behind the names of those that it wasn't done to. */
  notDone: string;
  /** The form of an act that needs a reason. */
  reason?: { label: string; support: string };
};

export const markedActText: Record<MarkedAct, MarkedActText> = {
  submit: {
    button: (count) => `${entries(count)}を提出`,
    done: (count) => `${entries(count)}を提出しました。次は承認者が確認します。`,
    notDone: '提出していません',
  },
  approve: {
    button: (count) => `${entries(count)}を承認`,
    done: (count) => `${entries(count)}を承認しました。`,
    notDone: '承認していません',
  },
  move: {
    button: (count) => `${entries(count)}の課・経費区分を変更`,
    done: (count) => `${entries(count)}の課・経費区分を変更しました。`,
    notDone: '変更していません',
    reason: { label: '変更の理由', support: '履歴に残ります。' },
  },
  return: {
    button: (count) => `${entries(count)}を差し戻す`,
    done: (count) => `${entries(count)}を差し戻しました。修正後に再提出されます。`,
    notDone: '差し戻していません',
    reason: {
      label: '差戻しの理由',
      support: 'すべての事業に同じ理由が付き、担当課の起案者に表示されます。',
    },
  },
  takeBack: {
    button: (count) => `${entries(count)}の決定を取り消す`,
    done: (count) => `${entries(count)}の決定を取り消しました。`,
    notDone: '取り消していません',
  },
  withdraw: {
    button: (count) => `${entries(count)}を取り下げる`,
    done: (count) => `${entries(count)}を取り下げました。内容は履歴に残っています。`,
    notDone: '取り下げていません',
  },
  pullBack: {
    button: (count) => `${entries(count)}の提出を取り消す`,
    done: (count) => `${entries(count)}の提出を取り消しました。編集できます。`,
    notDone: '取り消していません',
  },
  prioritize: {
    button: (count) => `${entries(count)}を重点にする`,
    done: (count) => `${entries(count)}を重点的に取り組む事業にしました。`,
    notDone: '変更していません',
  },
  unprioritize: {
    button: (count) => `${entries(count)}を重点から外す`,
    done: (count) => `${entries(count)}を重点的に取り組む事業から外しました。`,
    notDone: '変更していません',
  },
  reopen: {
    button: (count) => `${entries(count)}の承認を解除`,
    done: (count) => `${entries(count)}の承認を解除しました。担当課が編集できます。`,
    notDone: '解除していません',
    reason: { label: '承認を解除する理由', support: 'すべての事業の履歴に残り、担当課の起案者に表示されます。' },
  },
  withdrawApproved: {
    button: (count) => `承認済の${entries(count)}を取り下げる`,
    done: (count) => `承認済の${entries(count)}を取り下げました。内容と理由は履歴に残っています。`,
    notDone: '取り下げていません',
    reason: { label: '取下げの理由', support: '履歴に残ります。取り下げると、合計と資料から除かれます。' },
  },
};

export const markedText = {
  bar: '一括操作',
  marked: (count: number): string => `${entries(count)}を選択中`,
  more: 'その他の操作',
  clear: '選択を解除',
  undo: '取り消す',
  left: (count: number): string => `選択した事業のうち${entries(count)}は、この操作の対象外です。`,
  open: '個別に確認',
  looked: '確認事項の内容を確認しました',
  lookFirst: '確認事項を読み、「確認事項の内容を確認しました」を選んでください。',
  nothingReady: 'まとめて提出できる事業がありません。事業ごとに確認してください。',
  warnings: (count: number): string => `確認${entries(count)}`,
  departmentId: '変更後の課',
  categoryId: '変更後の経費区分',
  unchanged: '変更しない',
  chooseOne: '変更後の課か経費区分を選んでください。',
  changed: (count: number): string =>
    `選択した後に更新された${entries(count)}の選択を解除しました。内容を確認してから、選び直してください。`,
} as const;

const categorySum = ({ name, sum, isComplete }: MarkedSum): string =>
  `${name} ${withUnit(sum)}${isComplete ? '' : '・未入力あり'}`;

/** 計 23,850千円（すべて区長自由経費）; the sum of each category where there are several. */
export function markedSum(sums: readonly MarkedSum[]): string {
  const [first] = sums;
  const total = withUnit(sums.reduce((sum, one) => sum + one.sum, 0));
  if (sums.length !== 1 || !first) return `計 ${total}（${sums.map(categorySum).join('、')}）`;
  return `計 ${total}（すべて${first.name}${first.isComplete ? '' : '・未入力あり'}）`;
}

export const stands = {
  missing: (fields: readonly EntryField[]): string =>
    `未入力：${fields.map((field) => entryFieldText[field]).join('、')}`,
  errors: (count: number): string => `点検の誤り${entries(count)}`,
  unexplained: (count: number): string => `理由の入力が必要な確認事項${entries(count)}`,
} as const;

export const failedHeading = (act: MarkedAct, count: number): string =>
  `${entries(count)}は${markedActText[act].notDone}。`;

const chosenText: Partial<Record<string, string>> = {
  ...entryFieldText,
  departmentId: markedText.departmentId,
  categoryId: markedText.categoryId,
};

/** What is wrong with the fields that it asks for, or else why it can't be done. */
export function whyNot({ code, fields = {} }: Pick<Failure, 'code' | 'fields'>): string {
  const wrong = Object.entries(fields).flatMap(([field, error]) => {
    const label = chosenText[field];
    return label ? fieldErrorMessage(label, error) : [];
  });
  return wrong.join('') || errorText[code];
}
