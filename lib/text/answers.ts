import type { OutdatedPage, Unanswered } from '@/lib/domain/result';

/** Where no answer of the program came. Apart from the other errors: every page has a way to sign out. */
export const noAnswerText: Record<Unanswered, string> = {
  unreachable: 'サーバーに接続できません。入力内容はこの画面に残っています。接続を確認して、もう一度操作してください。',
  interrupted:
    '結果を最後まで受け取れませんでした。処理が済んでいることがあります。入力内容を控えてから再読み込みし、結果を確認してください。',
  failed: '処理できませんでした。入力内容はこの画面に残っています。時間をおいて、もう一度操作してください。',
  busy: '混み合っているため、処理していません。入力内容はこの画面に残っています。少し待ってから、もう一度操作してください。',
  new_version: '新しい版に切り替わりました。この操作は行われていません。再読み込みしてから、もう一度操作してください。',
  too_large: '内容が大きすぎるため、受け付けられません。文字数を減らしてください。',
};

/** Where the device keeps what is typed: what becomes of it when the page is loaded anew. */
export const keptText: Record<OutdatedPage, string> = {
  new_version: '入力内容はこの端末に残っています。再読み込みした後に復元できます。',
  drawn_for_other:
    '入力内容はこの端末に残っています。元の区に切り替えて開くと復元できます。別の利用者でログインしているときは、再読み込みすると消えます。必要な場合は、先に控えてください。',
};
