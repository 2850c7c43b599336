import * as z from 'zod/mini';
import type { Choice } from '@/lib/domain/choice';
import { idInput } from '@/lib/domain/inputs';
import { sumKnown } from '@/lib/domain/year/totals';
import type { EntryStatus } from './entry-workflow';

export const QUEUE_ORDERS = ['printed', 'amount', 'submitted'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

const filterInput = z.object({
  department: z.catch(z.nullable(idInput), null),
  order: z.catch(z.enum(QUEUE_ORDERS), 'printed'),
});
/** What the address says: of which 課 entries are gone through, and in which order. */
export type QueueFilter = z.output<typeof filterInput>;

/** What can't be read is as good as not there. */
export const queueFilterOf = (query: Record<string, unknown>): QueueFilter => filterInput.parse(query);

/** An entry that waits for the reader, or the one that they look at. Amounts in 千円. */
export type QueuedEntry = {
  id: string;
  name: string;
  departmentId: string;
  departmentName: string;
  status: EntryStatus;
  amount: number | null;
  lastYearAmount: number | null;
  submittedAt: Date;
  isWaiting: boolean;
};

export type ReviewQueue = {
  filter: QueueFilter;
  /** Of all that waits, and the one that is asked for, whose last one may just have been decided. */
  departments: Choice[];
  /** In order; the one that is looked at keeps its place when it was decided. */
  shown: QueuedEntry[];
  /** Of those shown, what waits. */
  count: number;
  sum: number;
  isComplete: boolean;
  /** What waits, whatever the filter. */
  all: number;
  /** Its place among those that wait; null: it doesn't, or the filter leaves it out. */
  position: number | null;
  next: QueuedEntry | null;
};

const byAmount = (a: QueuedEntry, b: QueuedEntry): number =>
  Number(a.amount === null) - Number(b.amount === null) || (b.amount ?? 0) - (a.amount ?? 0);

/** Equal ones stay in the order of print, in which they come. */
const ORDERS: Record<QueueOrder, (a: QueuedEntry, b: QueuedEntry) => number> = {
  printed: () => 0,
  amount: byAmount,
  submitted: (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime(),
};

/** The queue as the reader goes through it. Behind its last one it goes on with those that were left out before. */
export function reviewQueue(
  entries: readonly QueuedEntry[],
  filter: QueueFilter,
  currentId: string | null,
): ReviewQueue {
  const isAsked = ({ departmentId }: QueuedEntry) => filter.department === null || departmentId === filter.department;
  const ordered = entries.toSorted(ORDERS[filter.order]);
  const at = ordered.findIndex(({ id }) => id === currentId);
  const isNext = (entry: QueuedEntry) => entry.isWaiting && isAsked(entry) && entry.id !== currentId;
  const shown = ordered.filter(isAsked);
  const waiting = shown.filter(({ isWaiting }) => isWaiting);
  const position = waiting.findIndex(({ id }) => id === currentId) + 1;
  const { sum, isComplete } = sumKnown(waiting.map(({ amount }) => amount));
  const all = entries.filter(({ isWaiting }) => isWaiting);
  const chosenFrom = entries.filter((entry) => entry.isWaiting || entry.departmentId === filter.department);
  const names = new Map(chosenFrom.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  return {
    filter,
    departments: [...names].map(([id, name]) => ({ id, name })),
    shown,
    count: waiting.length,
    sum,
    isComplete,
    all: all.length,
    position: position > 0 ? position : null,
    next: ordered.slice(at + 1).find(isNext) ?? ordered.find(isNext) ?? null,
  };
}
