import type { Difference, DocumentDifferences } from '@/lib/domain/edition/difference';
import type { EditionName } from '@/lib/domain/edition/edition';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { editionDocumentText, editionNumberText } from './edition';

export const differenceKindText: Record<Difference['kind'], string> = {
  changed: '変更',
  added: '追加',
  removed: '削除',
  moved: '掲載順',
};

const countOf = (documents: readonly DocumentDifferences[]): number =>
  documents.reduce((sum, { differences }) => sum + differences.length, 0);

/** 資料 3件、別紙（事業一覧） 8件 */
const byDocument = (documents: readonly DocumentDifferences[]): string =>
  documents.map(({ document, differences }) => `${editionDocumentText[document]} ${differences.length}件`).join('、');

/** The differences of two editions, and of what is to be published. */
export const differencesText = {
  title: '版の比較',
  titleOf: (year: number): string => `版の比較（${yearName(year)}）`,
  withPrevious: (edition: EditionName): string => `${editionNumberText(edition)}を前の版と比較`,
  choice: '比較する版',
  from: '変更前の版',
  to: '変更後の版',
  show: '比較',
  tooFew: '版が二つ以上になると、比較できます。',
  count: (documents: readonly DocumentDifferences[]): string =>
    `変更箇所 ${countOf(documents)}件（${byDocument(documents)}）`,
  none: '変更箇所はありません。',
  caption: (document: DocumentDifferences['document']): string => `${editionDocumentText[document]}の変更箇所`,
  place: '場所',
  kind: '種別',
  before: '変更前',
  after: '変更後',
  absent: '（記載なし）',
  blank: '（空欄）',
  since: '前の版からの変更箇所',
  sinceEdition: (edition: EditionName): string => `${editionNumberText(edition)}と比べた結果です。`,
  correctsEdition: (edition: EditionName): string =>
    `${editionNumberText(edition)}と比べた結果です。このとおり正誤表に掲載されます。`,
  noPrevious: 'この年度の版はまだないため、比べる版はありません。',
  showAll: '変更箇所を表示',
  comparing: '前の版と比べています。',
} as const;
