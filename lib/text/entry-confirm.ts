export const confirmText = {
  title: '提出内容の確認',
  change: '変更',
  submit: '提出',
  back: '編集に戻る',
  showLatest: '最新の内容を見る',
  blocked: '未入力の項目があります。入力すると提出できます。',
  next: '提出すると承認待ちになり、承認または差戻しまで編集できません。それまでは提出を取り消せます。',
} as const;

export const submittedText = {
  title: '提出しました。',
  next: (department: string, names: readonly string[]): string =>
    `次は${department}の事業を担当する承認者（${names.join('、')}）が確認します。`,
  nextDraft: '次の下書きを開く',
  nextReturned: '差戻しの事業を開く',
  noDraft: 'ほかに提出する事業はありません。',
  toList: '事業一覧を開く',
} as const;
