import type { EntryContent, FieldWhere } from '@/lib/domain/entry/entry-fields';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { DocumentTexts } from '@/lib/domain/year/year-settings';

/** A year's data as the document needs it; amounts in 千円, null while not known. */
export type DocumentInput = {
  year: number;
  isOpen: boolean;
  /** A past year of which the totals alone were taken over: it has no section of entries, and says nothing about them. */
  hasTotalsOnly: boolean;
  texts: DocumentTexts;
  categories: DocumentCategory[];
  entries: DocumentEntry[];
};

/**
 * A category and its totals by year. A year without a key is one in which the category did not exist; a category that
 * doesn't exist in the document's own year has no row, but counts in the totals of its years.
 */
export type DocumentCategory = {
  name: string;
  explanation: string;
  sortOrder: number;
  totals: Readonly<Record<number, number | null>>;
};

export type DocumentEntry = Pick<EntryContent, FieldWhere<{ isPrinted: true }>> & {
  lastYearAmount: number | null;
  /** There was no such project last year; the amount is 0 then. */
  isNew: boolean;
  sortOrder: number;
  status: EntryStatus;
};
