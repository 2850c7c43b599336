import { yearName } from '@/lib/domain/year/fiscal-year';

export const earlierTotalsText = {
  title: '過去の年度の合計',
  lead: 'このプログラムで編成した年度より前の、経費区分ごとの合計です。資料とホームの表とグラフに掲載します。単位は千円です。分からない額は空欄に、その年度になかった経費区分は0にします。',
  printedBy: (years: readonly number[]): string =>
    `${years.map(yearName).join('、')}は確定していますが、公表していません。合計を変えると、その資料の表も変わります。`,
  caption: '過去の年度の合計（千円）',
  category: '経費区分',
  sum: '計',
  incomplete: '未入力あり',
  check: '照合する計',
  checkSupport: '当時の資料の計を入力すると、上の計と比べます。保存はしません。',
  same: '一致',
  difference: '差',
  cell: (category: string, year: number): string => `${category} ${yearName(year)}`,
  older: 'さらに前の年度を表示',
  removeTitle: '誤って記録した年度を取り消す',
  remove: (year: string): string => `${year}を取り消す`,
  removeQuestion: (year: string): string => `${year}の記録を取り消しますか？`,
  removeBody: 'この年度の合計がすべて消え、資料とホームの表から除かれます。必要になったときは、合計を入力し直します。',
  removed: (year: string): string => `${year}の記録を取り消しました。`,
  empty: 'これより前の年度は扱えません。',
} as const;
