import type { EditionDocumentKind } from './edition';
import type { WordingPart } from './wordings';

/** One printed place that two editions of a document don't have alike. */
export type Difference = {
  /** Where it stands, in words for who has the paper. */
  place: string;
  kind: 'changed' | 'added' | 'removed' | 'moved';
  /** As printed; null where there is nothing of it. What moved says where it stood and stands. */
  before: string | null;
  after: string | null;
};

export type PlaceToCorrect = { document: EditionDocumentKind; place: string };
/** Why one place is corrected, where that isn't the reason of the whole edition. */
export type PlaceReason = PlaceToCorrect & { reason: string };

/** With what differs of two long texts, and what stands round it. */
export type ShownDifference = Difference & { excerpts: WordingPart[][] };

/** By document: 資料, 別紙. */
export type DocumentDifferences = { document: EditionDocumentKind; differences: ShownDifference[] };

/** Each once: two rows that moved, or two entries of one name, have the same place, and one reason. */
export const placesToCorrect = (documents: readonly DocumentDifferences[]): PlaceToCorrect[] =>
  documents.flatMap(({ document, differences }) =>
    Array.from(new Set(differences.map(({ place }) => place)), (place) => ({ document, place })),
  );
