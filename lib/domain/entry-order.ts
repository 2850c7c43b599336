import * as z from 'zod/mini';
import { idInput, versionInput, yearInput } from './inputs';

const ENTRY_LIMIT = 2000;

export const orderEntriesInput = z.object({
  year: yearInput,
  version: versionInput,
  entryIds: z.array(idInput).check(z.minLength(1), z.maxLength(ENTRY_LIMIT, 'too_long')),
});

/** An entry as the page of the order shows it. */
export type OrderedEntry = {
  id: string;
  name: string;
  categoryName: string;
  departmentName: string;
  isPriority: boolean;
};

export type YearOrder = { isOpen: boolean; version: number; entries: OrderedEntry[] };

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
export function laidOver<T extends { id: string }>(latest: readonly T[], ids: readonly string[]): T[] {
  const found = new Map(latest.map((item) => [item.id, item]));
  const result = ids.flatMap((id) => found.get(id) ?? []);
  for (const [place, item] of latest.entries()) {
    if (ids.includes(item.id)) continue;
    const before = latest[place - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, item);
  }
  return result;
}

/** From the first to the last place at which the lists differ; null when they are the same. */
export function changedSpan(before: readonly string[], after: readonly string[]): { from: number; to: number } | null {
  const from = before.findIndex((id, place) => after[place] !== id);
  if (from < 0) return null;
  return { from, to: before.findLastIndex((id, place) => after[place] !== id) };
}
