import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const forms = new Set<() => boolean>();
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** For what leaves the page without the browser asking: whether a form on it holds text that would be lost. */
export const isAnythingUnsaved = (): boolean => [...forms].some((isUnsaved) => isUnsaved());

let isComingBack = false;

/** Loads the page anew. What this device keeps of it is offered there, and isn't asked about here. */
export function reloadPage(): void {
  isComingBack = true;
  window.location.reload();
}

/** Nothing is asked any more: somebody has decided to leave, or the page has been left and comes anew. */
export const leaveUnasked = (): void => {
  forms.clear();
  tell();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether any form of the page is changed: for the one bar of several. */
export const useIsAnythingChanged = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => forms.size > 0,
    () => false,
  );

/**
 * The browser asks before it leaves the page. Links of a form load whole pages, so it asks for them too. `isUnsaved` is asked
 * at that moment: leaving right after a save comes before the screen is drawn again. `isKept`: this device has it, too.
 */
export function useLeaveWarning(isDirty: boolean, isUnsaved: () => boolean, isKept = () => false): void {
  const asked = useEffectEvent(isUnsaved);
  const isSafe = useEffectEvent(() => isComingBack && isKept());

  useEffect(() => {
    if (!isDirty) return;
    const form = () => asked();
    const listen = (event: BeforeUnloadEvent) => {
      if (forms.has(form) && form() && !isSafe()) event.preventDefault();
    };
    forms.add(form);
    tell();
    window.addEventListener('beforeunload', listen);
    window.addEventListener('pagehide', leaveUnasked);
    return () => {
      forms.delete(form);
      tell();
      window.removeEventListener('beforeunload', listen);
      window.removeEventListener('pagehide', leaveUnasked);
    };
  }, [isDirty]);
}
