import {
  APPROVED,
  type DecidedEntry,
  DRAFTING,
  type EntryStatus,
  isPossible,
  WORKFLOW,
  type WorkflowAction,
} from '@/lib/domain/entry/entry-workflow';
import type { Actor, Role } from './actor';
import type { ErrorCode } from './result';

type Rule = {
  /** writer: whoever works on the budget, not who only looks at it. */
  role: Role | 'member' | 'writer';
  /** own: the actor's own. ownOrAll: the actor's own, or every one when the actor has none. */
  department?: 'own' | 'ownOrAll';
  status?: readonly EntryStatus[];
  /** The step of the workflow that it takes: it has to be possible from where the entry stands. */
  step?: WorkflowAction;
  /** The year must still be open. */
  openYear?: true;
  /** Nobody decides what they drafted, edited or submitted. */
  notAuthor?: true;
  /** Only who took the newest decision, and could take it again. */
  ownDecision?: true;
  /** The account's home ward has to be the actor's. */
  homeWard?: true;
  /** Not to oneself: a borrowed session must not become the account. */
  notSelf?: true;
};

/** Who may do what: product.md's table. Everything that isn't listed is refused. */
export const PERMISSIONS = {
  'year.read': { role: 'member' },
  'entry.read': { role: 'member' },
  'document.read': { role: 'member' },
  'approval.read': { role: 'member' },
  'session.chooseWard': { role: 'member' },
  'session.end': { role: 'member' },
  'password.change': { role: 'member' },

  'entry.add': { role: 'drafter', department: 'own', openYear: true },
  'entry.edit': { role: 'drafter', department: 'own', openYear: true, status: DRAFTING },
  'entry.submit': { role: 'drafter', department: 'own', openYear: true, step: 'submit' },
  'entry.pullBack': { role: 'drafter', department: 'own', openYear: true, step: 'pullBack' },
  'entry.withdraw': { role: 'drafter', department: 'own', openYear: true, step: 'withdraw' },
  'entry.approve': { role: 'approver', department: 'ownOrAll', openYear: true, step: 'approve', notAuthor: true },
  'entry.return': { role: 'approver', department: 'ownOrAll', openYear: true, step: 'return', notAuthor: true },
  'entry.reopen': { role: 'admin', openYear: true, step: 'reopen' },
  'entry.withdrawApproved': { role: 'admin', openYear: true, step: 'withdrawApproved' },
  'entry.takeBack': { role: 'writer', openYear: true, step: 'takeBack', ownDecision: true },
  'entry.correct': { role: 'admin', openYear: true, status: APPROVED },
  'entry.allowFinding': { role: 'admin', openYear: true, status: DRAFTING, notAuthor: true },
  'entry.move': { role: 'admin', openYear: true },
  'entry.recordLastYear': { role: 'admin', openYear: true },
  'entries.order': { role: 'admin', openYear: true },

  'year.manage': { role: 'admin' },
  'year.open': { role: 'admin' },
  'year.close': { role: 'admin', openYear: true },
  'year.reopen': { role: 'admin' },
  'edition.publish': { role: 'admin' },
  'earlierTotals.record': { role: 'admin' },
  'earlierTotals.remove': { role: 'admin' },
  'category.add': { role: 'admin', openYear: true },
  'category.edit': { role: 'admin', openYear: true },
  'category.end': { role: 'admin', openYear: true },
  'category.order': { role: 'admin', openYear: true },
  'documentTexts.edit': { role: 'admin', openYear: true },
  'readThrough.mark': { role: 'writer' },
  'readThrough.unmark': { role: 'writer' },
  'readThrough.note': { role: 'writer' },
  'readThrough.dropNote': { role: 'admin' },
  'readThrough.setReaders': { role: 'admin' },
  'dictionary.manage': { role: 'admin' },
  'dictionary.edit': { role: 'admin' },
  'department.manage': { role: 'admin' },
  'department.add': { role: 'admin' },
  'department.edit': { role: 'admin' },
  'department.order': { role: 'admin' },
  'department.retire': { role: 'admin' },
  'department.restore': { role: 'admin' },
  'user.manage': { role: 'admin' },
  'user.add': { role: 'admin' },
  'user.addMember': { role: 'admin' },
  'user.edit': { role: 'admin' },
  'user.resetPassword': { role: 'admin', homeWard: true, notSelf: true },
  'user.disable': { role: 'admin', homeWard: true, notSelf: true },
  'user.enable': { role: 'admin', homeWard: true },
  'user.endSessions': { role: 'admin', notSelf: true },
  'user.removeMembership': { role: 'admin', notSelf: true },
  'audit.read': { role: 'admin' },
  'security.read': { role: 'admin' },
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof PERMISSIONS;

type Asked = {
  department: { departmentId: string | null };
  /** The year that it belongs to, or is. */
  openYear: { isOpen: boolean };
  /** The account that it is about, and its home ward. */
  notSelf: { accountId: string };
  homeWard: { homeWardId: string };
  /** The version that the actor saw; another one means that somebody was faster. */
  status: { entry: DecidedEntry; expectedVersion?: number };
  step: { entry: DecidedEntry; expectedVersion?: number };
  /** Who had a hand in what would be decided about. */
  notAuthor: { entry: { contributors: readonly string[] } };
};
type IfAsked<Of extends Operation, Key extends keyof Asked> =
  Extract<(typeof PERMISSIONS)[Of], Record<Key, unknown>> extends never ? unknown : Asked[Key];

/** What an operation is aimed at, as far as its rule asks for it; of several operations, what any of them asks for. */
export type Target<Of extends Operation = Operation> = { wardId: string } & IfAsked<Of, 'department'> &
  IfAsked<Of, 'openYear'> &
  IfAsked<Of, 'notSelf'> &
  IfAsked<Of, 'homeWard'> &
  IfAsked<Of, 'status'> &
  IfAsked<Of, 'step'> &
  IfAsked<Of, 'notAuthor'>;

/** null when the actor may; else the first thing that stands against it. Another ward's rows don't exist. */
export function refusal<Of extends Operation>(actor: Actor, operation: Of, target: Target<Of>): ErrorCode | null;
export function refusal(actor: Actor, operation: Operation, target: Pick<Target, 'wardId'> & Partial<Target>) {
  const rule: Rule = PERMISSIONS[operation];
  if (target.wardId !== actor.wardId) return 'not_found';
  if (!hasRoleFor(actor, operation)) return 'forbidden';
  if (rule.notSelf && (!target.accountId || target.accountId === actor.accountId)) return 'own_account';
  if (rule.homeWard && target.homeWardId !== actor.wardId) return 'not_home_ward';
  if (rule.department === 'own' && (actor.departmentId === null || target.departmentId !== actor.departmentId)) {
    return 'forbidden';
  }
  if (rule.department === 'ownOrAll' && actor.departmentId !== null && target.departmentId !== actor.departmentId) {
    return 'forbidden';
  }
  if (target.entry && target.expectedVersion !== undefined && target.entry.version !== target.expectedVersion) {
    return 'conflict';
  }
  if (rule.openYear && target.isOpen !== true) return 'year_closed';
  const from: readonly EntryStatus[] | undefined = rule.step ? WORKFLOW[rule.step].from : rule.status;
  // Who saw this version saw it where the operation was possible: somebody has decided since.
  if (from && !(target.entry && from.includes(target.entry.status)))
    return target.expectedVersion === undefined ? 'wrong_status' : 'conflict';
  if (rule.step && !(target.entry && isPossible(rule.step, target.entry))) return 'wrong_status';
  if (rule.notAuthor && target.entry?.contributors.includes(actor.accountId) !== false) return 'own_entry';
  if (rule.ownDecision && !couldTakeAgain(actor, target)) return 'forbidden';
  return null;
}

function couldTakeAgain(
  actor: Actor,
  { expectedVersion: _, ...target }: Pick<Target, 'wardId'> & Partial<Target>,
): boolean {
  const decision = target.entry?.newestDecision;
  if (!target.entry || decision?.actorId !== actor.accountId) return false;
  const entry = { ...target.entry, status: decision.from, newestDecision: null };
  return may(actor, `entry.${decision.action}`, { ...target, entry } as Target);
}

export const may = <Of extends Operation>(actor: Actor, operation: Of, target: Target<Of>): boolean =>
  refusal(actor, operation, target) === null;

/** Whether any of the actor's roles could ever do it: for menus, before there is a target. */
export const hasRoleFor = (actor: Actor, operation: Operation): boolean =>
  rolesFor(operation)?.some((role) => actor.roles.includes(role)) ?? true;

/** The roles of which each opens it; null: every member may. */
export function rolesFor(operation: Operation): readonly Role[] | null {
  const { role } = PERMISSIONS[operation];
  if (role === 'member') return null;
  return role === 'writer' ? ['drafter', 'approver', 'admin'] : [role];
}
