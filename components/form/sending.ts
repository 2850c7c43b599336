import { useSyncExternalStore } from 'react';

let awaited = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  awaited += by;
  for (const listener of listeners) listener();
}

/** While it lasts, the page says that something is being sent (`SendingNotice`). */
export async function whileSending<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  change(1);
  try {
    return await act();
  } finally {
    change(-1);
  }
}

/** For the end of what is being sent: it lasts until the next page is there, and nothing is sent a second time meanwhile. */
export function leaveFor(href: string, how: 'assign' | 'replace' = 'assign'): Promise<never> {
  window.location[how](href);
  return new Promise(() => {});
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useIsSending = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => awaited > 0,
    () => false,
  );
