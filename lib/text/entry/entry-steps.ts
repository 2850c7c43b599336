import type { NewestDecision, WorkflowAction } from '@/lib/domain/entry/entry-workflow';

type EntryStepText = {
  button: string;
  /** What was done, and who acts next. */
  done: string;
  /** In the history of the entry, and in the log of operations. */
  history: string;
  log: string;
  /** The form of a step that needs a reason; its button names the object. */
  reason?: { label: string; support: string; final: string };
};

const takenBack = (action: NewestDecision['action']): string => entryStepText[action].history.replace('（承認後）', '');
/** The button of takeBack says what it takes back. */
export const takeBackButton = (action: NewestDecision['action']): string => `${takenBack(action)}を取り消す`;
export const takenBackText = (action: NewestDecision['action']): string => `${takenBack(action)}を取り消しました。`;

/** Every word that a step of the workflow brings along. */
export const entryStepText: Record<WorkflowAction, EntryStepText> = {
  submit: {
    button: '提出',
    done: '提出しました。次は承認者が確認します。',
    history: '提出',
    log: '事業を提出',
  },
  pullBack: {
    button: '提出を取り消す',
    done: '提出を取り消しました。編集できます。',
    history: '提出の取消し',
    log: '事業の提出を取消し',
  },
  approve: {
    button: '承認',
    done: '承認しました。',
    history: '承認',
    log: '事業を承認',
  },
  return: {
    button: '差し戻す',
    done: '差し戻しました。修正後に再提出されます。',
    history: '差戻し',
    log: '事業を差戻し',
    reason: {
      label: '差戻しの理由',
      support: 'このまま担当課の起案者に表示されます。',
      final: 'この事業を差し戻す',
    },
  },
  withdraw: {
    button: '取り下げる',
    done: '取り下げました。内容は履歴に残っています。',
    history: '取下げ',
    log: '事業を取下げ',
  },
  reopen: {
    button: '承認を解除',
    done: '承認を解除しました。担当課が編集できます。',
    history: '承認の解除',
    log: '事業の承認を解除',
    reason: {
      label: '承認を解除する理由',
      support: '履歴に残り、担当課の起案者に表示されます。',
      final: 'この事業の承認を解除',
    },
  },
  withdrawApproved: {
    button: '取り下げる',
    done: '取り下げました。内容と理由は履歴に残っています。',
    history: '取下げ（承認後）',
    log: '承認済の事業を取下げ',
    reason: {
      label: '取下げの理由',
      support: '履歴に残り、事業の一番上に表示されます。取り下げると、合計と資料から除かれます。',
      final: 'この事業を取り下げる',
    },
  },
  takeBack: {
    button: '取り消す',
    done: '取り消しました。',
    history: '直前の決定の取消し',
    log: '事業の直前の決定を取消し',
  },
};
