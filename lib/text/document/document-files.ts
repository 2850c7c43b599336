import { formatEraDateTime } from '@/lib/text/format';

/** What the files of a document say beside the document. */
export const documentFileText = {
  /** 確定前の資料（令和8年11月26日 14:05現在） */
  draftOf: (at: Date): string => `確定前の資料（${formatEraDateTime(at)}現在）`,
  /** Heads of the table for machines, in their order. */
  columns: {
    document: '資料番号',
    title: '資料名',
    state: '状態',
    section: '見出し',
    item: '項目',
    row: '行の区分',
    kind: '種別',
    fiscalYear: '年度（西暦）',
    amount: '金額',
    unit: '単位',
    text: '本文',
  },
  rows: { entry: '事業', rest: 'その他の事業', category: '経費区分', total: '計', correction: '訂正' },
  unit: '千円',
  heading: '事業名・予算額の表示',
  amount: '予算額',
  note: '注記',
  prose: '説明',
  printSheet: '印刷用',
  dataSheet: 'データ',
  errataSheet: '正誤表',
  replaced: 'CP932にない文字',
} as const;

/** Formats that nobody calls by their name in addresses. */
const FORMAT_NAMES: Record<string, string> = {
  docx: 'Word',
  xlsx: 'Excel',
  'csv-cp932': 'CSV（シフトJIS）',
  fragment: 'HTML（貼り付け用）',
  txt: 'テキスト',
  schema: 'JSONスキーマ',
  zip: 'すべての形式（ZIP）',
};

/** PDF, of pdf. */
export const formatText = (format: string): string => FORMAT_NAMES[format] ?? format.toUpperCase();
