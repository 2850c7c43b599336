import { isLocked, type Locked, type SignInProblem } from '@/lib/domain/sign-in/sign-in';
import { lockedText } from './locked';

export const passwordText = {
  title: 'パスワードの変更',
  mustChange: '初期パスワードです。自分のパスワードに変更してから使用します。',
  current: '現在のパスワード',
  next: '新しいパスワード',
  repeat: '新しいパスワード（確認）',
  nextSupport: '12文字以上。推測されやすい言葉は使えません。',
  submit: 'パスワードを変更',
  changed: 'パスワードを変更しました。',
  othersEnded: 'ほかの端末やブラウザーのログインは終了しました。',
  continue: 'ホームに進む',
} as const;

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

export const signInProblemText: Record<Exclude<SignInProblem, Locked>, string> = {
  refused: 'IDまたはパスワードが正しくありません。',
  expired: '初期パスワードの期限が切れています。予算管理者に再設定を依頼してください。',
  unavailable: '一時的に使えません。時間をおいて、もう一度ログインしてください。',
  unreachable: 'サーバーに接続できません。接続を確認して、もう一度ログインしてください。',
  failed: 'ログインできませんでした。時間をおいて、もう一度ログインしてください。',
};

export const signInProblemMessage = (problem: SignInProblem): string =>
  isLocked(problem) ? lockedText(problem.replace('locked_', ''), 'ログイン') : signInProblemText[problem];
