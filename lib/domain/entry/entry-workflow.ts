import { isBlank } from '@/lib/domain/blank';
import { fail, type Result, succeed } from '@/lib/domain/result';

export const ENTRY_STATUSES = ['draft', 'in_review', 'returned', 'approved', 'withdrawn'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** What a list can be filtered by. undecided: neither approved nor withdrawn. */
export const STATUS_FILTERS = [...ENTRY_STATUSES, 'undecided'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** What a year can't be closed with, and what its document is not settled with. */
export const UNDECIDED: readonly EntryStatus[] = ['draft', 'in_review', 'returned'];

/** before: where the entry stood before the decision that is taken back. */
type Transition = { from: readonly EntryStatus[]; to: EntryStatus | 'before'; reason: 'required' | 'none' };

/** The one table of transitions: it makes the buttons and gives the verdicts. */
export const WORKFLOW = {
  submit: { from: ['draft', 'returned'], to: 'in_review', reason: 'none' },
  pullBack: { from: ['in_review'], to: 'draft', reason: 'none' },
  approve: { from: ['in_review'], to: 'approved', reason: 'none' },
  return: { from: ['in_review'], to: 'returned', reason: 'required' },
  withdraw: { from: ['draft', 'returned'], to: 'withdrawn', reason: 'none' },
  reopen: { from: ['approved'], to: 'draft', reason: 'required' },
  withdrawApproved: { from: ['approved'], to: 'withdrawn', reason: 'required' },
  takeBack: { from: ['draft', 'returned', 'approved', 'withdrawn'], to: 'before', reason: 'none' },
} as const satisfies Record<string, Transition>;

export type WorkflowAction = keyof typeof WORKFLOW;
export const WORKFLOW_ACTIONS = Object.keys(WORKFLOW) as WorkflowAction[];

/** What can be taken back while it is an entry's newest step; a submission is pulled back. */
export const TAKEN_BACK = ['approve', 'return', 'withdraw', 'reopen', 'withdrawApproved'] as const;
/** An entry's newest step, where it can be taken back, and where the entry stood before it. */
export type NewestDecision = { action: (typeof TAKEN_BACK)[number]; actorId: string; from: EntryStatus };

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

/** The state after `action`, which changes no content and so no version, or why it can't be taken. Who may take it is the permission table's matter. */
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
  return succeed({ status, version: entry.version, everApproved: entry.everApproved || status === 'approved' });
}
