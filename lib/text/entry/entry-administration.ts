import { formatCount } from '@/lib/text/format';

/** Correcting an approved entry, and giving entries to another 課 or category. */
export const correctionText = {
  title: '承認済の事業の訂正',
  link: '訂正',
  lead: '事業名、概要、工夫点の誤りを訂正します。状態は承認済のままです。予算額を変更するときは、承認を解除してください。',
  reason: '訂正の理由',
  reasonSupport: '履歴に残り、事業の一番上に表示されます。',
  submit: 'この事業を訂正',
  impossible: 'この事業は訂正できません。訂正できるのは、編成中の年度の承認済の事業です。',
} as const;

export const moveText = {
  title: '課・経費区分の変更',
  link: '課・経費区分を変更',
  lead: '状態は変わりません。承認待ちの事業は、変更後の課の承認者に引き継がれます。',
  reason: '変更の理由',
  reasonSupport: '履歴に残ります。',
  submit: 'この事業の課・経費区分を変更',
  done: '課・経費区分を変更しました。',
  impossible: '課・経費区分を変更できません。変更できるのは、編成中の年度の、取り下げていない事業です。',
} as const;

export const handOverText = {
  title: (department: string): string => `${department}の編成中の事業`,
  link: '事業を別の課に移す',
  form: '別の課への移動',
  lead: 'すべての事業を一度に移します。状態は変わりません。承認待ちの事業は、移動先の課の承認者に引き継がれます。',
  departmentId: '移動先の課',
  choose: '選んでください',
  reason: '移動の理由',
  submit: (count: number): string => `${formatCount(count)}件を移す`,
  done: (count: number, to: string): string => `${formatCount(count)}件を${to}に移しました。`,
  empty: '編成中の事業はありません。',
  conflict: '先に更新された事業があるため、1件も移していません。最新の内容を表示しました。',
  year: '年度',
  name: '事業名',
  status: '状態',
  amount: '予算額',
} as const;
