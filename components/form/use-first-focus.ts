import { useEffect } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';

/** Who opens an empty form writes at once; who was faster than the page is left where they are. null: it isn't empty. */
export function useFirstFocus(id: string | null): void {
  const isHydrated = useHydrated();
  useEffect(() => {
    if (isHydrated && id && document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [isHydrated, id]);
}
