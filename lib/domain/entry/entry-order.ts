import * as z from 'zod/mini';
import { idInput, versionInput, yearInput } from '@/lib/domain/inputs';
import { movedTo } from '@/lib/domain/reorder';

const ENTRY_LIMIT = 2000;

export const orderEntriesInput = z.object({
  year: yearInput,
  version: versionInput,
  entryIds: z.array(idInput).check(z.minLength(1), z.maxLength(ENTRY_LIMIT, 'too_long')),
});

/** An entry as the page of the order shows it. */
export type OrderedEntry = { id: string; name: string; departmentName: string; isPriority: boolean };

/** As list and document have them: by category, and in each of them in the order of the year. */
export type OrderedCategory = { id: string; name: string; entries: readonly OrderedEntry[] };

export type YearOrder = { isOpen: boolean; version: number; categories: readonly OrderedCategory[] };

export const entriesOf = (categories: readonly OrderedCategory[]): OrderedEntry[] =>
  categories.flatMap(({ entries }) => entries);

export const idsOf = (categories: readonly OrderedCategory[]): string[] => entriesOf(categories).map(({ id }) => id);

/** Where an entry stands in its category, 1 the first, and of how many; 0 of 0: it isn't there. */
export function placeOf(categories: readonly OrderedCategory[], entryId: string): { place: number; count: number } {
  const entries = categories.find((category) => category.entries.some(({ id }) => id === entryId))?.entries ?? [];
  return { place: entries.findIndex(({ id }) => id === entryId) + 1, count: entries.length };
}

/** The entry put to `place` of its category, 1 the first; places beyond its ends are the ends. */
export function movedWithin(categories: readonly OrderedCategory[], entryId: string, place: number): OrderedCategory[] {
  return categories.map(({ entries, ...category }) => {
    const from = entries.findIndex(({ id }) => id === entryId);
    return { ...category, entries: from < 0 ? entries : movedTo(entries, from, place - 1) };
  });
}

/** A typed place in a list of `count`, 1 the first; `２` and ` 2` are the same. null: there is no such place. */
export function placeFromText(text: string, count: number): number | null {
  const digits = text.normalize('NFKC').trim();
  const place = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return place >= 1 && place <= count ? place : null;
}

/** Whether both lists hold the same items, each once, in whatever order. */
export const isSameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(a);
  return a.length === b.length && set.size === a.length && new Set(b).size === b.length && b.every((id) => set.has(id));
};

/** `latest` in the order of `ids`. What `ids` doesn't know yet follows what it follows in `latest`. */
export function arrangedLike<T extends { id: string }>(latest: readonly T[], ids: readonly string[]): T[] {
  const found = new Map(latest.map((item) => [item.id, item]));
  const result = ids.flatMap((id) => found.get(id) ?? []);
  for (const [place, item] of latest.entries()) {
    if (ids.includes(item.id)) continue;
    const before = latest[place - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, item);
  }
  return result;
}

/** `latest` in the order of `mine`: an entry that came into it stays where it is in `latest`. */
export const mergedOrder = (mine: readonly string[], latest: readonly string[]): string[] =>
  arrangedLike(
    latest.map((id) => ({ id })),
    mine,
  ).map(({ id }) => id);

/** The entries of each category, by its id, as a form of the order has them. */
export type Arrangement = Record<string, string[]>;
export const arrangementOf = (categories: readonly OrderedCategory[]): Arrangement =>
  Object.fromEntries(categories.map(({ id, entries }) => [id, entries.map((entry) => entry.id)]));
export const arrangementInput = (categories: readonly OrderedCategory[]) =>
  z.object(Object.fromEntries(categories.map(({ id }) => [id, z.array(z.string())])));

/** The categories as they are known, with their entries arranged. */
export function arranged(known: readonly OrderedCategory[], arrangement: Arrangement): OrderedCategory[] {
  const entries = new Map(entriesOf(known).map((entry) => [entry.id, entry]));
  return known.map(({ id, name }) => ({
    id,
    name,
    entries: (arrangement[id] ?? []).flatMap((of) => entries.get(of) ?? []),
  }));
}

/** From the first to the last place at which the lists differ; null when they are the same. */
export function changedSpan(before: readonly string[], after: readonly string[]): { from: number; to: number } | null {
  const from = before.findIndex((id, place) => after[place] !== id);
  if (from < 0) return null;
  return { from, to: before.findLastIndex((id, place) => after[place] !== id) };
}
