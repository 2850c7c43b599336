import type { EntryStatus, UndecidedStatus, UneditableStatus } from '@/lib/domain/entry/entry-workflow';

export const statusText: Record<EntryStatus, string> = {
  draft: '下書き',
  in_review: '承認待ち',
  returned: '差戻し',
  approved: '承認済',
  withdrawn: '取下げ',
};

/** Above what waits for the reader on the home page. */
export const taskText: Record<UndecidedStatus, string> = {
  draft: '提出前の下書き',
  in_review: '承認待ちの事業',
  returned: '差し戻された事業',
};

/** Why an entry can be neither edited nor submitted as it stands, and what to do. */
export const uneditableText: Partial<Record<EntryStatus, string>> = {
  in_review: '承認待ちの事業です。修正するときは、事業の画面で「提出を取り消す」を押してください。',
  approved: '承認済の事業です。修正するときは、予算管理者に承認の解除または訂正を依頼してください。',
  withdrawn:
    '取り下げた事業です。編集できません。必要なときは、取り下げた人が事業の画面で「取下げを取り消す」を押すか、新しい事業として追加してください。',
} satisfies Record<UneditableStatus, string>;
