import * as z from 'zod/mini';
import {
  amountInput,
  lineInput,
  numberInput,
  optionalChoice,
  optionalLineInput,
  optionInput,
  PROSE_LIMIT,
  proseOf,
  requiredChoice,
} from '@/lib/domain/inputs';

/** How an entry that was not copied from last year stands to it: a new project, one of last year's, an amount, or not known. */
export const LAST_YEARS = ['new', 'project', 'amount', ''] as const;
export type LastYear = (typeof LAST_YEARS)[number];

/** 区分. */
export const MARKS = ['new', 'expanded', 'continued', 'ending'] as const;
export type Mark = (typeof MARKS)[number];

export type FieldFacts = {
  /** null: nobody types it. */
  input: z.ZodMiniType | null;
  /** A choice is one of the ward's own (an id), an option one of a fixed list (a word), or none of it. */
  kind: 'line' | 'prose' | 'amount' | 'number' | 'choice' | 'option' | 'flag' | 'lastYear';
  /** Of prose: characters as a person counts them. */
  limit?: number;
  required?: 'always' | 'priority';
  isSearched?: true;
  isPrinted?: true;
  /** Next year's copy has it too. */
  isCopied?: true;
};

const prose = (limit: number) =>
  ({ input: proseOf(limit), kind: 'prose', limit, isSearched: true, isCopied: true }) as const;

/**
 * What an entry says, field by field, in the order in which screens show it; its column has the field's name in snake case.
 * Schema, snapshot, comparison, search, what is missing, history, copies and columns follow from here. Its words, its
 * places in form, review and print, and its migration are made by hand.
 */
export const ENTRY_FIELDS = {
  name: { input: lineInput(120), kind: 'line', required: 'always', isSearched: true, isPrinted: true, isCopied: true },
  /** What the budget calls it, where the document calls it otherwise. */
  budgetName: { input: optionalLineInput(120), kind: 'line', isSearched: true, isCopied: true },
  categoryId: { input: requiredChoice, kind: 'choice', required: 'always', isCopied: true },
  departmentId: { input: null, kind: 'choice', required: 'always', isCopied: true },
  amount: { input: amountInput, kind: 'amount', required: 'always', isPrinted: true },
  /** Within the 課, 1 first. Not copied: it is a matter of what a year can afford. */
  rank: { input: numberInput(999), kind: 'number' },
  /** What somebody said of last year; null where last year's entry or the amount below speaks, or nobody did. */
  lastYear: { input: z.enum(LAST_YEARS), kind: 'lastYear' },
  /** The project of last year that it was said to go on with; no column, for it belongs to that project by then. */
  lastYearProjectId: { input: optionalChoice, kind: 'choice' },
  /** Stands in where last year has no entry. */
  recordedLastYearAmount: { input: amountInput, kind: 'amount' },
  /** Not copied: what is new this year is not next year. */
  mark: { input: optionInput(MARKS), kind: 'option', isPrinted: true },
  /** Decides whether it is printed with its texts. */
  isPriority: { input: z.boolean(), kind: 'flag', isPrinted: true, isCopied: true },
  summary: { ...prose(PROSE_LIMIT), required: 'priority', isPrinted: true },
  innovation: { ...prose(PROSE_LIMIT), required: 'priority', isPrinted: true },
  /** Of residents and of the mayor: what the project answers to. */
  opinionsAndPledges: prose(200),
  /** Of the list of all entries (別紙). Not copied: it is about this year's amount. */
  remarks: { input: optionalLineInput(60), kind: 'line', isPrinted: true },
} as const satisfies Record<string, FieldFacts>;
