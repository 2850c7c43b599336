import type { EditionDocumentKind } from './edition';

/** One printed place that two editions of a document don't have alike. */
export type Difference = {
  /** Where it stands, in words for who has the paper. */
  place: string;
  kind: 'changed' | 'added' | 'removed' | 'moved';
  /** As printed; null where there is nothing of it. What moved says where it stood and stands. */
  before: string | null;
  after: string | null;
};

/** By document: 資料, 別紙. */
export type DocumentDifferences = { document: EditionDocumentKind; differences: Difference[] };
