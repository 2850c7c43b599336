import * as z from 'zod/mini';
import { idInput, reasonInput, yearInput } from '@/lib/domain/inputs';
import { PLACES_PER_REQUEST } from './place';

/** How many people other than who typed it read each place before an edition is published. */
export const READERS_NEEDED = [0, 1, 2] as const;
export type ReadersNeeded = (typeof READERS_NEEDED)[number];

const place = z.string().check(z.minLength(1), z.maxLength(200));
/** Of what was printed there, and of what its source said. */
const seen = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const readersNeeded = z.union([z.literal(0), z.literal(1), z.literal(2)]);

export const markInput = z.object({
  year: yearInput,
  marks: z.array(z.object({ place, seen })).check(z.minLength(1), z.maxLength(PLACES_PER_REQUEST)),
});
export const unmarkInput = z.object({ year: yearInput, place });
export const dropNoteInput = z.extend(unmarkInput, { accountId: idInput });
export const noteText = z.object({ note: reasonInput });
export const noteInput = z.extend(noteText, { year: yearInput, place, seen });
export const setReadersInput = z.object({ before: readersNeeded, after: readersNeeded });

/** Somebody's mark on a place; with a note it is a difference that was found. `at` is an ISO instant. */
export type Mark = {
  accountId: string;
  name: string;
  at: string;
  note: string | null;
  seen: string;
  /** Who made it can't take it back: the account is disabled, or doesn't work on this ward's budget any more. */
  isLeft: boolean;
};

/** A place as those who mark it need it. */
export type MarkedPlace = {
  seen: string;
  /** Who typed what its source says. */
  typists: readonly string[];
  marks: readonly Mark[];
};

/** Those that are of what stands there now. */
export const currentMarks = ({ seen, marks }: Pick<MarkedPlace, 'seen' | 'marks'>): Mark[] =>
  marks.filter((mark) => mark.seen === seen);

/** Those that count: nobody reads what they typed, and who found a difference hasn't found it right. */
export const countedMarks = (place: MarkedPlace): Mark[] =>
  currentMarks(place).filter(({ note, accountId }) => note === null && !place.typists.includes(accountId));

export const differences = (place: MarkedPlace): Mark[] => currentMarks(place).filter(({ note }) => note !== null);

/** Whether an edition may be published as far as this place is concerned. */
export const isReadEnough = (place: MarkedPlace, needed: number): boolean =>
  differences(place).length === 0 && countedMarks(place).length >= needed;

export type MarkRefusal = 'conflict' | 'own_text';

/** Why the actor can't mark what they saw there; null: they can. */
export function markRefusal(
  place: Pick<MarkedPlace, 'seen' | 'typists'> | undefined,
  seen: string,
  accountId: string,
): MarkRefusal | null {
  if (place?.seen !== seen) return 'conflict';
  return place.typists.includes(accountId) ? 'own_text' : null;
}

/** What an edition keeps of those who read it. */
export type ReaderSummary = { account: string; name: string; marked: number; lastAt: string };

export function readersOf(places: readonly MarkedPlace[]): ReaderSummary[] {
  const readers = new Map<string, ReaderSummary>();
  for (const { accountId, name, at } of places.flatMap(countedMarks)) {
    const known = readers.get(accountId) ?? { account: accountId, name, marked: 0, lastAt: at };
    const [, lastAt = at] = [at, known.lastAt].sort();
    readers.set(accountId, { ...known, marked: known.marked + 1, lastAt });
  }
  return [...readers.values()].sort((one, other) => other.marked - one.marked || one.name.localeCompare(other.name));
}
