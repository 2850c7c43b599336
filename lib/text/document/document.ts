import type { EditionName } from '@/lib/domain/edition/edition';
import type { Mark } from '@/lib/domain/entry/entry-field-table';
import type { PrintedProse } from '@/lib/domain/entry/entry-fields';
import { toPrintedWidth } from '@/lib/domain/printed-width';
import { fiscalYearName } from '@/lib/domain/year/fiscal-year';
import { editionNameText } from '@/lib/text/edition/edition';
import { formatDate } from '@/lib/text/format';

const PRINTED_MARKS: Partial<Record<Mark, string>> = { new: '≪新規≫', expanded: '≪拡充≫' };

/** What the printed document says by itself; everything else in it is data of the ward. */
export const documentText = {
  title: (year: number, title: string): string => `${fiscalYearName(year)} ${title}`,
  author: (wardName: string): string => `${wardName}役所`,
  subject: (year: number, wardName: string): string => `${wardName}の${fiscalYearName(year)}予算`,
  contents: '目次',
  watermark: '案・取扱注意',
  totalsHeading: toPrintedWidth('【1 区長（区CM）が関与する予算額】'),
  totalsCaption: '区長（区ＣＭ）が関与する予算額の推移',
  unit: '（単位：千円）',
  /** Over the names of the rows. */
  corner: '区分',
  categoryLabel: (name: string): string => `うち${name}`,
  priorityHeading: toPrintedWidth('【2 重点的に取り組む事業】'),
  noPriorityEntries: '該当する事業はありません。',
  /** Of the marks, those that readers look for are printed. */
  entryName: (name: string, mark: Mark | null): string => `○${mark ? (PRINTED_MARKS[mark] ?? '') : ''}${name}`,
  /** 〈令和４年度予算額：3,898千円、 and 令和３年度予算額：3,592千円〉 */
  entryFigures: (figures: readonly (readonly [year: number, amount: string])[]): string[] =>
    figures.map(([year, amount], index) => {
      const opening = index === 0 ? '〈' : '';
      const closing = index === figures.length - 1 ? '〉' : '、';
      return `${opening}${fiscalYearName(year)}予算額：${amount}${closing}`;
    }),
  withUnit: (amount: string): string => `${amount}千円`,
  unknown: '－',
  /** In the place of last year's amount. */
  newProject: '新規',
  unprintedEntry: '（この事業は印刷できません）',
  unprintedText: '（この文言は印刷できません）',
  labels: { summary: '【概要】', innovation: '【工夫点】' } satisfies Record<PrintedProse, string>,
} as const;

const HASH_LENGTH = 8;

/** At the foot of an edition: 令和４年度 第２版（訂正版）　2026年11月26日　a1b2c3d4 */
export const editionStatement = (edition: EditionName, publishedAt: Date, modelSha256: string): string =>
  [toPrintedWidth(editionNameText(edition)), formatDate(publishedAt), modelSha256.slice(0, HASH_LENGTH)].join('　');

/** 別紙: the list of every entry of the year. */
export const annexDocumentText = {
  /** 港区関連予算（案）概要 → 港区関連予算（案）事業一覧 */
  title: (year: number, title: string): string => documentText.title(year, `${title.replace(/概要$/, '')}事業一覧`),
  mark: '別紙',
  categoryHeading: (number: number, name: string): string => toPrintedWidth(`【${number} ${name}】`),
  number: (category: number, entry: number): string => `${category}-${entry}`,
  columns: (year: number, draftMark: string) => ({
    number: '番号',
    name: '事業名',
    department: '担当課',
    amount: `${fiscalYearName(year)}予算額${draftMark}①`,
    lastYearAmount: `${fiscalYearName(year - 1)}当初②`,
    difference: '増減①－②',
    remarks: '備考',
  }),
  name: (name: string, mark: Mark | null): string => `${mark ? (PRINTED_MARKS[mark] ?? '') : ''}${name}`,
  remarks: { new: '新規', expanded: '拡充', continued: null, ending: '廃止予定', ended: '廃止', moved: '移管' },
  /** Between several remarks of one row. */
  joined: (remarks: readonly string[]): string => remarks.join('、'),
  rest: 'その他（別紙掲載分）',
  subtotal: '小計',
  sumsHeading: '【合計】',
  notes: ['△は減を示す。', '「0」は該当する額がないこと、「－」は金額が定まっていないことを示す。'],
} as const;

type Place = { line?: number; year?: number };
const atLine = ({ line }: Place): string => (line === undefined ? '' : `${line}行目：`);
const ofYear = ({ year }: Place): string => (year === undefined ? '' : fiscalYearName(year));

/** Why a document that was to be read is refused; names the column or the line. */
export const readErrorText = {
  no_table: () => '年度別の予算額の表がありません。',
  no_title: () => '標題と資料番号がありません。',
  torn_table: (place: Place) => `${atLine(place)}表の年度と金額の数が合いません。`,
  unreadable_figure: (place: Place) => `${atLine(place)}${ofYear(place)}の列の金額を読み取れません。`,
  no_unit: () => '表に「（単位：千円）」がありません。',
  unexpected_line: (place: Place) => `${atLine(place)}どこにも当てはまらない行です。`,
  totals_differ: (place: Place) => `${ofYear(place)}の列で、経費区分の合計が総額と一致しません。`,
  entries_exceed_total: (place: Place) => `${ofYear(place)}の列で、重点事業の合計が総額を超えています。`,
  no_explanation: () => '経費区分の説明または注記がそろっていません。',
  unreadable_heading: (place: Place) => `${atLine(place)}事業名と予算額を読み取れません。`,
  no_entries: () => '重点的に取り組む事業がありません。',
  incomplete_entry: (place: Place) => `${atLine(place)}事業の概要または工夫点がありません。`,
  years_differ: (place: Place) => `${atLine(place)}年度が表の年度と一致しません。`,
} as const;

/** What a reader finds in a document that it takes. */
export const readFindingText = {
  trailing_separator: '見出しの「〉」の前に読点があります。除いて読み取りました。',
  missing_separator: '見出しの金額の間に読点がありません。補って読み取りました。',
  stray_space: '見出しの「〈」の前に空白があります。除いて読み取りました。',
  blank_name: '事業名がありません。',
  repeated_entry: '同じ名前の事業が二つ以上あります。',
  text_cut_short: '概要または工夫点が文の途中で終わっています。',
  not_read: '読み取らなかった行です。',
} as const;

/** What `npm run document:read` says. */
export const documentReadText = {
  usage: '使い方：npm run document:read -- ファイル.txt または ファイル.pdf [--json]',
  refused: (file: string, why: string): string => `${file}を読み取れません。${why}`,
  read: (title: string, mark: string): string => `${title}（${mark}）を読み取りました。`,
  category: (name: string, amount: string): string => `${name}　${amount}千円`,
  entries: (count: number, amount: string): string => `重点的に取り組む事業　${count}件　${amount}千円`,
  entry: (name: string, amount: string, lastYear: string): string => `　${name}　${amount}（前年度 ${lastYear}）`,
  findings: '確認する点',
  noFindings: '確認する点はありません。',
  place: (line: number, excerpt: string): string => `　${line}行目：${excerpt}`,
} as const;
