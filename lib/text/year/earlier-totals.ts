import { yearName } from '@/lib/domain/year/fiscal-year';

export const earlierTotalsText = {
  title: '過去の年度の合計',
  lead: 'このプログラムで編成した年度より前の、経費区分ごとの合計です。資料とホームの表とグラフに掲載します。単位は千円です。分からない額は空欄に、その年度になかった経費区分は0にします。',
  paste: 'Excelの範囲をコピーして、左上にしたい欄に貼り付けられます。',
  caption: '過去の年度の合計（千円）',
  category: '経費区分',
  sum: '計',
  incomplete: '未入力あり',
  check: '照合する計',
  checkSupport: '当時の資料の計を入力すると、上の計と比べます。保存はしません。',
  same: '一致',
  difference: '差',
  cell: (category: string, year: number): string => `${category} ${yearName(year)}`,
  pasted: (count: number): string => `${count}件の額を貼り付けました。`,
  unread: (count: number): string => `${count}件は額として読めません。`,
  outside: (count: number): string => `表の外になる${count}件は貼り付けていません。`,
  older: 'さらに前の年度を表示',
  empty: 'これより前の年度は扱えません。',
} as const;
