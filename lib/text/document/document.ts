import type { Mark } from '@/lib/domain/entry/entry-field-table';
import { toPrintedWidth } from '@/lib/domain/printed-width';
import { fiscalYearName } from '@/lib/domain/year/fiscal-year';

const PRINTED_MARKS: Partial<Record<Mark, string>> = { new: '≪新規≫', expanded: '≪拡充≫' };

/** What the printed document says by itself; everything else in it is data of the ward. */
export const documentText = {
  title: (year: number, title: string): string => `${fiscalYearName(year)} ${title}`,
  watermark: '案・取扱注意',
  totalsHeading: toPrintedWidth('【1 区長（区CM）が関与する予算額】'),
  totalsCaption: '区長（区ＣＭ）が関与する予算額の推移',
  unit: '（単位：千円）',
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
  summary: '【概要】',
  innovation: '【工夫点】',
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
