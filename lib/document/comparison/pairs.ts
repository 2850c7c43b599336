import { diffArrays } from 'diff';

/** What stands in both lists, or in one of them. Its places count from 1; moved: the order changed, too. */
export type Pair<T> = { from: number; to: number; isMoved: boolean } & (
  | { before: T; after: T }
  | { before: T; after: null }
  | { before: null; after: T }
);

type Likeness<T> = {
  /** What an item is known by, the surest first. An empty text says nothing. */
  keys: readonly ((item: T) => string)[];
  /** Items of different kinds are never the same. */
  kind: (item: T) => string;
  /** What it says, to tell which of several is most alike. */
  text: (item: T) => string;
};

/** More comparisons than that would be felt: what stands there is new anyway. */
const MOST_COMPARED = 2_500;

const bigrams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = Array.from(one).filter((part) => other.has(part)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}

/** Of those that have no name in common: which stand for each other, the most alike first, never crosswise. */
function pairInOrder<T>(before: readonly T[], after: readonly T[], { kind, text }: Likeness<T>): [number, number][] {
  const isPossible = (from: number, to: number) => kind(before[from] as T) === kind(after[to] as T);
  const inOrder = Array.from({ length: Math.min(before.length, after.length) }, (_, index) => index);
  const isEven = before.length === after.length && inOrder.every((index) => isPossible(index, index));
  if (isEven || before.length * after.length > MOST_COMPARED)
    return inOrder.filter((index) => isPossible(index, index)).map((index) => [index, index]);
  const parts = { before: before.map((item) => bigrams(text(item))), after: after.map((item) => bigrams(text(item))) };
  const candidates = parts.before.flatMap((one, from) =>
    parts.after.flatMap((other, to) => (isPossible(from, to) ? [{ from, to, likeness: likenessOf(one, other) }] : [])),
  );
  const taken: [number, number][] = [];
  for (const { from, to } of candidates.toSorted((one, other) => other.likeness - one.likeness)) {
    if (taken.every(([f, t]) => (f < from && t < to) || (f > from && t > to))) taken.push([from, to]);
  }
  return taken;
}

/** The pairs that stand in the same order in both lists. */
function inSameOrder(pairs: ReadonlyMap<number, number>): Set<number> {
  const found = Array.from(pairs.values());
  const steady = diffArrays(
    found,
    found.toSorted((one, other) => one - other),
  );
  return new Set(steady.flatMap(({ added, removed, value }) => (added || removed ? [] : value)));
}

/** Index in `before` → index in `after`, in the order of `before`. */
function partnersOf<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Map<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    partners.set(from, to);
    taken.add(to);
  };
  for (const key of likeness.keys) {
    const free = new Map<string, number[]>();
    for (const [to, item] of after.entries()) {
      const name = taken.has(to) ? '' : key(item);
      if (name === '') continue;
      const named = free.get(`${likeness.kind(item)} ${name}`) ?? [];
      named.push(to);
      free.set(`${likeness.kind(item)} ${name}`, named);
    }
    for (const [from, item] of before.entries()) {
      const to = partners.has(from) ? undefined : free.get(`${likeness.kind(item)} ${key(item)}`)?.shift();
      if (to !== undefined) pair(from, to);
    }
  }
  const inBeforeOrder = () => new Map(Array.from(partners).toSorted(([one], [other]) => one - other));
  const steady = inSameOrder(inBeforeOrder());
  const gaps = new Map<number, { from: number[]; to: number[] }>();
  const gapAt = (gap: number) => {
    const found = gaps.get(gap) ?? { from: [], to: [] };
    gaps.set(gap, found);
    return found;
  };
  let gap = 0;
  for (const from of before.keys()) {
    const to = partners.get(from);
    if (to === undefined) gapAt(gap).from.push(from);
    else if (steady.has(to)) gap += 1;
  }
  gap = 0;
  for (const to of after.keys()) {
    if (!taken.has(to)) gapAt(gap).to.push(to);
    else if (steady.has(to)) gap += 1;
  }
  for (const { from, to } of gaps.values()) {
    const found = pairInOrder(
      from.map((index) => before[index] as T),
      to.map((index) => after[index] as T),
      likeness,
    );
    for (const [one, other] of found) pair(from[one] as number, to[other] as number);
  }
  return inBeforeOrder();
}

/**
 * Two lists side by side, in the order of the second; what it lacks stands where it stood. Items are the same by their names
 * first, then by their places between those.
 */
export function pairsOf<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pair<T>[] {
  const partners = partnersOf(before, after, likeness);
  const steady = inSameOrder(partners);
  const origins = new Map(Array.from(partners, ([from, to]) => [to, from]));
  const followers = new Map<number, Pair<T>[]>();
  let last = -1;
  for (const [index, item] of before.entries()) {
    const to = partners.get(index);
    const alone: Pair<T> = { before: item, after: null, from: index + 1, to: 0, isMoved: false };
    if (to === undefined) followers.set(last, [...(followers.get(last) ?? []), alone]);
    else last = to;
  }
  const pairs = after.flatMap((item, index): Pair<T>[] => {
    const from = origins.get(index);
    const places = { from: from === undefined ? 0 : from + 1, to: index + 1, isMoved: false };
    const here: Pair<T> =
      from === undefined
        ? { ...places, before: null, after: item }
        : { ...places, before: before[from] as T, after: item, isMoved: !steady.has(index) };
    return [here, ...(followers.get(index) ?? [])];
  });
  return [...(followers.get(-1) ?? []), ...pairs];
}
