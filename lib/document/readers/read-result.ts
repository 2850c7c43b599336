export const SLIP_CODES = ['trailing_separator', 'missing_separator', 'stray_space'] as const;
export type SlipCode = (typeof SLIP_CODES)[number];

/** A slip of the printed document: it is put right, and reported with every line (from 1) where it stands. */
export type Slip = {
  code: SlipCode;
  severity: 'warning';
  places: { line: number; excerpt: string }[];
};

export type ReadCategory = { label: string; explanation: string; totals: Record<number, number> };
export type ReadEntry = {
  name: string;
  summary: string;
  innovation: string;
  amountThousandYen: number;
  lastYearAmountThousandYen: number;
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
  slips: Slip[];
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
