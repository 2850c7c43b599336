import { useEffect, useEffectEvent } from 'react';

/**
 * The browser asks before it leaves the page. Links of a form load whole pages, so it asks for them too. `isUnsaved` is asked
 * at that moment: leaving right after a save comes before the screen is drawn again.
 */
export function useLeaveWarning(isDirty: boolean, isUnsaved: () => boolean): void {
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault();
  });

  useEffect(() => {
    if (!isDirty) return;
    const listen = (event: BeforeUnloadEvent) => ask(event);
    window.addEventListener('beforeunload', listen);
    return () => window.removeEventListener('beforeunload', listen);
  }, [isDirty]);
}
