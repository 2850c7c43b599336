import type { EntryContent, FieldWhere } from '@/lib/domain/entry/entry-fields';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';

/** A year's data as the document needs it; amounts in 千円, null while not known. */
export type DocumentInput = {
  year: number;
  wardName: string;
  /** What isn't a final edition says on every page that it is a draft. */
  isDraft: boolean;
  /** A past year of which the totals alone were taken over: it has no section of entries, and says nothing about them. */
  hasTotalsOnly: boolean;
  texts: DocumentTexts;
  categories: DocumentCategory[];
  entries: DocumentEntry[];
  /** Last year's entries that no entry of their category goes on with: their amounts stay where they were. */
  carried: CarriedEntry[];
};

/**
 * A category and its totals by year: one that ended, too, as long as its years stand in the table. A year without a key isn't on
 * record; a category that a year on record doesn't have comes to 0 in it.
 */
export type DocumentCategory = {
  id: string;
  name: string;
  explanation: string;
  sortOrder: number;
  totals: Readonly<Record<number, number | null>>;
  /** Nothing of this year is left out of its entries, whatever is blank. */
  isAllListed?: boolean;
};

export type DocumentEntry = Pick<EntryContent, FieldWhere<{ isPrinted: true }>> & {
  lastYearAmount: number | null;
  /** There was no such project last year; the amount is 0 then. */
  isNew: boolean;
  categoryId: string;
  departmentName: string;
  /** Last year it stood in another category, where its amount of then is carried. */
  isMoved: boolean;
  sortOrder: number;
  status: EntryStatus;
};

/** Moved into another category, or ended. */
export type CarriedEntry = Pick<
  DocumentEntry,
  'name' | 'categoryId' | 'departmentName' | 'lastYearAmount' | 'isMoved' | 'sortOrder'
>;
