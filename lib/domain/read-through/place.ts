import type { EntryField, FieldWhere } from '@/lib/domain/entry/entry-fields';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';

/** How many are marked by one request. */
export const PLACES_PER_REQUEST = 50;

export const READ_DOCUMENTS = ['document', 'annex'] as const;
export type ReadDocumentKind = (typeof READ_DOCUMENTS)[number];

/** What a printed figure or text comes from. What is computed nobody types. */
export type Source =
  | { kind: 'year'; field: keyof DocumentTexts }
  | { kind: 'category'; categoryId: string; field: 'name' | 'explanation' }
  | { kind: 'total'; categoryId: string; year: number }
  | { kind: 'entry'; entryId: string; field: EntryField }
  | { kind: 'lastYear'; entryId: string }
  /** Of an entry of last year that this year hasn't. */
  | { kind: 'ended'; projectId: string }
  | { kind: 'computed' };

/** The fields of an entry that are read; flags and options are part of what they stand beside. */
export type PlacedField = FieldWhere<{ isPrinted: true; kind: 'line' | 'prose' | 'amount' }>;

/** What stands at a place, for its label. */
export type PlaceWhat =
  | keyof Omit<DocumentTexts, 'printsMarks'>
  | 'category'
  | 'explanation'
  | PlacedField
  | 'department'
  | 'lastYear'
  | 'difference'
  | 'total';

/**
 * A printed figure or text. Its key says what it is of and stays the same when something is put before it; its paths say where
 * it stands in the document's tree, a text of several paragraphs at several.
 */
export type Place = {
  key: string;
  document: ReadDocumentKind;
  paths: string[];
  /** What it stands under: a heading of the document, or an entry's name. */
  group: string;
  what: PlaceWhat;
  /** Of which row, and of which year, where the label has to say it. */
  of?: string;
  year?: number;
  isFigure: boolean;
  value: string;
  sourceValue: string;
  source: Source;
};

/** Whether the paper says what its source says. */
export const isSame = ({ value, sourceValue }: Pick<Place, 'value' | 'sourceValue'>): boolean => value === sourceValue;
