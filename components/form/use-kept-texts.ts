import { useEffect, useMemo, useRef, useState } from 'react';
import { useDeviceOwner } from './device-owner';
import { keptPlace, readKept, writeKept } from './device-store';
import { useLeaveWarning } from './use-leave-warning';

type Texts<Key extends string> = Partial<Record<Key, string>>;
type Options<Key extends string> = {
  /** The name under which this device keeps them. */
  what: string;
  /** Those that could still be sent: the browser asks before it leaves one of them. */
  isPending: (key: Key) => boolean;
};

const areTexts = (kept: unknown): kept is Record<string, string> =>
  typeof kept === 'object' && kept !== null && Object.values(kept).every((text) => typeof text === 'string');

/** Short texts beside a button, each by its key: what was typed and not sent stays on this device until it is sent or discarded. */
export function useKeptTexts<Key extends string>({ what, isPending }: Options<Key>) {
  const owner = useDeviceOwner();
  const place = useMemo(() => owner && keptPlace(owner, what), [owner, what]);
  const [typed, setTyped] = useState<Texts<Key>>({});
  const newest = useRef<Texts<Key>>({});
  useEffect(() => {
    const kept = place && readKept(place);
    newest.current = { ...(areTexts(kept) && kept), ...newest.current };
    setTyped(newest.current);
  }, [place]);

  const hasPending = (texts: Texts<Key>) => (Object.keys(texts) as Key[]).some(isPending);
  useLeaveWarning(hasPending(typed), () => hasPending(newest.current));

  // What the device can't keep is still on the page, which asks before it is left.
  const change = (texts: Texts<Key>) => {
    newest.current = texts;
    setTyped(texts);
    if (place) writeKept(place, Object.keys(texts).length === 0 ? undefined : texts);
  };
  return {
    typed,
    keep: (key: Key, text: string) => change({ ...newest.current, [key]: text }),
    forget: (key: Key) => {
      const { [key]: _, ...others } = newest.current;
      change(others as Texts<Key>);
    },
    forgetAll: () => change({}),
  };
}
