import { fiscalYearName } from '@/lib/domain/fiscal-year';
import { houseStyle } from '@/lib/domain/house-style';

/** What the printed document says by itself; everything else in it is data of the ward. */
export const documentText = {
  title: (year: number, title: string): string => `${fiscalYearName(year)} ${title}`,
  watermark: '案・取扱注意',
  totalsHeading: houseStyle('【1 区長（区CM）が関与する予算額】'),
  totalsCaption: '区長（区ＣＭ）が関与する予算額の推移',
  unit: '（単位：千円）',
  yearHead: (year: number, isProposal: boolean): string => `${fiscalYearName(year)}${isProposal ? '（案）' : ''}`,
  categoryLabel: (name: string): string => `うち${name}`,
  priorityHeading: houseStyle('【2 重点的に取り組む事業】'),
  noPriorityEntries: '該当する事業はありません。',
  entryName: (name: string): string => `○${name}`,
  /** 〈令和４年度予算額：3,898千円、 and 令和３年度予算額：3,592千円〉 */
  entryFigures: (figures: readonly (readonly [year: number, amount: string])[]): string[] =>
    figures.map(([year, amount], index) => {
      const opening = index === 0 ? '〈' : '';
      const closing = index === figures.length - 1 ? '〉' : '、';
      return `${opening}${fiscalYearName(year)}予算額：${amount}${closing}`;
    }),
  withUnit: (amount: string): string => `${amount}千円`,
  unknown: '－',
  summary: '【概要】',
  innovation: '【工夫点】',
} as const;
