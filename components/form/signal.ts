import { useSyncExternalStore } from 'react';

/** Tells components that something of the page has changed; `use` draws them anew where what they look at has. */
export function newSignal() {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return { tell, use: (look: () => boolean) => useSyncExternalStore(subscribe, look, () => false) };
}
