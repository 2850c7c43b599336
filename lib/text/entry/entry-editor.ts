import { yearName } from '@/lib/domain/year/fiscal-year';

/** Words of the editor; the names of fields are in entry.ts. */
export const editorText = {
  editTitle: '事業の編集',
  save: '保存',
  saving: '保存しています',
  saved: (time: string): string => `${time}に保存しました`,
  unsaved: '保存していない変更があります',
  notStored: (labels: readonly string[]): string => `保存していない項目：${labels.join('、')}`,
  storedOnce: (labels: readonly string[]): string => `${labels.join('、')}が正しく入力されると保存します`,
  storedByChoice: '更新された項目の内容を選んで保存してください',
  savedLater: '未保存です。使えるようになると自動で保存します',
  fields: '項目',
  noFindings: '点検を表示できません。保存はできます。続く場合は、再読み込みしてください。',
  entered: '入力済',
  notEntered: '未入力',
  errors: (count: number): string => `誤り ${count}件`,
  warnings: (count: number): string => `確認 ${count}件`,
  noFinding: '指摘はありません',
  nextFinding: '次の指摘へ',
  sameAsLastYear: '前年度のまま',
  choose: '選んでください',
  rankSupport: '1が最優先です。資料には掲載しません。',
  amountSupport: '「3,898」「389万8千円」のように入力できます。',
  markSupport: '新規と拡充は、年度の設定により印字します。',
  prioritySupport: '資料に、概要と工夫点を掲載します。',
  nameSupport: '資料に掲載する名前です。',
  budgetNameSupport: '資料と異なるときに入力します。',
  remarksSupport: '別紙（事業一覧）の備考欄に掲載します。新規、拡充、廃止、移管は自動で掲載されます。',
  lastYearApproved: '前年度の承認された文',
  lastYearUnapproved: '前年度の未承認の文',
  lastYearOf: (label: string): string => `前年度の${label}`,
  copyLastYear: '本年度に写す',
  undo: '元に戻す',
  example: '書き方の例',
  exampleOf: (label: string): string => `書き方の例：${label}`,
  lastYearSupport: '前年度から複写していない事業です。資料と一覧の前年度の欄に掲載します。',
  difference: '増減',
  ratio: '増減率',
  count: (count: string, limit: string): string => `${count}／${limit}文字`,
  over: (count: number): string => `${count}文字超過しています`,
  noDepartment: 'アカウントに担当課がないため、事業を追加できません。予算管理者に依頼してください。',
  cannotEdit: 'この事業は編集できません',
  cannotSubmit: 'この事業は提出できません',
  showEntry: '事業の内容を見る',
  chooseFirst: '先に、更新された項目の内容を選んでください。',
  keySave: 'Ctrl+S',
  keyCheck: 'Ctrl+Enter',
  shortcutSave: 'Control+S',
  shortcutCheck: 'Control+Enter',
} as const;

/** For whom last year has no text: how long and of what kind. */
export const proseExample = {
  summary: '大規模災害に備えるため、避難所となる小中学校に、発電機と簡易トイレを整備する。',
  innovation: '地域の自主防災組織と配置の場所を決め、春と秋の訓練で使い方を確かめる。',
} as const;

export const saveFailureText = {
  unavailable: '一時的に使えません。入力内容はこの端末に残っています。',
  unreachable: 'サーバーに接続できません。入力内容はこの端末に残っています。',
  busy: '混み合っています。入力内容はこの端末に残っています。',
  interrupted: '保存の結果を受け取れませんでした。入力内容はこの端末に残っています。',
  failed: '保存できませんでした。入力内容はこの端末に残っています。もう一度保存してください。',
  noStorage: 'この端末には入力内容を控えられません。保存するまで画面を閉じないでください。',
} as const;

export const restoreText = {
  title: (time: string): string => `保存していない入力があります（${time}）。`,
  restore: '復元',
  discard: '破棄',
  restored: '復元しました。',
  discarded: '破棄しました。',
  uneditable: '編集できないため、保存していません。この端末に残っています。必要な部分を控えてください。',
} as const;

export const addTitle = (year: number): string => `${yearName(year)}の事業の追加`;
