import type { EditionName } from '@/lib/domain/edition/edition';
import { toPrintedWidth } from '@/lib/domain/printed-width';
import { editionNumberText } from '@/lib/text/edition/edition';

/** What a 正誤表 says by itself. */
export const errataText = {
  title: (corrected: string): string => `${corrected}の正誤表`,
  mark: '正誤表',
  heading: '【正誤表】',
  caption: '正誤表',
  /** 第１版（初版）を第２版（訂正版）で次のとおり訂正します。 */
  corrects: (from: EditionName, to: EditionName): string =>
    toPrintedWidth(`${editionNumberText(from)}を${editionNumberText(to)}で次のとおり訂正します。`),
  nothing: (from: EditionName, to: EditionName): string =>
    toPrintedWidth(`${editionNumberText(from)}と${editionNumberText(to)}に、相違箇所はありません。`),
  columns: { number: '番号', place: '場所', before: '誤', after: '正', reason: '理由' },
  /** 場所（１／３）: a wording that goes over several rows. */
  part: (place: string, number: number, count: number): string =>
    count === 1 ? place : `${place}（${toPrintedWidth(`${number}`)}／${toPrintedWidth(`${count}`)}）`,
  absent: '（記載なし）',
  blank: '（空欄）',
  same: '同上',
} as const;
