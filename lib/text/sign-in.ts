import type { SignInRefusal } from '@/lib/domain/sign-in';

export const signInText = {
  title: 'ログイン',
  loginId: 'ID',
  password: 'パスワード',
  submit: 'ログイン',
  show: '表示',
  hide: '隠す',
  ended: 'ログインの有効期限が切れました。もう一度ログインしてください。',
  forgotten: 'IDやパスワードが分からないときは、予算管理者に依頼してください。',
} as const;

export const refusalText: Record<SignInRefusal, string> = {
  refused: 'IDまたはパスワードが正しくありません。',
  locked: '続けて間違えたため、しばらくログインできません。時間をおいてからログインしてください。',
  unavailable: '一時的に使えません。時間をおいて、もう一度ログインしてください。',
  unreachable: 'サーバーに接続できません。接続を確認して、もう一度ログインしてください。',
  failed: 'ログインできませんでした。時間をおいて、もう一度ログインしてください。',
};
