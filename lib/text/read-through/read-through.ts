import type { TextField } from '@/lib/domain/entry/entry-fields';
import type { ReadersNeeded } from '@/lib/domain/read-through/mark';
import type { Place, PlacedField, PlaceWhat, ReadDocumentKind } from '@/lib/domain/read-through/place';
import type { Origin } from '@/lib/domain/read-through/read-through';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { editionNameText } from '@/lib/text/edition/edition';
import { entryFieldText } from '@/lib/text/entry/entry';
import { statusText } from '@/lib/text/entry/entry-status';
import { formatCount, formatDateTime } from '@/lib/text/format';
import { documentTextLabels, yearSettingsText } from '@/lib/text/year/year-settings';

export const readThroughText = {
  title: '読み合わせ',
  /** 読み合わせ（令和5年度） */
  titleOf: (year: number): string => `読み合わせ（${yearName(year)}）`,
  read: '確認済',
  needed: {
    0: '読み合わせをせずに公表できます。',
    1: '公表するには、すべての箇所を1人が確認します（その値を入力した人を除く）。',
    2: '公表するには、すべての箇所を2人が確認します（その値を入力した人を除く）。',
  } satisfies Record<ReadersNeeded, string>,
  document: { document: '資料', annex: '別紙' } satisfies Record<ReadDocumentKind, string>,
  count: (name: string, done: number, all: number): string => `${name} ${formatCount(done)}／${formatCount(all)}`,
  again: (count: number): string => `出典が変わり確認し直す箇所 ${count}件`,
  differences: (count: number): string => `違いの記録 ${count}件`,
  onlyLeft: '未確認だけ表示',
  showAll: 'すべて表示',
  back: '資料に戻る',
  list: '確認する箇所の一覧',
  number: '番号',
  place: '箇所（掲載順）',
  printedValue: '資料の値',
  source: '出典',
  check: '確認',
  printedHere: '資料',
  printedHereThousand: '資料（千円）',
  sourceThousand: '出典（千円）',
  same: '値は一致',
  differs: '値が不一致',
  unread: '未確認',
  ownText: '自分が入力',
  ownTextHelp: 'この値は自分が入力したため、ほかの人が確認します。',
  changed: (at: string): string => `${at}に出典変更`,
  noted: (name: string): string => `違い（${name}）`,
  markAndGoOn: '確認して次へ',
  goOn: '次へ',
  note: '違いを記録',
  noteLabel: '違いの内容',
  noteSupport: '資料と出典のどこが違うかを書きます。出典が変わるか、記録を取り消すまで、公表できません。',
  noteDone: '違いを記録しました。',
  withdrawNote: '違いの記録を取り消す',
  left: '記録した人は、この区で確認できなくなっています。',
  dropNote: (name: string): string => `${name}の違いの記録を取り消す`,
  dropped: '違いの記録を取り消しました。',
  takeBack: '確認を取り消す',
  takeBackLast: '直前の確認を取り消す',
  move: '移動',
  actions: '読み合わせの操作',
  allRead: 'すべての箇所を確認しました。',
  before: (count: number): string => `前の箇所を表示（${formatCount(count)}件）`,
  after: (count: number): string => `次の箇所を表示（${formatCount(count)}件）`,
  noneLeft: '未確認の箇所はありません。',
  cameBack: (count: number, why: string): string =>
    count === 1 ? `確認を保存できませんでした。${why}` : `${count}件の確認を保存できませんでした。${why}`,
  changedMeanwhile: '内容が先に変わっています。最新の内容を確認してください。',
  viewerOnly: '確認できるのは、起案者、承認者、予算管理者です。',
  pages: '印刷されるページ',
  pageOf: (page: number): string => `${page}ページ`,
  pageAlt: (name: string, page: number): string => `${name}の${page}ページ`,
  wholePage: 'ページ全体を表示',
  legendRead: '確認済',
  legendChanged: '出典が変更',
  noPicture: 'ページの画像を表示できません。時間をおいて、再読み込みしてください。',
  preparing: 'ページを準備しています。',
  noBox: 'この箇所の位置を表示できません。',
  setting: '読み合わせに必要な人数',
  settingSupport: '公表する前に、資料と別紙のすべての箇所を確認する人数です。値を入力した人は数えません。',
  settingChoice: { 0: '0人（しない）', 1: '1人', 2: '2人' } satisfies Record<ReadersNeeded, string>,
  settingNow: '（現在の設定）',
  settingDone: (needed: ReadersNeeded): string => `読み合わせに必要な人数を${needed}人にしました。`,
} as const;

type PlacedText = Extract<PlacedField, TextField>;

/** For names of places that are printed in more than one row, e.g. 区長自由経費　令和4年度. */
const whatText: Record<Exclude<PlaceWhat, PlacedText>, (year: number) => string> = {
  title: () => documentTextLabels.title,
  mark: () => documentTextLabels.mark,
  draftMark: () => documentTextLabels.draftMark,
  totalLabel: () => documentTextLabels.totalLabel,
  personnelNote: () => documentTextLabels.personnelNote,
  annexNote: () => documentTextLabels.annexNote,
  category: () => '経費区分の名称',
  explanation: () => yearSettingsText.explanation,
  department: () => entryFieldText.departmentId,
  amount: (year) => `${yearName(year)}予算額`,
  lastYear: (year) => `${yearName(year)}予算額`,
  difference: () => '増減',
  total: (year) => yearName(year),
};

const isEntryText = (what: PlaceWhat): what is PlacedText => !(what in whatText);

/** 区長自由経費　令和4年度 */
export function placeText({ what, of, year }: Pick<Place, 'what' | 'of' | 'year'>, ofTotal: string): string {
  const name = isEntryText(what) ? entryFieldText[what] : whatText[what](year ?? 0);
  if (what === 'total') return `${of ?? ofTotal}　${name}`;
  return of ? `${of}　${name}` : name;
}

export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'entry':
      return `事業の第${origin.version}版`;
    case 'settings':
      return '年度の設定';
    case 'recorded':
      return '過去の年度の合計';
    case 'edition':
      return editionNameText(origin.edition);
    case 'lastYear':
      return `${yearName(origin.year)}の事業`;
    case 'saidNew':
      return '新規事業の指定';
    case 'recordedLastYear':
      return '事業の前年度の額';
    case 'computed':
      return '計算';
  }
}

/** Under the source of an open place. */
export function originDetail(origin: Origin): string {
  if (origin.kind === 'entry') return `${formatDateTime(new Date(origin.at))} ${statusText[origin.status]}`;
  return origin.kind === 'computed' ? '内訳の合計' : '';
}
