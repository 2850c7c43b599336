/** 案 is published while the year is drafted, 初版 is the first edition that is final, 訂正版 every later one. */
export const EDITION_KINDS = ['draft', 'first', 'corrected'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** The documents of an edition; a 訂正版 has its 正誤表. */
export const EDITION_DOCUMENTS = ['document', 'annex', 'errata'] as const;
export type EditionDocumentKind = (typeof EDITION_DOCUMENTS)[number];

export type EditionName = { year: number; number: number; kind: EditionKind };

/** What a year's next edition will be. */
export function nextEditionKind(isOpen: boolean, earlier: readonly EditionKind[]): EditionKind {
  if (isOpen) return 'draft';
  return earlier.some((kind) => kind !== 'draft') ? 'corrected' : 'first';
}
