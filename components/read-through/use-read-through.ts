import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef } from 'react';
import { callAction } from '@/components/form/call-action';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { refreshIfAnswering } from '@/components/shell/refresh';
import { markPlacesAction, unmarkPlaceAction } from '@/lib/actions/read-through';
import { type Act, newReading, nextBatch, nextLeft, read } from '@/lib/domain/read-through/reading';
import { succeed } from '@/lib/domain/result';
import type { ShownPlace } from './shown-places';

const sendBatch = (year: number, batch: readonly Act[]) =>
  callAction(async () => {
    const [first] = batch;
    const marks = batch.flatMap((act) => (act.kind === 'mark' ? { place: act.place, seen: act.seen } : []));
    if (marks.length > 0) return markPlacesAction({ year, marks });
    const done = await unmarkPlaceAction({ year, place: first?.place });
    return done?.ok ? succeed({ refused: [] }) : done;
  });

/** Whether somebody who reads has nothing more to do there: they have, or enough others have. */
function isDoneOf(place: ShownPlace, marked: Readonly<Record<string, boolean>>): boolean {
  const own = marked[place.key];
  if (own !== undefined) return own || (place.isEnough && !place.isMarkedByMe);
  return place.isMarkedByMe || place.isEnough || place.differences.some(({ isMine }) => isMine);
}

/** What others mark shows when somebody comes back to the page, and with the marks of one's own, as often as this. */
const OTHERS_SEEN_MS = 20_000;
const COMING_BACK_MS = 2_000;

/** One sitting: what is marked shows at once and is sent in its order meanwhile; what doesn't arrive comes back. */
export function useReadThrough(year: number, places: readonly ShownPlace[]) {
  const router = useRouter();
  const [state, step] = useReducer(read, places, (all) =>
    newReading((all.find((place) => !isDoneOf(place, {})) ?? all[0])?.key ?? ''),
  );
  const isSending = useRef(false);
  const known = useRef(places);
  const loadedAt = useRef(0);

  useEffect(() => {
    const batch = nextBatch(state.queue);
    if (isSending.current || batch.length === 0) return;
    isSending.current = true;
    sendBatch(year, batch).then((answer) => {
      isSending.current = false;
      const count = batch.length;
      if (answer.ok) step({ kind: 'answered', count, refused: answer.value.refused });
      else step({ kind: 'failed', count, problem: answer.code });
      const hadDifference = known.current.some(
        ({ key, differences }) => differences.length > 0 && batch.some(({ place }) => place === key),
      );
      const isOld = Date.now() - loadedAt.current > OTHERS_SEEN_MS;
      if (!answer.ok) void refreshIfAnswering(router.refresh);
      else if (answer.value.refused.length > 0 || hadDifference || isOld) router.refresh();
    });
  }, [state.queue, year, router]);

  useEffect(() => {
    if (known.current !== places) step({ kind: 'loaded' });
    known.current = places;
    loadedAt.current = Date.now();
  }, [places]);

  const comeBack = useEffectEvent(() => {
    if (!isSending.current && Date.now() - loadedAt.current > COMING_BACK_MS) void refreshIfAnswering(router.refresh);
  });
  useEffect(() => {
    const listen = () => comeBack();
    window.addEventListener('focus', listen);
    return () => window.removeEventListener('focus', listen);
  }, []);

  const isWaiting = state.queue.length > 0;
  useLeaveWarning(isWaiting, () => isWaiting);

  const { marked } = state;
  const done = useMemo(
    () => new Set(places.filter((place) => isDoneOf(place, marked)).map(({ key }) => key)),
    [places, marked],
  );
  const move = useCallback((to: string) => step({ kind: 'move', to }), []);
  const keys = useMemo(() => places.map(({ key }) => key), [places]);
  const current = places.find(({ key }) => key === state.current) ?? places[0];
  const isMarked = (place: ShownPlace): boolean => marked[place.key] ?? place.isMarkedByMe;
  const next = (): string => nextLeft(keys, state.current, (key) => done.has(key));

  return {
    current,
    marked,
    done,
    failed: state.failed,
    canTakeBack: state.undo.length > 0,
    isMarked,
    move,
    /** Where nothing can be said of the open place, only on to the next one. */
    goOn: () => {
      if (!current) return;
      const isOver = current.isOwnText || isMarked(current);
      if (isOver) step({ kind: 'move', to: next() });
      else step({ kind: 'mark', place: current.key, seen: current.seen, next: next() });
    },
    takeBack: () => step({ kind: 'takeBack' }),
    unmark: (place: string) => step({ kind: 'unmark', place }),
    refresh: () => router.refresh(),
  };
}

export type ReadThroughState = ReturnType<typeof useReadThrough>;
