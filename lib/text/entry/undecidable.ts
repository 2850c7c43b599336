import type { UndecidableEntry } from '@/lib/domain/entry/undecidable';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { rowText } from './list-row';

const named = (names: readonly string[]): string => names.join('、');

/** Of an entry that waits, or would wait, for a decision that nobody can take. */
export const undecidableText = {
  mark: rowText.undecidable,
  title: 'この事業を承認できる人がいません。',
  titleBefore: '提出しても、この事業を承認できる人がいません。',
  why: '承認できるのは、担当課または全課の承認者のうち、この事業を起案、編集または提出していない人です。',
  tellAdmin: '予算管理者に連絡してください。承認者が決まるまで、承認待ちのままになります。',
  possible: (names: readonly string[]): string =>
    names.length > 0
      ? `「利用者」で承認者の役割を付けると承認できる人：${named(names)}`
      : 'ほかに役割を付けられる利用者がいません。「利用者」で承認者を追加してください。',
  toUsers: '利用者を開く',
} as const;

/** Asked before rights are taken away or an entry goes to another 課. */
export const leavesUndecidableText = {
  title: (count: number): string => `承認待ちの事業${count}件を、承認できる人がいなくなります。このまま変更しますか？`,
  entry: ({ year, name, departmentName }: UndecidableEntry): string =>
    `${yearName(year)}　${name}（${departmentName}）`,
  more: (count: number): string => `ほか${count}件`,
  possible: (names: readonly string[]): string =>
    names.length > 0
      ? `これらの事業を起案、編集または提出していない利用者：${named(names)}。担当課または全課の承認者の役割を付けると、承認できます。`
      : 'これらの事業を起案、編集または提出していない利用者は、ほかにいません。承認者を追加すると、承認できます。',
  save: 'このまま保存',
  move: 'このまま変更',
} as const;
