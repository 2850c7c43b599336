export const firstYearText = {
  empty: '年度がまだありません。',
  body: '経費区分と資料の文言の初期値を登録します。どちらも「年度」の設定で変更できます。この操作は元に戻せません。',
} as const;
