import type { RevisionAction } from '@/lib/domain/entry/entry-history-view';
import { WORKFLOW, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { imported, roleText } from '@/lib/text/terms';

const OTHER_ACTIONS: Record<Exclude<RevisionAction, WorkflowAction>, string> = {
  add: '追加',
  copy: '前年度から複写',
  recorded: '登録',
  edit: '保存',
  correct: '訂正',
  move: '課・経費区分の変更',
  recordLastYear: '前年度の金額の記録',
  allowFinding: '点検の誤りの許可',
};

const isStep = (action: RevisionAction): action is WorkflowAction => Object.hasOwn(WORKFLOW, action);

export const revisionActionText = (action: RevisionAction): string =>
  isStep(action) ? entryStepText[action].history : OTHER_ACTIONS[action];

const isRole = (role: string): role is keyof typeof roleText => Object.hasOwn(roleText, role);

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
  version: (first: number, last: number): string => (first === last ? `第${last}版` : `第${first}～${last}版`),
  each: '保存ごとに表示',
  folded: '続けて行った保存をまとめて表示',
  reason: '理由',
  added: '追加',
  removed: '削除',
  end: 'ここまで',
  difference: '増減',
  none: '（なし）',
} as const;
