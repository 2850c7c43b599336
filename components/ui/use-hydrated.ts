import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** false in what the server has drawn, until the program behind it runs in the browser. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
