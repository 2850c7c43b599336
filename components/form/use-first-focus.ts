import { useEffect } from 'react';
import { useIsAlive } from './use-is-alive';

/** Who opens an empty form writes at once; who was faster than the page is left where they are. null: it isn't empty. */
export function useFirstFocus(id: string | null): void {
  const isAlive = useIsAlive();
  useEffect(() => {
    if (isAlive && id && document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [isAlive, id]);
}
