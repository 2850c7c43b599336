import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Draft, Fields } from '@/lib/domain/draft/draft';
import { type CopyForm, type DeviceCopy, keepDeviceCopy, newDraftId, readDeviceCopies } from './device-copy';
import { useDeviceOwner } from './device-owner';
import { type KeptPlace, keptPlace } from './device-store';

const AFTER_TYPING_MS = 600;

type Options<F> = {
  /** Under which name; undefined: nothing is kept. */
  keep: string | undefined;
  form: CopyForm<F>;
  current: () => Draft<F>;
  isUnsaved: (fields?: F) => boolean;
};

/** Keeps what is typed on this device until the server has it, and offers what an earlier visit left behind. */
export function useDeviceCopy<F extends Fields>({ keep, form, current, isUnsaved }: Options<F>) {
  const owner = useDeviceOwner();
  const [hasNoStorage, setNoStorage] = useState(false);
  const [found, setFound] = useState<readonly DeviceCopy<F>[]>([]);
  const draftId = useRef('');
  const addedAs = useRef('');
  const foundUnder = useRef<KeptPlace | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A new entry is kept under its year until it is stored, and under its id from then on. */
  const name = useRef(keep);
  useEffect(() => {
    name.current = keep;
  }, [keep]);
  const placeNow = (): KeptPlace | null => (owner && name.current ? keptPlace(owner, name.current) : null);

  /** Writes what isn't stored, at once. */
  const flush = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const place = placeNow();
    if (!place) return;
    const { version, base, mine } = current();
    const at = new Date().toISOString();
    const copy = isUnsaved() ? { draftId: draftId.current, at, version, base, fields: mine } : null;
    setNoStorage(!keepDeviceCopy(place, form, draftId.current, copy));
  };

  const drop = (copy: DeviceCopy<F>) => {
    if (foundUnder.current) keepDeviceCopy(foundUnder.current, form, copy.draftId, null);
    setFound((copies) => copies.filter((other) => other.draftId !== copy.draftId));
  };

  const newest = useEffectEvent(flush);
  const look = useEffectEvent(() => {
    draftId.current = newDraftId();
    addedAs.current = draftId.current;
    const place = placeNow();
    if (!place) return;
    foundUnder.current = place;
    const copies = readDeviceCopies(place, form);
    setFound(copies.filter((copy) => isUnsaved(copy.fields)));
    for (const copy of copies) if (!isUnsaved(copy.fields)) keepDeviceCopy(place, form, copy.draftId, null);
  });

  useEffect(() => {
    look();
    const flushPending = () => {
      if (timer.current !== undefined) newest();
    };
    window.addEventListener('pagehide', flushPending);
    document.addEventListener('visibilitychange', flushPending);
    return () => {
      flushPending();
      window.removeEventListener('pagehide', flushPending);
      document.removeEventListener('visibilitychange', flushPending);
    };
  }, []);

  return {
    found,
    hasNoStorage,
    isKept: owner !== null && keep !== undefined && !hasNoStorage,
    addedAs,
    flush,
    /** Soon, unless somebody goes on typing. */
    flushLater: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flush(), AFTER_TYPING_MS);
    },
    forget: () => {
      const place = placeNow();
      if (place) keepDeviceCopy(place, form, draftId.current, null);
    },
    drop,
    /** Makes room for a copy: unsaved text on the screen joins the copies on offer. */
    take: (copy: DeviceCopy<F>) => {
      flush();
      const place = placeNow();
      const kept = place ? readDeviceCopies(place, form) : [];
      const own = kept.filter((other) => other.draftId === draftId.current);
      draftId.current = newDraftId();
      addedAs.current = copy.draftId;
      drop(copy);
      setFound((copies) => [...own, ...copies]);
    },
  };
}
