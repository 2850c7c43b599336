/** A slip of the printed document: it is put right, and reported with the lines (from 1) where it stands. */
export type Finding = {
  code: 'trailing_separator' | 'missing_separator' | 'stray_space';
  severity: 'warning';
  lines: number[];
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
  years: number[];
  totalLabel: string;
  categories: ReadCategory[];
  personnelNote: string;
  annexNote: string;
  entries: ReadEntry[];
  findings: Finding[];
};

/** Why a text is refused. `year` names the column of the table that doesn't add up. */
export type Refusal = {
  code:
    | 'no_table'
    | 'no_title'
    | 'torn_table'
    | 'totals_differ'
    | 'no_explanation'
    | 'unreadable_heading'
    | 'no_entries'
    | 'incomplete_entry'
    | 'years_differ';
  line?: number;
  year?: number;
};

export type ReadResult = { ok: true; value: ReadDocument } | { ok: false; refusal: Refusal };

export type Line = { number: number; text: string };
