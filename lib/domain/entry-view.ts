import type { Choice } from './choice';
import type { EntryFieldsText, Missing } from './entry';
import type { EntryStatus, WorkflowAction } from './entry-workflow';
import type { ErrorCode } from './result';

/** Why and by whom an entry came back to its 課: returned, or reopened. `at` is an ISO instant, as everywhere in these views. */
export type SentBack = { action: 'return' | 'reopen'; reason: string; actorName: string; at: string };

/** An entry as its screens show it. Amounts in 千円, null while blank. */
export type EntryView = {
  id: string;
  year: number;
  yearIsOpen: boolean;
  version: number;
  status: EntryStatus;
  name: string;
  categoryId: string;
  categoryName: string;
  departmentId: string;
  departmentName: string;
  amount: number | null;
  /** 0 for a project that is new. */
  lastYearAmount: number | null;
  lastYear: 'new' | 'project' | null;
  lastYearProjectId: string | null;
  /** Of last year's entry. */
  lastYearName: string | null;
  recordedLastYearAmount: number | null;
  /** Whether people say themselves how it stands to last year: nothing was copied from there. */
  asksLastYear: boolean;
  isNew: boolean;
  difference: number | null;
  isPriority: boolean;
  summary: string;
  innovation: string;
  revisions: number;
  updatedAt: string;
  /** null: nobody of the ward has edited it yet. */
  updatedBy: string | null;
  /** The newest, while the entry can be edited: a pull-back doesn't make it void. */
  sentBack: SentBack | null;
  missing: Missing[];
  availableActions: WorkflowAction[];
  canEdit: boolean;
  /** Why the reader can't edit; null when they can. */
  refusal: ErrorCode | null;
  /** The reader could decide, had they not drafted or edited it themselves. */
  isOwnWork: boolean;
};

/** A project of last year, with its amount then. */
export type LastYearChoice = Choice & { amount: number | null };
export type LastYearChoices = { isKnown: boolean; projects: LastYearChoice[] };

/** What the editor compares with when somebody else was faster. */
export type CurrentEntry = {
  version: number;
  status: EntryStatus;
  canEdit: boolean;
  updatedAt: string;
  updatedBy: string | null;
  fields: EntryFieldsText;
};

/** What follows after submitting: who decides, and what there is to draft next. */
export type AfterSubmit = { approvers: string[]; nextDraft: Choice | null };
