/** Words of the base components and the shell. */
export const uiText = {
  appName: '予算編成',
  required: '※必須',
  optional: '※任意',
  errorPrefix: 'エラー：',
  errorSummaryHeading: '入力内容に誤りがあります',
  blankAmount: '－',
  notEntered: '未入力',
  minus: 'マイナス',
  thousandYen: '（千円）',
  breadcrumbs: '現在位置',
  pagination: 'ページ',
  previousPage: '前へ',
  nextPage: '次へ',
  skipToMain: '本文へ移動',
  mainNavigation: 'メインメニュー',
  menu: 'メニュー',
  yearMenu: '年度切替',
  userMenu: '利用者メニュー',
  changePassword: 'パスワードの変更',
  ownSessions: 'ログイン中の端末',
  guide: '使い方',
  contents: '目次',
  inNewTab: '（新しいタブで開きます）',
  closedYear: '確定・閲覧のみ',
  openYear: '編成中',
  operations: '操作',
  cancel: 'キャンセル',
  close: '閉じる',
  loading: '読み込んでいます',
  sending: '送信しています',
  reload: '再読み込み',
  backToHome: 'ホームに戻る',
} as const;

/** Of every list's filters. */
export const filterText = {
  from: '開始日',
  to: '終了日',
  all: 'すべて',
  apply: '絞り込む',
  clear: '条件を解除',
} as const;

export type NotificationKind = 'info' | 'success' | 'warning' | 'error';

/** null: the title says all of it (提出しました。). */
export const notificationText: Record<NotificationKind, string | null> = {
  info: 'お知らせ',
  success: null,
  warning: '注意',
  error: 'エラー',
};

export const pageOfPages = (page: number, pages: number): string => `${pages}ページ中${page}ページ目`;

/** 令和5年度 → 令和5年度（編成中） */
export const yearWithState = (yearName: string, isOpen: boolean): string =>
  `${yearName}（${isOpen ? uiText.openYear : '確定'}）`;

export const closedYearNotice = (yearName: string): string => `${yearName}（${uiText.closedYear}）`;

export const notFoundText = {
  title: 'ページが見つかりません',
  cause: 'アドレスが間違っているか、この区にはない内容です。',
  remedy: 'アドレスを確認するか、ホームから開き直してください。',
} as const;

export const failureText = {
  title: '画面を表示できません',
  cause: 'サーバーで問題が発生しました。保存済みの内容は残っています。',
  remedy: '再読み込みしてください。続く場合は、表示された番号を予算管理者に伝えてください。',
  number: '番号',
} as const;

export const unavailableText = {
  title: '一時的に使えません',
  cause: '保存済みの内容は残っています。編集画面の入力内容はこの端末に残っています。',
  remedy: '使えるようになると、この画面は自動で開き直します。',
} as const;

export const forbiddenText = {
  title: 'この画面を表示する権限がありません',
  remedy: '必要な場合は、予算管理者に依頼してください。',
} as const;

export const forbiddenWho = (roleName: string): string => `この画面は${roleName}が使用します。`;

/** ⾼→高 and the like, said where somebody typed or pasted them. */
export function replacedText(replaced: readonly { from: string; to: string }[]): string {
  const shown = replaced.flatMap(({ from, to }) => (to ? [`${from}→${to}`] : []));
  const hasHidden = replaced.some(({ to }) => to === '');
  const parts = [
    shown.length > 0 ? `通常の文字に置き換えました（${shown.join('、')}）。` : '',
    hasHidden ? '目に見えない文字を取り除きました。' : '',
  ];
  return parts.join('') || '使えない改行や空白を通常のものに置き換えました。';
}
