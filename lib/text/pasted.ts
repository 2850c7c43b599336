export const pastedText = {
  support: 'Excelの範囲をコピーして、左上にしたい欄に貼り付けられます。',
  pasted: (count: number): string => `${count}件の額を貼り付けました。`,
  unread: (count: number): string => `${count}件は額として読めません。`,
  outside: (count: number): string => `表の外になる${count}件は貼り付けていません。`,
} as const;
