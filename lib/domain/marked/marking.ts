import type { EntryState, NewestDecision, WorkflowAction } from '@/lib/domain/entry/entry-workflow';

/** What can be done with several entries at once, in the order in which it is offered. */
export const MARKED_ACTS = [
  'submit',
  'approve',
  'move',
  'return',
  'takeBack',
  'pullBack',
  'prioritize',
  'unprioritize',
  'withdraw',
  'reopen',
  'withdrawApproved',
] as const satisfies readonly (WorkflowAction | 'move' | 'prioritize' | 'unprioritize')[];
export type MarkedAct = (typeof MARKED_ACTS)[number];

type Decision = NewestDecision['action'];

/**
 * Of a row that the reader can do something with: its version, its category's and its acts' places in `Marking`, and the decision
 * that can be taken back.
 */
export type Mark = [version: EntryState['version'], category: number, acts: number, takes?: Decision];

/** What the marks of a list speak of, once for all of its rows. */
export type Marking = {
  acts: MarkedAct[][];
  categories: { id: string; name: string }[];
  /** Where entries can be moved to, for those who may. */
  departments: { id: string; name: string }[];
};

/** What a reader can do with the entries of a year, by their id. A decision makes no version, but a step. */
export type Markable = { marking: Marking; marks: ReadonlyMap<string, { steps: number; mark: Mark }> };

/** Of a row as it is shown. Both are read side by side: where one is older than the other, the row has none until the next look. */
export function markOf(marks: Markable['marks'] | undefined, row: { id: string; steps: number }): Mark | undefined {
  const found = marks?.get(row.id);
  return found?.steps === row.steps ? found.mark : undefined;
}

export type MarkedEntry = {
  id: string;
  name: string;
  amount: number | null;
  version: number;
  categoryName: string;
  acts: readonly MarkedAct[];
  /** The decision that was shown, where it can be taken back. */
  takes?: Decision | undefined;
};

type Named = Pick<MarkedEntry, 'id' | 'name' | 'amount'>;
export const markedEntry = ({ acts, categories }: Marking, entry: Named, mark: Mark): MarkedEntry => {
  const [version, category, place, takes] = mark;
  return { ...entry, version, categoryName: categories[category]?.name ?? '', acts: acts[place] ?? [], takes };
};

/** Whether a row is as the reader's own act has left it: nobody else changed it meanwhile. */
export const isOwnWork = (done: MarkedEntry | undefined, now: MarkedEntry): boolean =>
  done !== undefined && done.version === now.version && done.takes === now.takes;

/** Upon what the reader's own act has made of it, where the list isn't up to date yet. */
export const afterOwnWork = (done: MarkedEntry | undefined, shown: MarkedEntry): MarkedEntry =>
  done && done.version > shown.version ? { ...shown, version: done.version } : shown;

/** What is looked at when an entry is marked: its content, and where it stands. */
export const lookedAt = ({ version, acts, takes }: MarkedEntry): string => [version, takes, ...acts].join();
