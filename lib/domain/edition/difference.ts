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

/** Why one place is corrected, where that isn't the reason of the whole edition. */
export type PlaceReason = { document: EditionDocumentKind; place: string; reason: string };

/** By document: 資料, 別紙. */
export type DocumentDifferences = { document: EditionDocumentKind; differences: Difference[] };
