import type { Mark } from '@/lib/domain/entry/entry-field-table';

/** Slips of the printed document, which are put right, and what somebody has to look at. */
export const FINDING_CODES = [
  'trailing_separator',
  'missing_separator',
  'stray_space',
  'blank_name',
  'repeated_entry',
  'text_cut_short',
  'not_read',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What was found in a document that was read, with every line (from 1) where it stands. */
export type Finding = {
  code: FindingCode;
  severity: 'warning';
  places: { line: number; excerpt: string }[];
};

/** Totals by year; null: printed as not known. */
export type ReadCategory = { label: string; explanation: string; totals: Record<number, number | null> };
export type ReadEntry = {
  name: string;
  /** ≪新規≫ or ≪拡充≫ before the name. */
  mark: Mark | null;
  /** 【区長】 behind the name: whose the entry is, in the document's words. */
  tag: string | null;
  summary: string;
  innovation: string;
  /** null: printed as not known. */
  amountThousandYen: number | null;
  lastYearAmountThousandYen: number | null;
  /** 新規 stands in the place of last year's amount. */
  isNew: boolean;
};

export type ReadDocument = {
  year: number;
  /** Without the year, which is printed in front of it. */
  title: string;
  mark: string;
  /** （案） behind the last year of the table. */
  draftMark: string;
  years: number[];
  totalLabel: string;
  categories: ReadCategory[];
  personnelNote: string;
  annexNote: string;
  entries: ReadEntry[];
  findings: Finding[];
};

/** Why a text is refused: the line (from 1) where it stands, and the year whose column it is about. */
export type ReadError = {
  code:
    | 'no_table'
    | 'no_title'
    | 'torn_table'
    | 'unreadable_figure'
    | 'no_unit'
    | 'unexpected_line'
    | 'totals_differ'
    | 'entries_exceed_total'
    | 'no_explanation'
    | 'unreadable_heading'
    | 'no_entries'
    | 'incomplete_entry'
    | 'years_differ';
  line?: number;
  year?: number;
};

export type ReadResult = { ok: true; value: ReadDocument } | { ok: false; error: ReadError };

export type Line = { number: number; text: string };
