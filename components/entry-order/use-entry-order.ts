import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { attempt } from '@/components/form/attempt';
import { useAfterPress } from '@/components/form/use-after-press';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { getYearOrderAction, orderEntriesAction } from '@/lib/actions/entry-order';
import { changedSpan, laidOver, type OrderedEntry, placeFromText, type YearOrder } from '@/lib/domain/entry-order';
import { type Direction, eitherWay, movedTo, STEP } from '@/lib/domain/moving';
import type { Problem } from '@/lib/domain/result';
import { movedTo as movedToText, wrongPlace } from '@/lib/text/entry-order';

export type OrderOutcome = 'saving' | 'saved' | 'unchanged' | Problem | null;

export const placeId = (entryId: string): string => `place-${entryId}`;
export const moveId = (direction: Direction, entryId: string): string => `${direction}-${entryId}`;

const idsOf = (entries: readonly OrderedEntry[]): string[] => entries.map(({ id }) => id);
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

/** The arrangement on the screen, until it is saved. */
export function useEntryOrder(year: number, initial: YearOrder) {
  const [entries, setEntries] = useState<readonly OrderedEntry[]>(initial.entries);
  const [wrong, setWrong] = useState<{ id: string; message: string } | null>(null);
  const [outcome, setOutcome] = useState<OrderOutcome>(null);
  const [spoken, setSpoken] = useState('');
  const [stored, setStored] = useState({ version: initial.version, ids: idsOf(initial.entries) });
  const typed = useRef<{ id: string; text: string } | null>(null);
  const stepped = useRef<{ id: string; direction: Direction } | null>(null);
  const [latest, setLatest] = useState<readonly OrderedEntry[] | null>(null);
  const isDirty = wrong !== null || changedSpan(stored.ids, idsOf(entries)) !== null;
  useLeaveWarning(isDirty, () => isDirty);
  const afterPress = useAfterPress();

  const arrange = (list: readonly OrderedEntry[], from: number, to: number): readonly OrderedEntry[] => {
    const next = movedTo(list, from, to);
    const focused = document.activeElement;
    const { id = '', name = '' } = list[from] ?? {};
    const draw = () => {
      setEntries(next);
      setWrong(null);
      setOutcome(null);
      setSpoken(movedToText(name, to + 1));
    };
    keepInSight(id, () => flushSync(draw));
    // At an end one of the two buttons goes, and with it the focus.
    if (id && focused && !focused.isConnected) focusFirst([moveId('up', id), moveId('down', id)]);
    return next;
  };

  /** The field says again where the entry is. */
  const drop = (id: string) => {
    const input = document.getElementById(placeId(id));
    const place = entries.findIndex((entry) => entry.id === id) + 1;
    if (input instanceof HTMLInputElement) input.value = String(place);
    setWrong(null);
  };

  /** The list with the number that was typed last; null when there is no such place. */
  const settled = (): readonly OrderedEntry[] | null => {
    if (!typed.current) return entries;
    const { id, text } = typed.current;
    const from = entries.findIndex((entry) => entry.id === id);
    const place = placeFromText(text, entries.length);
    if (place === null) {
      setWrong({ id, message: wrongPlace(entries.length) });
      return null;
    }
    typed.current = null;
    if (place - 1 !== from) return arrange(entries, from, place - 1);
    drop(id);
    return entries;
  };

  const settledOrFocus = (): readonly OrderedEntry[] | null => {
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
    const from = list.findIndex((entry) => entry.id === id);
    const to = from + STEP[direction];
    if (to >= 0 && to < list.length) arrange(list, from, to);
    focusFirst(eitherWay(direction).map((way) => moveId(way, id)));
  };

  /** Somebody else was faster: this arrangement is laid over theirs, and theirs is kept beside it. */
  const meet = async (mine: readonly OrderedEntry[]) => {
    const answer = await attempt(() => getYearOrderAction(year));
    if (!answer.ok) return setOutcome(answer.code);
    const { isOpen, version, entries: theirs } = answer.value;
    if (!isOpen) return setOutcome('year_closed');
    setEntries(laidOver(theirs, idsOf(mine)));
    setStored({ version, ids: idsOf(theirs) });
    setLatest(theirs);
    return setOutcome('conflict');
  };

  const takeLatest = () => {
    if (latest) setEntries(latest);
    setLatest(null);
    setOutcome(null);
    setSpoken('');
    focusFirst([placeId(latest?.[0]?.id ?? '')]);
  };

  const save = async () => {
    const list = settledOrFocus();
    if (!list || outcome === 'saving') return;
    const entryIds = idsOf(list);
    if (changedSpan(stored.ids, entryIds) === null) return setOutcome('unchanged');
    setOutcome('saving');
    setSpoken('');
    const answer = await attempt(() => orderEntriesAction({ year, version: stored.version, entryIds }));
    if (!answer.ok) return answer.code === 'conflict' ? meet(list) : setOutcome(answer.code);
    setStored({ version: answer.value.version, ids: entryIds });
    setLatest(null);
    return setOutcome('saved');
  };

  return {
    entries,
    wrong,
    outcome,
    spoken,
    isDirty,
    /** After a conflict: where the entry stands in the stored order, 1 the first; null where that is no news. */
    storedPlace: (id: string, place: number): number | null => {
      const there = latest ? stored.ids.indexOf(id) + 1 : place;
      return there === place ? null : there;
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
