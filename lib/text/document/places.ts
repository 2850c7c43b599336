import { toPrintedWidth } from '@/lib/domain/printed-width';
import { fiscalYearName } from '@/lib/domain/year/fiscal-year';

/** Where in a document something stands, said to who has it on paper. */
export const placeText = {
  title: '標題',
  mark: '資料番号',
  watermark: '透かし',
  heading: '見出し',
  table: (section: string): string => `${section}の表`,
  prose: '説明文',
  note: '注記',
  year: fiscalYearName,
  unit: '単位の表示',
  columnHeading: '列の見出し',
  rowName: '名称',
  numbers: '番号',
  order: '掲載順',
  paragraph: (number: number): string => toPrintedWidth(`第${number}段落`),
  position: (number: number): string => toPrintedWidth(`${number}番目`),
  entryName: '事業名',
  budgetOf: (year: number): string => `${fiscalYearName(year)}予算額`,
  figures: '予算額の表示',
  range: (first: string, last: string): string => (first === last ? first : `${first}～${last}`),
  /** From the outer to the inner. */
  within: (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('　'),
} as const;
