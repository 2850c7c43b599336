import { formatAmount } from '@/lib/domain/amount';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { annexText } from '@/lib/text/terms';

/** 「𠮷」「✔」 */
export const quotedCharacters = (characters: readonly string[]): string =>
  characters.map((character) => `「${character}」`).join('');

export const documentPageText = {
  /** 資料（令和5年度） */
  titleOf: (year: number): string => `資料（${yearName(year)}）`,
  annexTitleOf: (year: number): string => `別紙・事業一覧（${yearName(year)}）`,
  kinds: '資料と別紙',
  export: (format: string): string => `${format}を書き出す`,
  otherFormats: 'ほかの形式',
  printed: '印刷イメージ',
  text: '本文',
  pageAlt: (page: number, pages: number): string => `${page}／${pages}ページ`,
  printing: '資料を作成しています。',
  notPrinted: '印刷できない箇所があります。',
  holes: '次の箇所を除いて印刷します。このままでは公表できません。内容を変更してから、もう一度書き出してください。',
  draft: 'すべての事業が承認されるまで、「案」としてだけ公表できます。',
  draftOfOpenYear: (year: number): string =>
    `前年度（${yearName(year)}）が確定するまで、前年度の金額は変わることがあります。`,
  undecided: (count: number): string => `承認されていない事業が${count}件あります。`,
  noEntries: '事業がまだありません。',
  totalsOnly: 'この年度は経費区分の合計だけが記録されています。事業の記録がありません。',
  withoutSection: '資料には合計の表だけを掲載し、「重点的に取り組む事業」は掲載しません。',
  incomplete: `${annexText}が入力されるまで、この年度の合計は「－」と印字されます。`,
  blankAnnexes: (names: readonly string[]): string => `${annexText}が未入力です：${names.join('、')}`,
  enterAnnexes: `${annexText}を入力`,
  toCheck: '書き出す前に確認する点があります。',
  overCeiling: (name: string, excess: number): string => `${name}が枠を${formatAmount(excess)}千円超えています。`,
  showEntries: 'この経費区分の事業を表示',
  blankAmounts: (count: number): string => `予算額が未入力の事業が${count}件あります。合計は「－」と印字されます。`,
  blankYear: (year: number): string => `${yearName(year)}の合計は、未入力の金額があるため「－」と印字されます。`,
  showYear: (year: number): string => `${yearName(year)}を開く`,
  unsettledYear: (year: number): string =>
    `前年度（${yearName(year)}）は確定していません。前年度の金額は見込みで、この後に変わることがあります。`,
  showUndecided: (year: number): string => `${yearName(year)}の未承認の事業を表示`,
  unknownLastYear: (count: number): string =>
    `前年度の金額が「－」と印字される事業が${count}件あります。編集画面の「前年度」で、新規事業、前年度の事業の続き、前年度の金額のいずれかを指定してください。`,
  hasUnprintable: '別の文字で印字される文字があります。',
  unprintable: '次の文字は資料の書体にないため、「〓」または標準の字形で印字されます。',
  yearTexts: '年度の文言・経費区分の説明',
  whoEnters: '（予算管理者が入力します。）',
} as const;
