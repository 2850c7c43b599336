import type { Actor } from '@/lib/domain/actor';
import type { SentBack } from '@/lib/domain/entry/entry-view';
import { ENTRY_STATUSES, type EntryStatus, UNDECIDED } from '@/lib/domain/entry/entry-workflow';
import { hasRoleFor } from '@/lib/domain/permissions';
import { type OverCeiling, type Overview, overCeilings, withoutAnnex } from './category-totals';
import type { Reopened } from './year-settings';

export type HomeYear = { isOpen: boolean; lastIsOpen: boolean; totalLabel: string; reopened: Reopened | null };

/** An entry that waits for the reader. */
export type EntryTask = {
  id: string;
  year: number;
  kind: 'returned' | 'review' | 'draft';
  status: EntryStatus;
  name: string;
  departmentName: string;
  hasAmount: boolean;
  /** Why it came back. */
  sentBack: Pick<SentBack, 'action' | 'reason'> | null;
  updatedAt: Date;
};

const TASK_KINDS = ['returned', 'review', 'draft'] as const satisfies readonly EntryTask['kind'][];

/** How many of a kind the home shows before it says how many more there are. */
const TASKS_SHOWN = 5;

export type TaskGroup = { kind: EntryTask['kind']; shown: EntryTask[]; more: number };

/** What came back first, then what others wait for, then drafts. */
export function taskGroups(tasks: readonly EntryTask[]): TaskGroup[] {
  return TASK_KINDS.flatMap((kind) => {
    const all = tasks.filter((task) => task.kind === kind);
    if (all.length === 0) return [];
    return [{ kind, shown: all.slice(0, TASKS_SHOWN), more: Math.max(all.length - TASKS_SHOWN, 0) }];
  });
}

export const tasksOf = (tasks: readonly EntryTask[], year: number): EntryTask[] =>
  tasks.filter((task) => task.year === year);

export type TasksElsewhere = { year: number; count: number };

/** What waits in other years, the newest of them first. */
export const tasksElsewhere = (tasks: readonly EntryTask[], year: number): TasksElsewhere[] =>
  [...new Set(tasks.map((task) => task.year))]
    .filter((other) => other !== year)
    .sort((a, b) => b - a)
    .map((other) => ({ year: other, count: tasksOf(tasks, other).length }));

/** Statuses that count as entries of the year; 取下げ is counted apart. */
export const COUNTED_STATUSES = ENTRY_STATUSES.filter((status) => status !== 'withdrawn');

export type StatusCount = {
  departmentId: string;
  departmentName: string;
  status: EntryStatus;
  count: number;
  /** Of these, how many wait for a decision that nobody can take. */
  undecidable: number;
};

export type MatrixRow = {
  departmentId: string;
  departmentName: string;
  counts: Record<EntryStatus, number>;
  /** Without those withdrawn. */
  total: number;
};

const noCounts = (): Record<EntryStatus, number> =>
  Object.fromEntries(ENTRY_STATUSES.map((status) => [status, 0])) as Record<EntryStatus, number>;

/** Without those withdrawn. */
export const countedTotal = (counts: Record<EntryStatus, number>): number =>
  COUNTED_STATUSES.reduce((sum, status) => sum + counts[status], 0);

/** One row per 課 in the order in which they come, and their sum. */
export function statusMatrix(counts: readonly StatusCount[]): { rows: MatrixRow[]; total: MatrixRow['counts'] } {
  const rows = new Map<string, MatrixRow>();
  const total = noCounts();
  for (const { departmentId, departmentName, status, count } of counts) {
    const row = rows.get(departmentId) ?? { departmentId, departmentName, counts: noCounts(), total: 0 };
    row.counts[status] += count;
    total[status] += count;
    rows.set(departmentId, row);
  }
  return { rows: [...rows.values()].map((row) => ({ ...row, total: countedTotal(row.counts) })), total };
}

/** Entries about which nobody has decided yet. */
const undecidedCount = (counts: readonly StatusCount[]): number =>
  counts.filter(({ status }) => UNDECIDED.includes(status)).reduce((sum, { count }) => sum + count, 0);

/** What waits for nobody is for its 課 and for administrators to see; the rest is what they see to before the year is closed. */
export type Chore =
  | { kind: 'undecidable'; count: number; departmentId: string | null }
  | { kind: 'annex'; categoryName: string }
  | { kind: 'over'; category: OverCeiling }
  | { kind: 'undecided'; count: number };

function undecidableChores(actor: Actor, counts: readonly StatusCount[]): Chore[] {
  const isAdmin = hasRoleFor(actor, 'user.manage');
  const count = counts
    .filter(({ departmentId }) => isAdmin || departmentId === actor.departmentId)
    .reduce((sum, { undecidable }) => sum + undecidable, 0);
  return count > 0 ? [{ kind: 'undecidable', count, departmentId: isAdmin ? null : actor.departmentId }] : [];
}

/** Of what isn't known nothing is asked: a block that could not be read is null. */
export function choresOf(
  actor: Actor,
  isOpen: boolean,
  counts: readonly StatusCount[] | null,
  overview: Overview | null,
): Chore[] {
  if (!isOpen) return [];
  const waiting = undecidableChores(actor, counts ?? []);
  if (!hasRoleFor(actor, 'category.edit')) return waiting;
  const undecided = undecidedCount(counts ?? []);
  const blank = overview ? withoutAnnex(overview) : [];
  const over = overview ? overCeilings(overview.now) : [];
  return [
    ...waiting,
    ...blank.map(({ name }) => ({ kind: 'annex' as const, categoryName: name })),
    ...over.map((category) => ({ kind: 'over' as const, category })),
    ...(undecided > 0 ? [{ kind: 'undecided' as const, count: undecided }] : []),
  ];
}
