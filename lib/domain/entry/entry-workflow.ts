import { isBlank } from '@/lib/domain/blank';
import { fail, type Result, succeed } from '@/lib/domain/result';

/** Where an entry stands: with its 課, before its approvers, approved, or out of the year, where it counts nowhere. */
type Stage = 'drafting' | 'waiting' | 'approved' | 'withdrawn';

/** Every status, in the order of the list. A further one has its row here, its words in lib/text/entry/entry-status, its look in app/status.css. */
const STAGES = {
  draft: 'drafting',
  in_review: 'waiting',
  returned: 'drafting',
  approved: 'approved',
  withdrawn: 'withdrawn',
} as const satisfies Record<string, Stage>;

export type EntryStatus = keyof typeof STAGES;
type StatusIn<Of extends Stage> = {
  [Status in EntryStatus]: (typeof STAGES)[Status] extends Of ? Status : never;
}[EntryStatus];
export type UndecidedStatus = StatusIn<'drafting' | 'waiting'>;
export type UneditableStatus = Exclude<EntryStatus, StatusIn<'drafting'>>;

export const ENTRY_STATUSES = Object.keys(STAGES) as EntryStatus[];
const statusesIn = (...stages: Stage[]): readonly EntryStatus[] =>
  ENTRY_STATUSES.filter((status) => stages.includes(STAGES[status]));
/** Its 課 edits and submits it. */
export const DRAFTING = statusesIn('drafting');
export const WAITING = statusesIn('waiting');
/** What a year can't be closed with, and what its document is not settled with. */
export const UNDECIDED = statusesIn('drafting', 'waiting');
export const APPROVED = statusesIn('approved');
export const WITHDRAWN = statusesIn('withdrawn');

/** How an entry begins. */
export const NEW_STATUS = 'draft' satisfies EntryStatus;

type Transition = {
  from: readonly EntryStatus[];
  to: EntryStatus;
  reason: 'required' | 'none';
  /** What undoes it for who has taken it: a decision is taken back while it is the entry's newest step. */
  undoneBy: 'pullBack' | 'takeBack' | null;
  /** Whoever takes it has a hand in the entry, and doesn't decide about it. */
  contributes: boolean;
};

const STEPS = {
  submit: { from: DRAFTING, to: 'in_review', reason: 'none', undoneBy: 'pullBack', contributes: true },
  pullBack: { from: WAITING, to: 'draft', reason: 'none', undoneBy: null, contributes: false },
  approve: { from: WAITING, to: 'approved', reason: 'none', undoneBy: 'takeBack', contributes: false },
  return: { from: WAITING, to: 'returned', reason: 'required', undoneBy: 'takeBack', contributes: false },
  withdraw: { from: DRAFTING, to: 'withdrawn', reason: 'none', undoneBy: 'takeBack', contributes: false },
  reopen: { from: APPROVED, to: 'draft', reason: 'required', undoneBy: 'takeBack', contributes: false },
  withdrawApproved: { from: APPROVED, to: 'withdrawn', reason: 'required', undoneBy: 'takeBack', contributes: true },
} as const satisfies Record<string, Transition>;
type Step = keyof typeof STEPS;
const isTakenBack = (step: Step): step is NewestDecision['action'] => STEPS[step].undoneBy === 'takeBack';
export const TAKEN_BACK = (Object.keys(STEPS) as Step[]).filter(isTakenBack);

/** The one table of transitions: it makes the buttons and gives the verdicts. before: where the entry stood before what is taken back. */
export const WORKFLOW = {
  ...STEPS,
  takeBack: {
    from: [...new Set<EntryStatus>(TAKEN_BACK.map((step) => STEPS[step].to))],
    to: 'before',
    reason: 'none',
    undoneBy: null,
    contributes: false,
  },
} as const;

export type WorkflowAction = keyof typeof WORKFLOW;
export const WORKFLOW_ACTIONS = Object.keys(WORKFLOW) as WorkflowAction[];

/** The steps that somebody is waited for with: they bring an entry on. */
export const ONWARD = WORKFLOW_ACTIONS.filter((step) =>
  [...WAITING, ...APPROVED].some((to) => to === WORKFLOW[step].to),
);

/** What brings an entry back to its 課, with a reason. */
export const SENDING_BACK = ['return', 'reopen'] as const satisfies Step[];
export type SendingBack = (typeof SENDING_BACK)[number];

/** An entry's newest step, where it can be taken back, and where the entry stood before it. */
export type NewestDecision = {
  action: { [Of in Step]: (typeof STEPS)[Of] extends { undoneBy: 'takeBack' } ? Of : never }[Step];
  actorId: string;
  from: EntryStatus;
};

export type EntryState = { status: EntryStatus; version: number; everApproved: boolean };
/** Read with its newest decision where that can be taken back. */
export type DecidedEntry = EntryState & { newestDecision?: NewestDecision | null };

const isFrom = (action: WorkflowAction, status: EntryStatus): boolean =>
  (WORKFLOW[action].from as readonly EntryStatus[]).includes(status);

/** An entry that was approved once is on record: its 課 can change it and have it approved again, but not withdraw it. */
export function isPossible(action: WorkflowAction, entry: DecidedEntry): boolean {
  if (action === 'takeBack' && !entry.newestDecision) return false;
  return isFrom(action, entry.status) && !(action === 'withdraw' && entry.everApproved);
}

/** The state after `action`, which changes no content, or why it can't be taken. Who may take it is the permission table's matter. */
export function decide(
  action: WorkflowAction,
  entry: DecidedEntry,
  expectedVersion: number,
  reason: string | null,
): Result<EntryState> {
  const step = WORKFLOW[action];
  if (entry.version !== expectedVersion) return fail('conflict');
  if (!isPossible(action, entry)) return fail('wrong_status');
  if (step.reason === 'required' && isBlank(reason ?? '')) return fail('reason_required', { reason: 'required' });
  const status = step.to === 'before' ? (entry.newestDecision?.from ?? entry.status) : step.to;
  return succeed({ status, version: entry.version, everApproved: entry.everApproved || APPROVED.includes(status) });
}
