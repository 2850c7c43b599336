import type { Edition, EditionName } from '@/lib/domain/edition/edition';
import type { ReaderSummary } from '@/lib/domain/read-through/mark';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { formatCount, formatEraDateTime } from '@/lib/text/format';
import { editionNameText, editionNumberText } from './edition';

/** The list of what was published, and the page of one of it. */
export const editionsText = {
  title: '公表した資料',
  list: '版の一覧',
  all: '公表した資料の一覧',
  empty: '公表した資料はまだありません。',
  year: '年度',
  edition: '版',
  at: '公表の日時',
  by: '公表した人',
  reason: '訂正の理由',
  none: '－',
  confirmed: '公表したときに確認した事項',
  readers: '読み合わせをした人',
  reader: ({ name, marked, lastAt }: ReaderSummary): string =>
    `${name}　${formatCount(marked)}件（${formatEraDateTime(new Date(lastAt))}まで）`,
  documents: '資料と別紙',
  document: '資料',
  files: 'ファイル',
  /** Of one edition among several. */
  filesOfEdition: (edition: EditionName): string => `${editionNameText(edition)}のファイルとSHA-256`,
  filesOf: (document: string): string => `${document}のファイル`,
  format: '形式',
  name: 'ファイル名',
  bytes: '大きさ',
  hash: 'SHA-256',
  hashSupport: 'SHA-256は、ファイルの内容から計算した値です。手元のファイルの値と同じなら、公表したものと同じです。',
  zip: 'すべての形式（ZIP）を書き出す',
  pageTitle: (year: number, number: number): string => `第${number}版（${yearName(year)}）`,
  publishedAt: ({ publishedAt }: Pick<Edition, 'publishedAt'>): string => formatEraDateTime(new Date(publishedAt)),
  newest: (edition: Pick<Edition, 'number' | 'kind' | 'publishedAt'>): string =>
    `${editionNumberText(edition)}（${formatEraDateTime(new Date(edition.publishedAt))}）`,
  show: 'この版を表示',
  word: '公表：',
  changed: (edition: EditionName): string =>
    `${editionNumberText(edition)}の公表後に、事業または設定が変更されています。`,
  changedNext: '公表した版は変わりません。変更を反映するには、訂正版を公表します。',
  toDifferences: '違いを確認する',
  drawnAnew: 'この印刷イメージは、公表したPDFと異なることがあります。',
  drawnAnewSupport:
    '公表した後に、印刷のしかたが変わりました。印刷イメージは現在のしかたで描いています。公表したとおりの紙面は、PDFを書き出して確認してください。',
  draftBelow: '下は、いまの内容による確定前の資料です。',
} as const;
