import type { Actor } from '@/lib/domain/actor';
import { sumAmounts } from '@/lib/domain/amount';
import type { EntryField } from '@/lib/domain/entry/entry-fields';
import type { SentBack } from '@/lib/domain/entry/entry-view';
import {
  APPROVED,
  DRAFTING,
  ENTRY_STATUSES,
  type EntryStatus,
  UNDECIDED,
  type UndecidedStatus,
  WAITING,
  WITHDRAWN,
} from '@/lib/domain/entry/entry-workflow';
import { hasRoleFor } from '@/lib/domain/permissions';
import { type OverCeiling, type Overview, overCeilings, withoutAnnex } from './category-totals';
import type { Reopened } from './year-settings';

export type HomeYear = {
  isOpen: boolean;
  lastIsOpen: boolean;
  totalLabel: string;
  reopened: Reopened | null;
  deadline: string | null;
};

/** An entry that waits for the reader. */
export type EntryTask = {
  id: string;
  year: number;
  status: UndecidedStatus;
  name: string;
  departmentName: string;
  amount: number | null;
  lastYearAmount: number | null;
  isNew: boolean;
  /** What it lacks to be submitted. */
  missing: EntryField[];
  /** Why it came back, and from whom. */
  sentBack: Omit<SentBack, 'toMend'> | null;
  /** Of what waits for approval: when and by whom it was submitted. null: it was taken over as it waits. */
  submittedAt: Date;
  submittedBy: string | null;
  /** How many of its year and status wait for the reader, it among them. */
  alike: number;
};

/** How many of a status the home shows before it says how many more there are. */
export const TASKS_SHOWN = 5;

export type TaskGroup = { status: UndecidedStatus; shown: EntryTask[]; more: number };

/** What came back first, then what others wait for, then drafts: backwards. */
export function taskGroups(tasks: readonly EntryTask[]): TaskGroup[] {
  return ENTRY_STATUSES.toReversed().flatMap((of) => {
    const shown = tasks.filter(({ status }) => status === of);
    const [first] = shown;
    return first ? [{ status: first.status, shown, more: first.alike - shown.length }] : [];
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
    .map((other) => ({
      year: other,
      count: taskGroups(tasksOf(tasks, other)).reduce((sum, { shown, more }) => sum + shown.length + more, 0),
    }));

/** Statuses that count as entries of the year, from the furthest; 取下げ is counted apart. */
export const COUNTED_STATUSES = [DRAFTING, WAITING, APPROVED].flat().toReversed();

export type StatusCount = {
  departmentId: string;
  departmentName: string;
  status: EntryStatus;
  count: number;
  /** In 千円, as far as it is entered; of the `blank` ones nothing is. */
  amount: number;
  blank: number;
  /** Of these, how many wait for a decision that nobody can take. */
  undecidable: number;
};

export type MatrixRow = {
  departmentId: string;
  departmentName: string;
  counts: Record<EntryStatus, number>;
  /** Without those withdrawn, as all that follows. */
  total: number;
  approved: number;
  /** In 千円, as far as it is entered; of the `blank` ones nothing is. */
  amount: number;
  blank: number;
};

const noCounts = (): Record<EntryStatus, number> =>
  Object.fromEntries(ENTRY_STATUSES.map((status) => [status, 0])) as Record<EntryStatus, number>;

const emptyRow = (departmentId: string, departmentName: string): MatrixRow => ({
  departmentId,
  departmentName,
  counts: noCounts(),
  total: 0,
  approved: 0,
  amount: 0,
  blank: 0,
});

function count(row: MatrixRow, { status, count: of, amount, blank }: StatusCount): void {
  row.counts[status] += of;
  if (WITHDRAWN.includes(status)) return;
  row.total += of;
  if (APPROVED.includes(status)) row.approved += of;
  row.amount = sumAmounts([row.amount, amount]);
  row.blank += blank;
}

export type StatusMatrix = { rows: MatrixRow[]; all: MatrixRow };

/** One row per 課, the reader's own first, then in the order in which they come; and all of them together. */
export function statusMatrix(counts: readonly StatusCount[], ownId: string | null): StatusMatrix {
  const rows = new Map<string, MatrixRow>();
  const all = emptyRow('', '');
  for (const counted of counts) {
    const { departmentId, departmentName } = counted;
    const row = rows.get(departmentId) ?? emptyRow(departmentId, departmentName);
    count(row, counted);
    count(all, counted);
    rows.set(departmentId, row);
  }
  const isOwn = ({ departmentId }: MatrixRow) => Number(departmentId === ownId);
  return { rows: [...rows.values()].sort((a, b) => isOwn(b) - isOwn(a)), all };
}

/** What leads the home: the reader's own 課, where it has entries, else all of them. */
export const leadingRow = ({ rows, all }: StatusMatrix, ownId: string | null): MatrixRow =>
  rows.find(({ departmentId, total }) => departmentId === ownId && total > 0) ?? all;

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
