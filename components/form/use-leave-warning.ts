import { useEffect, useEffectEvent } from 'react';
import { newSignal } from './signal';

type ChangedForm = { isUnsaved: () => boolean; isKept: () => boolean };
const forms = new Set<ChangedForm>();
const changed = newSignal();

/** For what leaves the page without the browser asking: whether a form on it holds text that would be lost. */
export const isAnythingUnsaved = (): boolean => [...forms].some(({ isUnsaved }) => isUnsaved());

/** Whether any form of the page is changed: for the one bar of several. */
export const useIsAnythingChanged = (): boolean => changed.use(() => forms.size > 0);

let isComingBack = false;

/** Loads the page anew. What this device keeps of it is offered there, and isn't asked about here. */
export function reloadPage(): void {
  isComingBack = true;
  window.location.reload();
}

function warn(event: BeforeUnloadEvent): void {
  if ([...forms].some(({ isUnsaved, isKept }) => isUnsaved() && !(isComingBack && isKept()))) event.preventDefault();
}

/** A page that listens for nothing comes back at once with 戻る. */
function update(): void {
  const change = forms.size > 0 ? 'addEventListener' : 'removeEventListener';
  window[change]('beforeunload', warn as EventListener);
  window[change]('pagehide', leaveUnasked);
  changed.tell();
}

/** Nothing is asked any more: somebody has decided to leave, or the page has been left and comes anew. */
export function leaveUnasked(): void {
  forms.clear();
  update();
}

/**
 * The browser asks before it leaves the page. Links of a form load whole pages, so it asks for them too. `isUnsaved` is asked
 * at that moment: leaving right after a save comes before the screen is drawn again. `isKept`: this device has it, too.
 */
export function useLeaveWarning(isDirty: boolean, isUnsaved: () => boolean, isKept = () => false): void {
  const form = { isUnsaved: useEffectEvent(isUnsaved), isKept: useEffectEvent(isKept) };
  const watch = useEffectEvent(() => {
    forms.add(form);
    update();
    return () => {
      forms.delete(form);
      update();
    };
  });
  useEffect(() => (isDirty ? watch() : undefined), [isDirty]);
}
