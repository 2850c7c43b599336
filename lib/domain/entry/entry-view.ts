import type { Choice, LastChange } from '@/lib/domain/choice';
import type { EditionName } from '@/lib/domain/edition/edition';
import type { EntryFinding } from '@/lib/domain/findings/check';
import type { FindingReason } from '@/lib/domain/findings/finding-reasons';
import type { ErrorCode } from '@/lib/domain/result';
import type { CategoryYearTotal } from '@/lib/domain/year/category-totals';
import type { EntryContent, EntryField, FieldToMend, Prose } from './entry-fields';
import type { ChangesSinceDecision, RevisionAction } from './entry-history-view';
import type { EntryStatus, NewestDecision, SendingBack, WorkflowAction } from './entry-workflow';

/** What was decided about an entry last, where it was given a reason. `at` is an ISO instant, as everywhere in these views. */
type Reasoned<Action> = { action: Action; reason: string; actorName: string; at: string };
/** Why and by whom an entry came back to its 課: returned, or reopened. */
export type SentBack = Reasoned<SendingBack> & { toMend: FieldToMend[] };
/** What an administrator did to an approved entry. */
export type AfterApproval = Reasoned<'correct' | 'withdrawApproved'>;

/**
 * Whose figure last year's is: of last year's newest edition; of last year's entry, in a year that can still change (expected) or
 * can't; or of whoever recorded it.
 */
export type LastYearSource = 'edition' | 'expected' | 'settled' | 'recorded' | 'new' | 'unknown';

/** An entry as its screens show it. Amounts in 千円, null while blank. */
export type EntryView = EntryContent & {
  id: string;
  year: number;
  /** Its year. */
  isOpen: boolean;
  /** By which day of its year the 課 submit. */
  deadline: string | null;
  version: number;
  status: EntryStatus;
  categoryName: string;
  departmentName: string;
  /** What the last submission says of the warnings about it. */
  findingReasons: FindingReason[] | null;
  /** 0 for a project that is new. */
  lastYearAmount: number | null;
  lastYearSource: LastYearSource;
  lastYearEdition: EditionName | null;
  /** Of last year's entry. */
  lastYearName: string | null;
  /** Whether people say themselves how it stands to last year: nothing was copied from there. */
  asksLastYear: boolean;
  isNew: boolean;
  difference: number | null;
  revisions: number;
  updatedAt: string;
  /** null: nobody of the ward has edited it yet. */
  updatedBy: string | null;
  /** What they did. */
  updatedWith: RevisionAction;
  /** The reader was the last one. */
  isOwnUpdate: boolean;
  /** The newest, until the next approval: neither a submission nor a pull-back makes it void. */
  sentBack: SentBack | null;
  afterApproval: AfterApproval | null;
  missing: EntryField[];
  availableActions: WorkflowAction[];
  /** What takeBack would take back. */
  newestDecision: NewestDecision['action'] | null;
  canEdit: boolean;
  /** Its texts, although it is approved. */
  canCorrect: boolean;
  /** An error of the checks, which keeps it from being submitted. */
  canAllowFindings: boolean;
  /** To another 課 or category. */
  canMove: boolean;
  /** Why the reader can't edit; null when they can. */
  refusal: ErrorCode | null;
  /** The reader could decide, had they no hand in it themselves. */
  isOwnWork: boolean;
  /** Names of who can decide about it; before it is submitted, of who could if the reader did. */
  deciders: string[];
  /** It waits for a decision that nobody can take. */
  isUndecidable: boolean;
};

/** What last year's entry says, and whether it was approved. */
export type LastYearTexts = Record<Prose, string> & { isApproved: boolean };

/** What is read of an entry beside itself. */
export type EntryBodyView = {
  findings: EntryFinding[];
  /** Against what was sent back; null: nothing was, or it is approved since. */
  since: ChangesSinceDecision | null;
  /** null: the project had no entry then. */
  lastYear: LastYearTexts | null;
  /** Of its year. */
  categories: CategoryYearTotal[];
};

/** A project of last year, with its amount then. */
export type LastYearChoice = Choice & { amount: number | null };
export type LastYearChoices = { isKnown: boolean; projects: LastYearChoice[] };

/** What the editor compares with when somebody else was faster. */
export type CurrentEntry = {
  version: number;
  status: EntryStatus;
  canEdit: boolean;
  lastChange: LastChange;
  content: EntryContent;
};

/** What follows after submitting: who decides, and what there is to draft next. */
export type NextDraft = Choice & { isReturned: boolean };
export type AfterSubmit = { approvers: string[]; nextDraft: NextDraft | null };

/** An entry that somebody returned, and their reason. */
export type ReturnedEntry = Pick<EntryView, 'id' | 'name' | 'departmentName'> &
  Pick<SentBack, 'reason' | 'toMend' | 'at'>;
