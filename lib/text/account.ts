export const accountText = {
  signOut: 'ログアウト',
  signOutLoses: '保存していない入力があります。ログアウトすると、この端末から消えます。ログアウトしますか？',
  enterWardLoses: '保存していない入力があります。このまま区を切り替えますか？',
  signOutUnclear: 'ログアウトを確認できませんでした。',
  enterWardUnclear: '区の切り替えを確認できませんでした。',
  newVersion: '新しい版に切り替わりました。再読み込みしてから、もう一度操作してください。',
  tryAgain: '接続を確認して、もう一度操作してください。入力内容はこの端末に残っています。',
  enterWard: (name: string): string => `${name}に切り替える`,
} as const;
