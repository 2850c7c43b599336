import * as z from 'zod/mini';

export const directionInput = z.enum(['up', 'down']);
export type Direction = z.output<typeof directionInput>;

/** Places of a list are counted downwards. */
export const STEP: Record<Direction, number> = { up: -1, down: 1 };

/** The pressed direction, then the other one: at an end the pressed button goes. */
export const eitherWay = (direction: Direction): [Direction, Direction] =>
  direction === 'up' ? ['up', 'down'] : ['down', 'up'];

/** The list with the item at place `from` (0 is the first) put to place `to`; places beyond the ends are the ends. */
export function movedTo<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined) return [...items];
  const place = Math.min(Math.max(to, 0), items.length - 1);
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(place, 0, item);
}

/** The list with `id` one place further; unchanged at the end or without it. */
export function moved(ids: readonly string[], id: string, direction: Direction): string[] {
  const from = ids.indexOf(id);
  return movedTo(ids, from, from + STEP[direction]);
}
