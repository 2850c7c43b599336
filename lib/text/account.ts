export const accountText = {
  signOut: 'ログアウト',
  signOutLoses: '保存していない入力があります。ログアウトすると、この端末から消えます。ログアウトしますか？',
  enterWard: (name: string): string => `${name}に切り替える`,
} as const;
