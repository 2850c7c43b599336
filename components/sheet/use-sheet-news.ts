import { useEffect, useEffectEvent, useRef } from 'react';
import { callAction } from '@/components/form/call-action';
import { listNewRowsAction } from '@/lib/actions/entry';
import { isPassing } from '@/lib/domain/result';
import { heardRows } from '@/lib/domain/sheet/sheet';
import type { SheetStore } from './sheet-store';

const ASK_EVERY_MS = 30_000;
/** Whoever has gone doesn't read it, and their session ends in its time. */
const ATTENDED_MS = 5 * 60_000;

/** What others store comes in while the sheet is looked at, and at once when the window is gone back to. */
export function useSheetNews({ current, tell }: SheetStore, onHeard: (rows: number) => void): void {
  const isAsking = useRef(false);
  const isOver = useRef(false);
  const ask = useEffectEvent(async () => {
    if (isAsking.current || isOver.current || document.visibilityState !== 'visible') return;
    isAsking.current = true;
    const answer = await callAction(() => listNewRowsAction(heardRows(current())), true);
    isAsking.current = false;
    // Why nothing can be stored, a save says.
    if (!answer.ok) isOver.current = !isPassing(answer.code) && answer.code !== 'signed_out';
    const before = current();
    const at = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
    for (const row of answer.ok ? answer.value : []) if (row.id !== at) tell({ kind: 'heard', row });
    const { rows } = current();
    const heard = Object.keys(rows).filter((id) => rows[id] !== before.rows[id]).length;
    if (heard > 0) onHeard(heard);
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
}
