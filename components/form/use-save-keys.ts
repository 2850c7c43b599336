import { useEffect, useEffectEvent } from 'react';

/** Ctrl+S saves, Ctrl+Enter goes on to the next step. A key that belongs to an IME composition is none of ours. */
export function useSaveKeys(onSave: () => void, onNext?: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = event.key.toLowerCase() === 's' ? onSave : event.key === 'Enter' ? onNext : undefined;
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
