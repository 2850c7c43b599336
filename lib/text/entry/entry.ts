import type { LastYear, Mark } from '@/lib/domain/entry/entry-field-table';
import type { EntryField, FieldWhere, OptionField } from '@/lib/domain/entry/entry-fields';
import type { EntryView, LastYearSource } from '@/lib/domain/entry/entry-view';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { editionNameText } from '@/lib/text/edition/edition';
import { imported, newProject } from '@/lib/text/terms';

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

/** The names of an entry's fields, the same in forms, errors, confirmation and history. */
export const entryFieldText: Record<EntryField, string> = {
  name: '事業名',
  budgetName: '予算書上の事業名',
  categoryId: '経費区分',
  departmentId: '担当課',
  amount: '予算額',
  rank: '課内の優先順位',
  lastYear: '前年度',
  lastYearProjectId: '前年度の事業',
  recordedLastYearAmount: '前年度の金額',
  mark: '区分',
  isPriority: '重点的に取り組む事業',
  summary: '概要',
  innovation: '工夫点',
  opinionsAndPledges: '区民意見・公約との対応',
  remarks: '備考',
};

export const inThousandYen = (field: EntryField): string => `${entryFieldText[field]}（千円）`;

/** What a text should say. */
export const proseSupport: Record<FieldWhere<{ kind: 'prose' }>, string> = {
  summary: '何を、なぜ行うか。',
  innovation: '進め方、連携先、新しい点。',
  opinionsAndPledges: '区民の意見や区長の公約のうち、この事業が応えるもの。資料には掲載しません。',
};

export const lastYearText: Record<LastYear, string> = {
  new: '新規事業',
  project: '前年度の事業の続き',
  amount: '前年度の金額を入力',
  '': '前年度の金額は不明',
};

type OfLastYear = Pick<EntryView, 'year' | 'lastYearSource' | 'lastYearEdition'>;
/** Where last year's amount comes from. */
export function lastYearSourceText({ year, lastYearSource, lastYearEdition }: OfLastYear): string {
  const name = yearName(year - 1);
  const words: Record<LastYearSource, string> = {
    edition: lastYearEdition ? editionNameText(lastYearEdition) : '',
    expected: `${name}の事業の予算額（編成中のため見込み）`,
    settled: `${name}の事業の予算額（確定）`,
    recorded: '記録した金額',
    new: newProject,
    unknown: '不明',
  };
  return words[lastYearSource];
}

export const markText: Record<Mark | '', string> = {
  new: '新規',
  expanded: '拡充',
  continued: '継続',
  ending: '廃止予定',
  '': '指定なし',
};

/** The words of each fixed list; '' is nothing of it. */
export const optionText: Record<OptionField, Record<string, string>> = { lastYear: lastYearText, mark: markText };

export const entryText = {
  backToList: '事業一覧に戻る',
  lastYearSource: '前年度の金額の出所',
  backToEntry: '事業の内容に戻る',
  list: '事業一覧',
  edit: '編集',
  check: '提出内容を確認',
  history: '履歴',
  difference: '増減',
  goesOn: (name: string): string => `前年度の「${name}」の続き`,
  thousandYen: '千円',
  status: '状態',
  yes: '該当する',
  no: '該当しない',
  notEntered: '未入力',
  revisions: (count: number): string => `全${count}版`,
  /** What was done last, and by whom. */
  updatedBy: (time: string, name: string | null, action: string): string =>
    name === null ? `${time} ${imported}` : `${name}が${time}に${action}`,
  amountOf: (year: string): string => `${year}予算額`,
  ratio: '増減率',
  remainder: (category: string): string => `${category}の枠の残り`,
  over: (category: string): string => `${category}の枠の超過`,
  partly: '（未入力あり）',
  lastTime: (action: string): string => `前回の${action}`,
  sentBackBy: (name: string, day: string): string => `${name}（${day}）`,
  waitsFor: (deciders: readonly string[]): string =>
    deciders.length > 0 ? `承認できる人：${deciders.join('、')}` : '',
  lacks: (fields: readonly string[]): string => `未入力の項目：${fields.join('、')}`,
  noAction: '現在の状態とあなたの役割では、この事業に対する操作はありません。',
  ownWork: (deciders: readonly string[]): string =>
    `自分が起案、編集または提出した事業のため、承認も差戻しもできません。${
      deciders.length > 0 ? `承認できる人：${deciders.join('、')}` : ''
    }`,
} as const;

/** What a return asks for beside its reason. */
export const toMendText = {
  title: '直す項目',
  of: (labels: readonly string[]): string => `直す項目：${labels.join('、')}`,
} as const;

/** A reason that was typed and not sent. */
export const unsentReasonText = {
  title: (label: string): string => `入力途中の${label}`,
  stays: '入力した内容は、キャンセルしてもこの端末に残ります。',
  unsent: 'まだ送信していません。この端末に残っています。',
  impossible:
    '事業の状態が変わり、この操作ができなくなったため、送信していません。この端末に残っています。必要な部分を控えてください。',
  resume: '続きを入力',
  discard: '入力を破棄',
  /** Asked before something else is decided. */
  question: (labels: readonly string[]): string => `${labels.join('と')}が入力途中です`,
  consequence: (final: string): string =>
    `「${final}」を押すと、入力途中の理由は送信されません。この端末には残ります。`,
} as const;

/** The texts of an entry, alone or beside last year's. */
export const textsText = {
  title: '概要と工夫点',
  views: '表示',
  changes: '変更箇所を表示',
  alone: '今年度だけ表示',
  beside: '前年度と並べて表示',
  key: 'Alt+Z',
  now: (year: string, isOpen: boolean): string => (isOpen ? `${year}（案）` : year),
  before: (year: string, isApproved: boolean): string => `${year}（${isApproved ? '承認された文' : '未承認の文'}）`,
  none: '（なし）',
  /** Since it came back. */
  changed: '変更あり',
} as const;

export const withdrawText = {
  title: (name: string): string => `「${name}」を取り下げますか？`,
  body: '取り下げると編集も提出もできなくなり、一覧では取下げと表示されます。内容は履歴に残ります。取り下げた本人は、取下げを取り消せます。',
  final: 'この事業を取り下げる',
} as const;

export const workflowConflict = {
  changed: (changes: readonly string[]): string => `変更箇所：${changes.join('、')}`,
  statusChanged: (before: string, after: string): string => `状態（${before}から${after}）`,
  remedy: '最新の内容を表示しました。',
} as const;
