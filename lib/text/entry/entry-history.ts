import type { RevisionAction } from '@/lib/domain/entry/entry-history-view';
import { roleText } from '@/lib/text/terms';

export const revisionActionText: Record<RevisionAction, string> = {
  add: '追加',
  copy: '前年度から複写',
  recorded: '登録',
  edit: '保存',
  submit: '提出',
  pullBack: '提出の取消し',
  approve: '承認',
  return: '差戻し',
  withdraw: '取下げ',
  reopen: '承認の解除',
  withdrawApproved: '取下げ（承認後）',
  correct: '訂正',
  move: '課・経費区分の変更',
  recordLastYear: '前年度の金額の記録',
};

const isRole = (role: string): role is keyof typeof roleText => Object.hasOwn(roleText, role);

export const imported = '公表資料から登録';
/** Of the year in progress, what the year before had was copied along with it. */
const copiedAlong = '公表資料の登録時';

/** Who did it and in which role; what was imported was done by nobody of the ward. */
export const actorText = (name: string, role: string, action?: RevisionAction): string => {
  if (role === 'import') return action === 'copy' ? copiedAlong : imported;
  return `${name}（${isRole(role) ? roleText[role] : role}）`;
};

export const historyText = {
  title: '履歴',
  empty: '変更はありません。',
  version: (version: number): string => `第${version}版`,
  reason: '理由',
  added: '追加',
  removed: '削除',
  end: 'ここまで',
  difference: '増減',
  none: '（なし）',
} as const;
