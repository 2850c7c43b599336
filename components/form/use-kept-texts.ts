import { useEffect, useMemo, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { useDeviceOwner } from './device-owner';
import { type KeptPlace, keptPlace, readKept, writeKept } from './device-store';
import { useLeaveWarning } from './use-leave-warning';

type Texts<Key extends string> = Partial<Record<Key, string>>;
type Options<Key extends string> = {
  /** The name under which this device keeps them. */
  what: string;
  schema: z.ZodMiniType<Texts<Key>>;
  /** Those that could still be sent: the browser asks before it leaves one of them. */
  isPending: (key: Key) => boolean;
};

/** Short texts beside a button, each by its key: what was typed and not sent stays on this device until it is sent or discarded. */
export function useKeptTexts<Key extends string>({ what, schema, isPending }: Options<Key>) {
  const owner = useDeviceOwner();
  const place = useMemo(() => owner && keptPlace(owner, what), [owner, what]);
  const [typed, setTyped] = useState<Texts<Key>>({});
  const newest = useRef<Texts<Key>>({});
  useEffect(() => {
    const kept = place && schema.safeParse(readKept(place)).data;
    newest.current = { ...kept, ...newest.current };
    setTyped(newest.current);
  }, [place, schema]);

  const pendingOf = (texts: Texts<Key>) => (Object.keys(texts) as Key[]).filter(isPending);
  useLeaveWarning(pendingOf(typed).length > 0, () => pendingOf(newest.current).length > 0);

  // What the device can't keep is still on the page, which asks before it is left.
  const change = (texts: Texts<Key>) => {
    newest.current = texts;
    setTyped(texts);
    if (place) writeTexts(place, texts);
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

const writeTexts = (place: KeptPlace, texts: object): boolean =>
  writeKept(place, Object.keys(texts).length === 0 ? undefined : texts);
