import type { Problem } from '@/lib/domain/result';
import type { MarkRefusal } from './mark';
import { PLACES_PER_REQUEST } from './place';

/** What is to be stored, in the order in which it was done. */
export type Act = { kind: 'mark'; place: string; seen: string } | { kind: 'unmark'; place: string };

/** Somebody's sitting: marks are shown at once and stored meanwhile. */
export type Reading = {
  /** The place that is open. */
  current: string;
  /** What this sitting made of the places' own marks, until the page has heard of it. */
  marked: Readonly<Record<string, boolean>>;
  queue: readonly Act[];
  /** What the next 取り消す takes back, the last one first. */
  undo: readonly string[];
  /** What came back, and why. */
  failed: { place: string; count: number; problem: Problem } | null;
};

export type ReadingStep =
  | { kind: 'move'; to: string }
  | { kind: 'mark'; place: string; seen: string; next: string }
  | { kind: 'unmark'; place: string }
  | { kind: 'takeBack' }
  | { kind: 'answered'; count: number; refused: readonly { place: string; code: MarkRefusal }[] }
  | { kind: 'failed'; count: number; problem: Problem }
  /** The page has been brought up to date. */
  | { kind: 'loaded' };

export const newReading = (current: string): Reading => ({ current, marked: {}, queue: [], undo: [], failed: null });

/** What is sent together: marks as far as they come one after another, or one that is taken back. */
export function nextBatch(queue: readonly Act[]): readonly Act[] {
  const end = queue.findIndex(({ kind }) => kind === 'unmark');
  if (end === 0) return queue.slice(0, 1);
  return queue.slice(0, Math.min(end < 0 ? queue.length : end, PLACES_PER_REQUEST));
}

const only = (marked: Reading['marked'], keeps: (place: string) => boolean): Reading['marked'] =>
  Object.fromEntries(Object.entries(marked).filter(([place]) => keeps(place)));

const unmark = (state: Reading, place: string): Reading => ({
  ...state,
  current: place,
  marked: { ...state.marked, [place]: false },
  queue: [...state.queue, { kind: 'unmark', place }],
  undo: state.undo.filter((of) => of !== place),
  failed: null,
});

/** Of what was sent these come back: they are what the page last heard of them, and the first one is open again. */
function comeBack(state: Reading, count: number, places: readonly string[], problem: Problem): Reading {
  const queue = state.queue.slice(count);
  const [first] = places;
  if (first === undefined) return { ...state, queue };
  return {
    ...state,
    current: first,
    queue,
    marked: only(state.marked, (place) => !places.includes(place) || queue.some((act) => act.place === place)),
    undo: state.undo.filter((place) => !places.includes(place)),
    failed: { place: first, count: places.length, problem },
  };
}

export function read(state: Reading, step: ReadingStep): Reading {
  switch (step.kind) {
    case 'move':
      return { ...state, current: step.to };
    case 'mark': {
      const { place, seen, next } = step;
      return {
        current: next,
        marked: { ...state.marked, [place]: true },
        queue: [...state.queue, { kind: 'mark', place, seen }],
        undo: [place, ...state.undo.filter((of) => of !== place)],
        failed: null,
      };
    }
    case 'unmark':
      return unmark(state, step.place);
    case 'takeBack': {
      const [last] = state.undo;
      return last === undefined ? state : unmark(state, last);
    }
    case 'answered':
      return comeBack(
        state,
        step.count,
        step.refused.map(({ place }) => place),
        step.refused[0]?.code ?? 'conflict',
      );
    case 'failed':
      return comeBack(
        state,
        step.count,
        state.queue.slice(0, step.count).map(({ place }) => place),
        step.problem,
      );
    case 'loaded':
      return { ...state, marked: only(state.marked, (place) => state.queue.some((act) => act.place === place)) };
  }
}

/** The next place that is left to do, from the one that is open, then from the beginning; itself where nothing is. */
export function nextLeft(keys: readonly string[], current: string, isDone: (key: string) => boolean): string {
  const at = keys.indexOf(current);
  const others = [...keys.slice(at + 1), ...keys.slice(0, Math.max(at, 0))];
  return others.find((key) => !isDone(key)) ?? current;
}
