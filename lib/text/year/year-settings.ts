import { yearName } from '@/lib/domain/year/fiscal-year';
import type { DocumentTexts, YearFields } from '@/lib/domain/year/year-settings';
import { annexText } from '@/lib/text/terms';

export const firstYearText = {
  empty: '年度がまだありません。',
  body: '経費区分と資料の文言の初期値を登録します。どちらも「年度」の設定で変更できます。この操作は元に戻せません。',
} as const;

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

export const yearsText = {
  title: '年度',
  list: '年度の一覧',
  year: '年度',
  state: '状態',
  entries: '事業',
  undecided: '未承認',
  blankAnnex: annexText,
  open: '編成中',
  closed: '確定',
  count: (count: number): string => `${count}件`,
  notEntered: '未入力あり',
  entered: '入力済',
  totalsOnly: '－',
  openNext: (year: string): string => `${year}の編成を開始`,
  openTitle: (year: string): string => `${year}の編成を開始しますか？`,
  openBody: (from: string): string =>
    `${from}の資料の文言、経費区分、取り下げていない事業を複写します。事業は下書きになり、予算額、区分、課内の優先順位、枠、${annexText}は空欄です。この操作は元に戻せません。`,
  opened: (year: string, notCopied: readonly string[] = []): string =>
    notCopied.length === 0
      ? `${year}の編成を開始しました。`
      : `${year}の編成を開始しました。取り下げた事業${notCopied.length}件は複写していません：${quoted(notCopied)}`,
  closeYear: (year: string): string => `${year}の編成を締め切る`,
  reopenYear: (year: string): string => `${year}の編成を再開`,
  publish: '資料を公表',
  reopenTitle: (year: string): string => `${year}の編成の再開`,
  reopenReason: '再開の理由',
  reopenSupport:
    '操作記録に残り、ホームに表示されます。再開すると、この年度の事業、枠、文言を変更できるようになります。',
  reopenDone: (year: string): string => `${year}の編成を再開しました。`,
  reopened: '再開：',
  reopenedBy: (by: string, at: string): string => `${by}（${at}）`,
} as const;

export const yearSettingsText = {
  title: (year: number): string => `${yearName(year)}の設定`,
  toYears: '年度',
  closed: 'この年度は確定しているため、変更できません。変更が必要なときは、「年度」で理由を付けて再開できます。',
  categories: '経費区分',
  name: '名称',
  explanation: '説明',
  explanationSupport: '表の下に掲載する文',
  ceiling: '枠',
  ceilingLabel: '枠（千円）',
  annexAmount: annexText,
  annexLabel: `${annexText}（千円）`,
  recordedTotal: '記録されている合計',
  lead: '単位：千円。分からない額は空欄にします。',
  annexSupport: '登録していない事業の計',
  category: '区分',
  total: '合計',
  noLast: '－',
  incomplete: '未入力あり',
  rows: {
    ceiling: '枠',
    entries: '登録した事業の計',
    annexAmount: annexText,
    total: '計',
    remainder: '枠の残り',
  },
  fieldOf: (category: string, label: string): string => `${category}の${label}`,
  unsaved: (count: number): string => `保存していない変更 ${count}か所`,
  undo: '元に戻す',
  rename: '名称を変更',
  left: '左へ',
  right: '右へ',
  endFollows: '次の画面で確かめます。事業と金額があると廃止できません。',
  unchangedTexts: (count: number): string => `${count}件が前年度のまま`,
  allListed: '別紙にすべての事業を掲載',
  /** Several categories have the same fields. */
  wrongIn: (part: string, message: string): string => `${part}：${message}`,
  fields: '提出期限と資料の文言',
  texts: '資料の文言',
  deadlineSupport: 'この日までに課が提出します。期限を過ぎても提出できます。例：11月28日、令和8年11月28日',
  withMarks: '付ける',
  withoutMarks: '付けない',
  none: 'なし',
  empty: '経費区分がまだありません。',
  add: '経費区分を追加',
  addTitle: '経費区分の追加',
  continuedId: '引き継ぐ経費区分',
  continuedSupport:
    '名称を変えて続ける経費区分や、再び設ける経費区分は、その名称を選びます。前年度までの合計が同じ行に並びます。',
  continuesNone: '新しい経費区分',
  added: (name: string): string => `${name}を追加しました。`,
  end: '廃止',
  endOf: (name: string): string => `${name}を廃止`,
  endTitle: (name: string): string => `${name}をこの年度で廃止しますか？`,
  endBody:
    'この年度の経費区分から外れます。前年度までの合計は表に残り、この年度は0になります。再び設けるときは「経費区分を追加」で引き継ぎます。',
  ended: (name: string): string => `${name}を廃止しました。`,
  showEntries: 'この経費区分の事業を表示',
  showWithdrawn: 'この経費区分の取り下げた事業を表示',
  moved: (name: string, place: number): string => `${name}を${place}番目に移しました。`,
  backToYears: '年度の一覧に戻る',
  unchanged: '変更はありません。',
  notSaved: (names: readonly string[]): string => `${quoted(names)}は保存していません。理由を確認してください。`,
  savedOnes: (names: readonly string[]): string => `${quoted(names)}は保存しました。`,
} as const;

export const documentTextLabels: Record<keyof DocumentTexts, string> = {
  title: '標題',
  mark: '資料番号',
  draftMark: '表の当年度の見出しに付ける印',
  totalLabel: '合計の行の名称',
  personnelNote: '表の注記',
  annexNote: '別紙の案内',
  printsMarks: '事業名の前に区分（≪新規≫、≪拡充≫）を付ける',
};

export const yearFieldLabels: Record<keyof YearFields, string> = { deadline: '提出期限', ...documentTextLabels };
