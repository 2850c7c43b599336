import type { EditionDocumentKind } from '@/lib/domain/edition/edition';
import type { DocumentEntry, DocumentInput } from './document-input';
import type { PrintableModel } from './printable';
import { printedDocument } from './source';

/** What tests print where it doesn't matter what, or change in what they are about. */
export const ENTRY: DocumentEntry = {
  name: '事業',
  amount: 3898,
  lastYearAmount: 3592,
  isNew: false,
  mark: null,
  isPriority: true,
  sortOrder: 1,
  summary: '概要の文。',
  innovation: '工夫の文。',
  remarks: '',
  categoryId: 'b',
  departmentName: '総務課',
  isMoved: false,
  status: 'approved',
};
export const INPUT: DocumentInput = {
  year: 2023,
  wardName: '港区',
  isDraft: false,
  hasTotalsOnly: false,
  texts: {
    title: '概要',
    mark: '資料Ｄ‐１',
    draftMark: '（案）',
    totalLabel: '総額',
    personnelNote: '※ 注',
    annexNote: '別紙。',
    printsMarks: true,
  },
  categories: [
    { id: 'a', name: '乙', explanation: '乙の説明。', sortOrder: 2, totals: { 2021: 20, 2022: 21, 2023: null } },
    { id: 'b', name: '甲', explanation: '甲の説明。', sortOrder: 1, totals: { 2022: 11, 2023: 12 } },
    { id: 'c', name: '旧', explanation: '旧の説明。', sortOrder: 3, totals: { 2021: 5, 2022: 6 } },
  ],
  entries: [ENTRY],
  carried: [],
};

type Made = { source: { text: string }; kind: EditionDocumentKind };

/** A document's tree, as it is made beside the server. */
export const modelIn = (document: Made | undefined): PrintableModel | undefined =>
  document && printedDocument(document.source.text, document.kind);
