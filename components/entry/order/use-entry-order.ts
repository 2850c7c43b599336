import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWatch } from 'react-hook-form';
import { afterRelease } from '@/components/form/after-release';
import { useDraft } from '@/components/form/use-draft';
import { getYearOrderAction, orderEntriesAction } from '@/lib/actions/entry';
import {
  type Arrangement,
  arranged,
  arrangementInput,
  arrangementOf,
  entriesOf,
  idsOf,
  mergedOrder,
  movedWithin,
  type OrderedCategory,
  placeFromText,
  placeOf,
  type YearOrder,
} from '@/lib/domain/entry/entry-order';
import { type Direction, eitherWay, STEP } from '@/lib/domain/reorder';
import { fail, type Problem, succeed } from '@/lib/domain/result';
import { movedTo as movedToText, wrongPlace } from '@/lib/text/entry/entry-order';

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

const storedOf = ({ version, categories }: YearOrder) => ({ version, fields: arrangementOf(categories) });

/** The arrangement on the screen, until it is saved. An entry moves within its category, as list and document have it. */
export function useEntryOrder(year: number, initial: YearOrder) {
  /** The categories with their entries, as this page has last heard of them. */
  const known = useRef(initial.categories);
  const [wrong, setWrong] = useState<{ id: string; message: string } | null>(null);
  /** What was said of the last save is out of date. */
  const [isPast, setIsPast] = useState(false);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const [spoken, setSpoken] = useState('');
  const typed = useRef<{ id: string; text: string } | null>(null);
  const lastStep = useRef<{ id: string; direction: Direction } | null>(null);
  const schema = useMemo(() => arrangementInput(initial.categories), [initial]);

  const draft = useDraft<Arrangement, { version: number }>({
    schema,
    stored: storedOf(initial),
    labels: {},
    keep: `order:${year}`,
    rebase: (mine, theirs) => mergedOrder(mine as string[], theirs as string[]),
    send: (text, version) => orderEntriesAction({ year, version, entryIds: idsOf(arranged(known.current, text)) }),
    latest: async () => {
      const found = await getYearOrderAction(year);
      if (!found?.ok) return found;
      if (!found.value.isOpen) return fail('year_closed');
      known.current = found.value.categories;
      return succeed(storedOf(found.value));
    },
  });
  const { form, saving, conflict } = draft;
  useWatch({ control: form.control });
  const categories = arranged(known.current, draft.current().mine);
  const isDirty = wrong !== null || draft.isDirty;

  const outcome = (): OrderOutcome => {
    if (saving.kind === 'saving') return 'saving';
    if (isPast) return null;
    if (isUnchanged) return 'unchanged';
    if (conflict) return 'conflict';
    if (saving.kind === 'failed') return saving.problem;
    return draft.isDone ? 'saved' : null;
  };

  const listNow = () => arranged(known.current, draft.current().mine);

  const arrange = (list: readonly OrderedCategory[], id: string, place: number) => {
    const next = movedWithin(list, id, place);
    const focused = document.activeElement;
    const name = entriesOf(list).find((entry) => entry.id === id)?.name ?? '';
    const draw = () => {
      for (const [category, ids] of Object.entries(arrangementOf(next))) form.setValue(category, ids);
      setWrong(null);
      setIsPast(true);
      setSpoken(movedToText(name, place));
    };
    keepInSight(id, () => flushSync(draw));
    // At an end one of the two buttons goes, and with it the focus.
    if (focused && !focused.isConnected) focusFirst([moveId('up', id), moveId('down', id)]);
  };

  /** The field says again where the entry is. */
  const drop = (id: string) => {
    const input = document.getElementById(placeId(id));
    if (input instanceof HTMLInputElement) input.value = String(placeOf(listNow(), id).place);
    setWrong(null);
  };

  /** Takes the number that was typed last; false: there is no such place. */
  const settle = (): boolean => {
    if (!typed.current) return true;
    const { id, text } = typed.current;
    const before = placeOf(listNow(), id);
    const place = placeFromText(text, before.count);
    if (place === null) {
      setWrong({ id, message: wrongPlace(before.count) });
      return false;
    }
    typed.current = null;
    if (place === before.place) drop(id);
    else arrange(listNow(), id, place);
    return true;
  };

  const settleOrFocus = (): boolean => {
    const isSettled = settle();
    if (!isSettled && typed.current) document.getElementById(placeId(typed.current.id))?.focus();
    return isSettled;
  };

  /** Further clicks of a double click mean the entry that the first one has moved from under the pointer. */
  const step = (pressedId: string, pressed: Direction, isRepeated: boolean) => {
    if (!settleOrFocus()) return;
    const { id, direction } = (isRepeated && lastStep.current) || { id: pressedId, direction: pressed };
    lastStep.current = { id, direction };
    const { place, count } = placeOf(listNow(), id);
    const to = place + STEP[direction];
    if (to >= 1 && to <= count) arrange(listNow(), id, to);
    focusFirst(eitherWay(direction).map((way) => moveId(way, id)));
  };

  const takeLatest = () => {
    draft.undo();
    setIsPast(true);
    setSpoken('');
    focusFirst(idsOf(known.current).map(placeId));
  };

  const save = async () => {
    if (!settleOrFocus() || saving.kind === 'saving') return;
    const hasNothing = !draft.isUnsaved();
    setIsUnchanged(hasNothing);
    setIsPast(false);
    if (hasNothing) return;
    setSpoken('');
    await draft.store();
  };

  return {
    draft,
    categories,
    wrong,
    outcome: outcome(),
    spoken,
    isDirty,
    /** After a conflict: where the entry stands in its category as it is stored; null where that is no news. */
    storedPlace: (id: string, place: number): number | null => {
      const there = placeOf(arranged(known.current, draft.current().theirs), id).place;
      return conflict && there !== place ? there : null;
    },
    takeLatest,
    step,
    save,
    type: (id: string, text: string) => {
      if (typed.current && typed.current.id !== id) drop(typed.current.id);
      typed.current = { id, text };
    },
    leave: () => afterRelease(settle),
    enter: (id: string) => {
      settle();
      focusFirst([placeId(id)]);
    },
  };
}

export type EntryOrder = ReturnType<typeof useEntryOrder>;
