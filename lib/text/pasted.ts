export const pastedText = {
  support: 'Excelの範囲をコピーして、左上にしたい欄に貼り付けられます。',
  pasted: (count: number): string => `${count}か所に貼り付けました。`,
  unread: (count: number): string => `${count}か所に誤りがあります。`,
  outside: (count: number): string => `入力できない欄または表の外になる${count}か所は貼り付けていません。`,
} as const;
