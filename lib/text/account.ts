export const accountText = {
  signOut: 'ログアウト',
  enterWard: (name: string): string => `${name}に切り替える`,
} as const;
