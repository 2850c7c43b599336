import type { EntryStatus } from './entry-workflow';

/** What still keeps a year's document from being the final one. */
export type DocumentState = {
  /** Printed with the watermark. */
  isDraft: boolean;
  undecided: { id: string; name: string; status: EntryStatus }[];
  /** Names of the categories whose 別紙掲載分 isn't known. */
  blankAnnexes: string[];
  /** A past year of which only the categories' totals were taken over. */
  hasTotalsOnly: boolean;
  /** Characters that the document's fonts lack, by the entry they stand in, or in the year's own texts. */
  unprintable: { entry: { id: string; name: string } | null; characters: string[] }[];
};
