import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Fields } from '@/lib/domain/draft/draft';
import {
  type CopyForm,
  type DeviceCopy,
  isStillKept,
  keepDeviceCopy,
  newDraftId,
  readDeviceCopies,
} from './device-copy';
import { useDeviceOwner } from './device-owner';
import { keptPlace } from './device-store';

/** What a page that crashes may lose, however long somebody goes on typing. */
const LOST_AT_MOST_MS = 100;

type Options<F> = {
  /** Under which name, which may change; undefined: nothing is kept. */
  keep: string | (() => string) | undefined;
  form: CopyForm<F>;
  /** What has to come first to say whether a copy holds anything that isn't stored. */
  load?: (() => Promise<unknown>) | undefined;
  textNow: () => Omit<DeviceCopy<F>, 'draftId' | 'at'>;
  isUnsaved: (fields?: F) => boolean;
};

/** Keeps what is typed on this device until the server has it, and offers what an earlier visit left behind. */
export function useDeviceCopy<F extends Fields>({ keep, form, load, textNow, isUnsaved }: Options<F>) {
  const owner = useDeviceOwner();
  const [hasNoStorage, setNoStorage] = useState(false);
  const [found, setFound] = useState<readonly DeviceCopy<F>[]>([]);
  const draftId = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const placeNow = () => {
    const name = typeof keep === 'function' ? keep() : keep;
    return owner && name ? keptPlace(owner, name) : null;
  };
  const [foundUnder] = useState(placeNow);

  const write = (place: ReturnType<typeof placeNow>, id: string, copy: DeviceCopy<F> | null = null) => {
    if (place) setNoStorage(!keepDeviceCopy(place, form, id, copy));
  };

  const copyNow = (): DeviceCopy<F> | null =>
    isUnsaved() ? { draftId: draftId.current, at: new Date().toISOString(), ...textNow() } : null;

  /** Writes what isn't stored, at once. */
  const flush = (): DeviceCopy<F> | null => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const copy = copyNow();
    write(placeNow(), draftId.current, copy);
    return copy;
  };

  /** @returns whether it was this tab's to drop. */
  const drop = (copy: DeviceCopy<F>): boolean => {
    const isOurs = foundUnder !== null && isStillKept(foundUnder, form, copy);
    if (isOurs) write(foundUnder, copy.draftId);
    setFound((copies) => copies.filter((other) => other.draftId !== copy.draftId));
    return isOurs;
  };

  const look = useEffectEvent(() => {
    draftId.current = newDraftId();
    const left = () => {
      const copies = foundUnder ? readDeviceCopies(foundUnder, form) : [];
      return copies.filter((copy) => copy.draftId !== draftId.current);
    };
    const offer = () => {
      const copies = left();
      setFound(copies);
      for (const copy of copies) if (!isUnsaved(copy.fields)) drop(copy);
    };
    if (load && left().length > 0) void load().then(offer);
    else offer();
  });
  const flushPending = useEffectEvent(() => {
    if (timer.current !== undefined) flush();
  });
  useEffect(() => {
    look();
    const leave = () => flushPending();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      leave();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);

  return {
    found,
    hasNoStorage,
    isKept: owner !== null && keep !== undefined && !hasNoStorage,
    /** Of the text on the screen: that of the visit which it came from, where that is its only heir. */
    draftId: () => draftId.current,
    flush,
    /** Not at every key: it is sealed. */
    flushLater: () => {
      timer.current ??= setTimeout(flush, LOST_AT_MOST_MS);
    },
    /** It is stored. */
    forget: () => write(placeNow(), draftId.current),
    drop,
    /** Makes room for a copy: unsaved text on the screen joins the copies on offer. */
    take: (copy: DeviceCopy<F>) => {
      const own = flush();
      draftId.current = drop(copy) ? copy.draftId : newDraftId();
      if (own) setFound((copies) => [own, ...copies]);
    },
  };
}
