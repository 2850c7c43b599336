import { yearName } from '@/lib/domain/year/fiscal-year';
import type { OpenPoint, OpenPointKind } from '@/lib/domain/year/open-points';
import { entryText } from '@/lib/text/entry/entry';
import { formatCount, formatDateTime } from '@/lib/text/format';
import { annexText } from '@/lib/text/terms';
import { withUnit } from '@/lib/text/totals';

/** What is confirmed for itself has no count. */
export const titleWith = (title: string, count?: number): string =>
  count === undefined ? title : `${title}（${formatCount(count)}件）`;

export const closeYearText = {
  title: (year: number): string => `${yearName(year)}の編成の締切り`,
  lead: '締め切ると、この年度は「確定」になり、事業、枠、文言は変更できません。変更が必要になったときは、理由を付けて再開できます。',
  none: '締切りの前に確認する事項はありません。',
  toMend: '締切りまでに対応が必要です。',
  toConfirm:
    '対応するか、確認して印を付けてください。印を付けた事項は、年度の設定と資料の画面に表示され、操作記録に残ります。',
  confirm: (title: string, count?: number): string => `${titleWith(title, count)}をこのままにして締め切る`,
  mendFirst: (title: string): string => `${title}があるため、締め切れません。先に対応してください。`,
  confirmFirst: (title: string): string => `${title}に対応するか、確認して印を付けてください。`,
  count: (count: number): string => `${formatCount(count)}件`,
  closedYear: 'この年度は確定しています。',
  closed: '確定：',
  closedBy: (by: string, at: string): string => `${by}（${formatDateTime(new Date(at))}）`,
  confirmed: '締め切ったときに確認した事項',
};

/** What the confirmation of what stands against an act says. */
export type ConfirmationText = Pick<
  typeof closeYearText,
  'none' | 'toMend' | 'toConfirm' | 'confirm' | 'mendFirst' | 'confirmFirst'
>;

export const openPointTitle: Record<OpenPointKind, string> = {
  undecided: '承認されていない事業',
  unread: '読み合わせが終わっていない箇所',
  findings: '点検で誤りが見つかった事業',
  textFindings: '点検で誤りが見つかった資料の文言',
  blankAmount: '予算額が未入力の事業',
  blankAnnex: `${annexText}が未入力の経費区分`,
  sumDiffers: '記録した合計と内訳の計が異なる経費区分',
  lastYearOpen: '確定していない前年度',
  lastEntryDiffers: '公表後に変わった前年度の事業',
  lastTotalDiffers: '公表後に変わった前年度の経費区分の合計',
  lastYearExceeded: '前年度の事業の計が前年度の合計を超える経費区分',
  blankYear: '合計に未入力がある年度',
  blankEarlier: '合計に未入力がある過去の年度',
  overCeiling: '枠を超過している経費区分',
};

const printsEdition =
  '前年度の欄には、前年度の最新の版の金額が印字されます。現在の金額にするには、前年度の訂正版を公表してください。';

/** What comes of leaving it as it is, or what to do first. */
export const openPointEffect: Record<OpenPointKind, string> = {
  undecided: '承認するか、取り下げてください。',
  unread: '読み合わせを終えてください。',
  findings:
    '訂正してください。点検の指摘が正しくないときは、承認を解除して、事業の画面で理由を付けて許可してください。',
  textFindings: '誤りのまま資料に印字されます。点検の指摘が正しくないときは、一件ずつ確認して印を付けてください。',
  blankAmount: '資料の合計は「－」と印字されます。',
  blankAnnex: '資料の合計は「－」と印字されます。',
  sumDiffers: '資料には記録した合計が印字されます。',
  lastYearOpen: '前年度の金額は見込みです。この後に変わることがあります。',
  lastEntryDiffers: printsEdition,
  lastTotalDiffers: printsEdition,
  lastYearExceeded: '前年度の欄の内訳が合計と合いません。',
  blankYear: '資料の表で、その年度の合計は「－」と印字されます。',
  blankEarlier: '資料の表で、その年度の合計は「－」と印字されます。',
  overCeiling: '枠を超過したまま確定します。',
};

/** The same where a 案 is published. */
export const draftEffect: Partial<Record<OpenPointKind, string>> = {
  undecided: '承認前の内容で印字されます。',
  findings: '誤りのまま資料に印字されます。',
  unread: '読み合わせをしていない内容が印字されます。',
};

const WITH_FIGURE: Partial<Record<OpenPointKind, (amount: string) => string>> = {
  sumDiffers: (amount) => `差 ${amount}`,
  lastYearExceeded: (amount) => `${amount}超過`,
  overCeiling: (amount) => `${amount}超過`,
};

const amountText = (amount: number | null): string => (amount === null ? entryText.notEntered : withUnit(amount));

/** 区長自由経費（7,599千円超過）; of years the year. */
export function openPointText({ kind, id, name, value, published }: OpenPoint): string {
  if (kind === 'unread') return `${yearName(Number(id))}（${formatCount(value ?? 0)}件）`;
  if (name === '') return yearName(Number(id));
  if (kind === 'textFindings') {
    const [found, sentence] = name.split('\n');
    return found === sentence ? `「${found}」` : `「${found}」（${sentence}）`;
  }
  if (published !== undefined) return `${name}（版では${amountText(published)}、現在は${amountText(value)}）`;
  const figure = value === null ? undefined : WITH_FIGURE[kind]?.(withUnit(value));
  return figure ? `${name}（${figure}）` : name;
}
