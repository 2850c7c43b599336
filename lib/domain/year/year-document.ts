import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import type { OverCeiling } from './category-totals';

type EntryLink = { id: string; name: string };

/** What still keeps a year's document from being the final one. */
export type DocumentState = {
  /** Something that it prints isn't decided: an entry, or last year. */
  isDraft: boolean;
  undecided: (EntryLink & { status: EntryStatus })[];
  /** Names of the categories whose 別紙掲載分 isn't known. */
  blankAnnexes: string[];
  /** Entries without an amount: the totals that they belong to aren't known. */
  blankAmounts: EntryLink[];
  /** Other years whose totals the table can't print. */
  blankYears: number[];
  /** Categories that come to more than their 枠, in 千円, while the year is open. */
  overCeilings: OverCeiling[];
  /** Last year isn't closed: its figures can still change. */
  unsettledYear: { year: number; hasUndecided: boolean } | null;
  /** Printed entries of which nobody has said how they stand to last year, which is on record. */
  unknownLastYear: EntryLink[];
  /** A past year of which only the categories' totals were taken over. */
  hasTotalsOnly: boolean;
  /** Characters that the document's fonts lack, by the entry they stand in, or in the year's own texts. */
  unprintable: { entry: EntryLink | null; characters: string[] }[];
};

/** How a document's A4 pages stand. */
export type Paper = 'portrait' | 'landscape';

/** What could not be printed: an entry by its place in the list, or a text of the year or of a category. */
export type Hole = { entry: number } | 'text';

export type PrintedPages = { pageCount: number; holes: Hole[] };

/** A document's text for the screen, as HTML of our own making: what stands between tables, and what stands within each. */
export type ScreenText = { language: string; parts: { html: string; caption: string | null }[] };

type Named = { wardCode: string; year: number; template: string; edition: number | null };

/** 271071_2022_d1_v2, without the ending: which ward, year and document a file is, and which edition; else it is a draft. */
export const documentFileName = ({ wardCode, year, template, edition }: Named): string =>
  [wardCode, year, template, edition === null ? 'draft' : `v${edition}`].join('_');
