import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { attempt } from '@/components/form/attempt';
import { useAfterPress } from '@/components/form/use-after-press';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { getYearOrderAction, orderEntriesAction } from '@/lib/actions/entry-order';
import {
  categoriesLaidOver,
  changedSpan,
  entriesOf,
  idsOf,
  movedWithin,
  type OrderedCategory,
  placeFromText,
  placeOf,
  type YearOrder,
} from '@/lib/domain/entry-order';
import { type Direction, eitherWay, STEP } from '@/lib/domain/moving';
import type { Problem } from '@/lib/domain/result';
import { movedTo as movedToText, wrongPlace } from '@/lib/text/entry-order';

export type OrderOutcome = 'saving' | 'saved' | 'unchanged' | Problem | null;

export const placeId = (entryId: string): string => `place-${entryId}`;
export const moveId = (direction: Direction, entryId: string): string => `${direction}-${entryId}`;

const focusFirst = (ids: readonly string[]): void =>
  ids
    .map((id) => document.getElementById(id))
    .find((found) => found !== null)
    ?.focus();

/** The page moves along: the row that somebody is at, or else the moved one, stays where it is in the window. */
function keepInSight(movedId: string, move: () => void): void {
  const rowOf = (element: Element | null) => element?.closest('tbody tr') ?? null;
  const row = rowOf(document.activeElement) ?? rowOf(document.getElementById(placeId(movedId)));
  const before = row?.getBoundingClientRect().top ?? 0;
  move();
  if (row?.isConnected) window.scrollBy(0, row.getBoundingClientRect().top - before);
}

/** The arrangement on the screen, until it is saved. An entry moves within its category, as list and document have it. */
export function useEntryOrder(year: number, initial: YearOrder) {
  const [categories, setCategories] = useState(initial.categories);
  const [wrong, setWrong] = useState<{ id: string; message: string } | null>(null);
  const [outcome, setOutcome] = useState<OrderOutcome>(null);
  const [spoken, setSpoken] = useState('');
  const [stored, setStored] = useState({ version: initial.version, categories: initial.categories });
  const typed = useRef<{ id: string; text: string } | null>(null);
  const stepped = useRef<{ id: string; direction: Direction } | null>(null);
  /** Another person's order, which is stored, beside this one. */
  const [isMet, setIsMet] = useState(false);
  const differs = (list: readonly OrderedCategory[]) => changedSpan(idsOf(stored.categories), idsOf(list)) !== null;
  const isDirty = wrong !== null || differs(categories);
  useLeaveWarning(isDirty, () => isDirty);
  const afterPress = useAfterPress();

  const arrange = (list: readonly OrderedCategory[], id: string, place: number): readonly OrderedCategory[] => {
    const next = movedWithin(list, id, place);
    const focused = document.activeElement;
    const name = entriesOf(list).find((entry) => entry.id === id)?.name ?? '';
    const draw = () => {
      setCategories(next);
      setWrong(null);
      setOutcome(null);
      setSpoken(movedToText(name, place));
    };
    keepInSight(id, () => flushSync(draw));
    // At an end one of the two buttons goes, and with it the focus.
    if (focused && !focused.isConnected) focusFirst([moveId('up', id), moveId('down', id)]);
    return next;
  };

  /** The field says again where the entry is. */
  const drop = (id: string) => {
    const input = document.getElementById(placeId(id));
    if (input instanceof HTMLInputElement) input.value = String(placeOf(categories, id).place);
    setWrong(null);
  };

  /** The list with the number that was typed last; null when there is no such place. */
  const settled = (): readonly OrderedCategory[] | null => {
    if (!typed.current) return categories;
    const { id, text } = typed.current;
    const before = placeOf(categories, id);
    const place = placeFromText(text, before.count);
    if (place === null) {
      setWrong({ id, message: wrongPlace(before.count) });
      return null;
    }
    typed.current = null;
    if (place !== before.place) return arrange(categories, id, place);
    drop(id);
    return categories;
  };

  const settledOrFocus = (): readonly OrderedCategory[] | null => {
    const list = settled();
    if (!list && typed.current) document.getElementById(placeId(typed.current.id))?.focus();
    return list;
  };

  /** Further clicks of a double click mean the entry that the first one has moved from under the pointer. */
  const step = (pressedId: string, pressed: Direction, isRepeated: boolean) => {
    const list = settledOrFocus();
    if (!list) return;
    const { id, direction } = (isRepeated && stepped.current) || { id: pressedId, direction: pressed };
    stepped.current = { id, direction };
    const { place, count } = placeOf(list, id);
    const to = place + STEP[direction];
    if (to >= 1 && to <= count) arrange(list, id, to);
    focusFirst(eitherWay(direction).map((way) => moveId(way, id)));
  };

  /** Somebody else was faster: this arrangement is laid over theirs, and theirs is kept beside it. */
  const meet = async (mine: readonly OrderedCategory[]) => {
    const answer = await attempt(() => getYearOrderAction(year));
    if (!answer.ok) return setOutcome(answer.code);
    const { isOpen, version, categories: theirs } = answer.value;
    if (!isOpen) return setOutcome('year_closed');
    setCategories(categoriesLaidOver(theirs, mine));
    setStored({ version, categories: theirs });
    setIsMet(true);
    return setOutcome('conflict');
  };

  const takeLatest = () => {
    setCategories(stored.categories);
    setIsMet(false);
    setOutcome(null);
    setSpoken('');
    focusFirst(idsOf(stored.categories).map(placeId));
  };

  const save = async () => {
    const list = settledOrFocus();
    if (!list || outcome === 'saving') return;
    const entryIds = idsOf(list);
    if (!differs(list)) return setOutcome('unchanged');
    setOutcome('saving');
    setSpoken('');
    const answer = await attempt(() => orderEntriesAction({ year, version: stored.version, entryIds }));
    if (!answer.ok) return answer.code === 'conflict' ? meet(list) : setOutcome(answer.code);
    setStored({ version: answer.value.version, categories: list });
    setIsMet(false);
    return setOutcome('saved');
  };

  return {
    categories,
    wrong,
    outcome,
    spoken,
    isDirty,
    /** After a conflict: where the entry stands in its category as it is stored; null where that is no news. */
    storedPlace: (id: string, place: number): number | null => {
      const there = placeOf(stored.categories, id).place;
      return isMet && there !== place ? there : null;
    },
    takeLatest,
    step,
    save,
    type: (id: string, text: string) => {
      if (typed.current && typed.current.id !== id) drop(typed.current.id);
      typed.current = { id, text };
    },
    leave: () => afterPress(settled),
    enter: (id: string) => {
      settled();
      focusFirst([placeId(id)]);
    },
  };
}

export type EntryOrder = ReturnType<typeof useEntryOrder>;
