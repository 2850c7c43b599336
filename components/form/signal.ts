import { useSyncExternalStore } from 'react';

/** Tells that something of the page has changed; `use` draws anew the components where what they look at has. */
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
  return { tell, subscribe, use: <Seen>(look: () => Seen): Seen => useSyncExternalStore(subscribe, look, look) };
}
