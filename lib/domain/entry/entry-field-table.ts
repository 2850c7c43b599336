/** How an entry that was not copied from last year stands to it: a new project, one of last year's, an amount, or not known. */
export const LAST_YEARS = ['new', 'project', 'amount', ''] as const;
export type LastYear = (typeof LAST_YEARS)[number];

/** 区分. */
export const MARKS = ['new', 'expanded', 'continued', 'ending'] as const;
export type Mark = (typeof MARKS)[number];

/** The limit of 概要, of 工夫点 and of a reason, in characters as a person counts them. */
export const PROSE_LIMIT = 1000;

export type FieldFacts = {
  /** A choice is one of the ward's own (an id), an option one of a fixed list (a word), or none of it. */
  kind: 'line' | 'prose' | 'amount' | 'number' | 'choice' | 'option' | 'flag' | 'lastYear';
  /** Of texts: characters as a person counts them. Of a number: the largest. */
  limit?: number;
  options?: readonly string[];
  required?: 'always' | 'priority';
  /** Nobody types it. */
  isGiven?: true;
  isSearched?: true;
  isPrinted?: true;
  /** Next year's copy has it too. */
  isCopied?: true;
};

const PROSE = { kind: 'prose', isSearched: true, isCopied: true } as const;

/**
 * What an entry says, field by field, in the order in which screens show it; its column has the field's name in snake case.
 * Schema, snapshot, comparison, search, what is missing, history, copies and columns follow from here. Its words, its
 * places in form, review and print, and its migration are made by hand.
 */
export const ENTRY_FIELDS = {
  name: { kind: 'line', limit: 120, required: 'always', isSearched: true, isPrinted: true, isCopied: true },
  /** What the budget calls it, where the document calls it otherwise. */
  budgetName: { kind: 'line', limit: 120, isSearched: true, isCopied: true },
  categoryId: { kind: 'choice', required: 'always', isCopied: true },
  departmentId: { kind: 'choice', isGiven: true, required: 'always', isCopied: true },
  amount: { kind: 'amount', required: 'always', isPrinted: true },
  /** Within the 課, 1 first. Not copied: it is a matter of what a year can afford. */
  rank: { kind: 'number', limit: 999 },
  /** What somebody said of last year; null where last year's entry or the amount below speaks, or nobody did. */
  lastYear: { kind: 'lastYear' },
  /** The project of last year that it was said to go on with; no column, for it belongs to that project by then. */
  lastYearProjectId: { kind: 'choice' },
  /** Stands in where last year has no entry. */
  recordedLastYearAmount: { kind: 'amount' },
  /** Not copied: what is new this year is not next year. */
  mark: { kind: 'option', options: MARKS, isPrinted: true },
  /** Decides whether it is printed with its texts. */
  isPriority: { kind: 'flag', isPrinted: true, isCopied: true },
  summary: { ...PROSE, limit: PROSE_LIMIT, required: 'priority', isPrinted: true },
  innovation: { ...PROSE, limit: PROSE_LIMIT, required: 'priority', isPrinted: true },
  /** Of residents and of the mayor: what the project answers to. */
  opinionsAndPledges: { ...PROSE, limit: 200 },
  /** Of the list of all entries (別紙). Not copied: it is about this year's amount. */
  remarks: { kind: 'line', limit: 60, isPrinted: true },
} as const satisfies Record<string, FieldFacts>;
