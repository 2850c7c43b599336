import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { callAction } from '@/components/form/call-action';
import { getSheetNewsAction } from '@/lib/actions/entry';
import { isPassing } from '@/lib/domain/result';
import { heardRows, isLocked, isRewritten } from '@/lib/domain/sheet/sheet';
import type { SheetView } from '@/lib/domain/sheet/sheet-view';
import type { SheetStore } from './sheet-store';

const ASK_EVERY_MS = 30_000;
/** Whoever has gone doesn't read it, and their session ends in its time. */
const ATTENDED_MS = 5 * 60_000;

type Options = {
  store: SheetStore;
  /** How many rows have another content now, or can be written, or can't any more. */
  onHeard: (rows: number) => void;
  /** What is kept in them can be stored again. */
  onUnlocked: (rowIds: readonly string[]) => void;
};

/**
 * What others store comes in while the sheet is looked at, and at once when the window is gone back to.
 * @returns whether the sheet would have other rows by now.
 */
export function useSheetNews({ year, standing }: SheetView, { store, onHeard, onUnlocked }: Options): boolean {
  const { current, tell } = store;
  const [hasOthers, setHasOthers] = useState(false);
  const isAsking = useRef(false);
  const isOver = useRef(false);
  const ask = useEffectEvent(async () => {
    if (isAsking.current || isOver.current || document.visibilityState !== 'visible') return;
    isAsking.current = true;
    const answer = await callAction(() => getSheetNewsAction({ year, rows: heardRows(current()) }), true);
    isAsking.current = false;
    // Why nothing can be stored, a save says.
    if (!answer.ok) {
      isOver.current = !isPassing(answer.code) && answer.code !== 'signed_out';
      return;
    }
    setHasOthers(answer.value.standing !== standing);
    const at = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
    // No text is rewritten under the cursor.
    const rows = answer.value.rows.filter((row) => row.id !== at || !isRewritten(current(), row));
    const before = current();
    for (const row of rows) tell({ kind: 'heard', row });
    const turned = rows.filter(({ id }) => isLocked(before, id) !== isLocked(current(), id));
    const heard = rows.filter((row) => turned.includes(row) || isRewritten(before, row));
    if (heard.length > 0) onHeard(heard.length);
    const unlocked = turned.filter(({ isWritable }) => isWritable).map(({ id }) => id);
    if (unlocked.length > 0) onUnlocked(unlocked);
  });

  useEffect(() => {
    let attendedAt = performance.now();
    const attend = () => {
      attendedAt = performance.now();
    };
    const comeBack = () => {
      attend();
      void ask();
    };
    const timer = setInterval(() => performance.now() - attendedAt < ATTENDED_MS && void ask(), ASK_EVERY_MS);
    for (const name of ['pointerdown', 'keydown'] as const) window.addEventListener(name, attend, true);
    window.addEventListener('focus', comeBack);
    return () => {
      clearInterval(timer);
      for (const name of ['pointerdown', 'keydown'] as const) window.removeEventListener(name, attend, true);
      window.removeEventListener('focus', comeBack);
    };
  }, []);
  return hasOthers;
}
