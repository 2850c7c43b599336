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
