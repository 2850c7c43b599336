'use client';

import { useEffect, useLayoutEffect } from 'react';
import { noteDrawnFor } from '@/components/form/call-action';
import { clearCopiesOfOthers } from '@/components/form/device-copies';
import { leaveUnasked } from '@/components/form/use-leave-warning';
import { drawnFor } from '@/lib/domain/sign-in/drawn-for';
import { paths } from '@/lib/routes';

/** Shared by all tabs: whoever works in one is there in the others, too. */
const LAST_TOUCHED = 'last-touched';
const LOOK_EVERY_MS = 15_000;

function lastTouched(): number {
  try {
    return Number(localStorage.getItem(LAST_TOUCHED));
  } catch {
    return 0;
  }
}

function noteTouch(at: number): void {
  try {
    localStorage.setItem(LAST_TOUCHED, String(at));
  } catch {
    // This tab knows it by itself.
  }
}

/**
 * Goes to the sign-in when nobody has touched any tab for as long as a session lasts: nothing of it stays on the screen,
 * even where the server can't be reached. What was typed is kept on the device by then.
 */
function leaveWhenIdle(idleMs: number): () => void {
  let here = Date.now();
  noteTouch(here);
  const look = () => {
    if (Date.now() - Math.max(here, lastTouched()) < idleMs) return true;
    leaveUnasked();
    window.location.replace(
      `${paths.signIn}?next=${encodeURIComponent(window.location.pathname + window.location.search)}`,
    );
    return false;
  };
  const touch = () => {
    if (!look()) return;
    here = Date.now();
    noteTouch(here);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const events = ['pointerdown', 'keydown'] as const;
  for (const name of events) window.addEventListener(name, touch, true);
  // A computer that slept has no timers.
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    for (const name of events) window.removeEventListener(name, touch, true);
    document.removeEventListener('visibilitychange', look);
  };
}

type SessionOnDeviceProps = { accountId: string; wardId: string; idleMinutes: number };

/**
 * On every page of somebody who is signed in: actions say whose page it is, what others left on this device goes, and what is shown
 * goes with the session.
 */
export function SessionOnDevice({ accountId, wardId, idleMinutes }: SessionOnDeviceProps) {
  // Before any effect that could call an action.
  useLayoutEffect(() => noteDrawnFor(drawnFor({ accountId, wardId })), [accountId, wardId]);
  useEffect(() => clearCopiesOfOthers(accountId), [accountId]);
  useEffect(() => leaveWhenIdle(idleMinutes * 60_000), [idleMinutes]);
  return null;
}
