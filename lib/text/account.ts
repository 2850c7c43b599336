export const accountText = {
  signOut: 'ログアウト',
  signOutLoses: '保存していない入力があります。ログアウトすると、この端末から消えます。ログアウトしますか？',
  enterWardLoses: '保存していない入力があります。このまま区を切り替えますか？',
  enterWard: (name: string): string => `${name}に切り替える`,
} as const;
