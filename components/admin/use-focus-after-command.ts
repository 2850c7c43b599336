import { useEffect, useRef } from 'react';

/**
 * The pressed button may be gone when `shown` comes back, or lose the focus while it moves. Say before a command which elements
 * get the focus then: the first that is there.
 */
export function useFocusAfterCommand(shown: unknown): (ids: readonly string[]) => void {
  const next = useRef<{ before: unknown; ids: readonly string[] } | null>(null);

  useEffect(() => {
    if (!next.current || next.current.before === shown) return;
    const found = next.current.ids.map((id) => document.getElementById(id)).find((element) => element !== null);
    if (document.activeElement === document.body) found?.focus();
    next.current = null;
  }, [shown]);

  return (ids) => {
    next.current = { before: shown, ids };
  };
}
