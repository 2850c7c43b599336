import { yearName } from '@/lib/domain/year/fiscal-year';

export const lastYearAmountsText = {
  title: (year: number): string => `${yearName(year)}の事業の前年度の金額`,
  link: '前年度の事業の金額を入力',
  lead: (year: number): string =>
    `${yearName(year - 1)}に対応する事業がない事業の、前年度の金額です。単位は千円です。分からない額は空欄にします。新規事業に金額を入力すると、新規ではなくなります。`,
  empty: '前年度の金額を入力する事業はありません。前年度に対応する事業がある事業では、その金額が使われます。',
  closed: 'この年度は確定しているため、変更できません。',
  caption: '前年度の金額（千円）',
  number: '番号',
  name: '事業名',
  department: '担当課',
  amount: (year: number): string => yearName(year - 1),
  isNew: '新規',
  cell: (name: string): string => `${name}の前年度の金額`,
  checkCaption: '前年度の合計との照合（千円）',
  category: '経費区分',
  sum: '前年度の事業の計',
  total: '前年度の合計',
  rest: '差',
  exceeded: '合計を超えています',
  notKnown: '－',
} as const;
