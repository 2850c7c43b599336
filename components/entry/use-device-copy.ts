import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { changedFields } from '@/lib/domain/entry-difference';
import { type DeviceCopy, newDraftId, readDeviceCopies, removeDeviceCopy, writeDeviceCopy } from './device-copy';
import { type CopyOwner, type KeptPlace, keptPlace } from './device-store';
import type { Base, EntryForm } from './editor-form';

const AFTER_TYPING_MS = 600;

type Options = { form: EntryForm; base: RefObject<Base>; owner: CopyOwner; year: number };

/** Keeps what is typed on this device until the server has it, and offers what an earlier visit left behind. */
export function useDeviceCopy({ form, base, owner, year }: Options) {
  const { accountId, wardId, copyKey } = owner;
  const [isDirty, setDirty] = useState(false);
  const [hasNoStorage, setNoStorage] = useState(false);
  const [found, setFound] = useState<DeviceCopy[]>([]);
  const draftId = useRef('');
  const newEntryId = useRef('');
  const foundUnder = useRef<KeptPlace | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** An entry that isn't stored yet is known by its year. */
  const placeOf = useCallback(
    ({ entryId }: Base): KeptPlace => keptPlace({ accountId, wardId, copyKey }, entryId ?? String(year)),
    [accountId, wardId, copyKey, year],
  );
  const differs = useCallback(() => changedFields(base.current.fields, form.getValues()).length > 0, [form, base]);

  /** Writes what differs from the stored content, at once. */
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const place = placeOf(base.current);
    const isUnsaved = differs();
    setDirty(isUnsaved);
    if (!isUnsaved) return removeDeviceCopy(place, draftId.current);
    const { version, fields: stored } = base.current;
    const fields = structuredClone(form.getValues());
    const at = new Date().toISOString();
    setNoStorage(!writeDeviceCopy(place, { draftId: draftId.current, at, version, base: stored, fields }));
  }, [form, base, placeOf, differs]);

  /** After a save: the copy goes, unless somebody has typed on meanwhile. */
  const forget = (before: Base) => {
    removeDeviceCopy(placeOf(before), draftId.current);
    flush();
  };

  const drop = (copy: DeviceCopy) => {
    if (foundUnder.current) removeDeviceCopy(foundUnder.current, copy.draftId);
    setFound((copies) => copies.filter((other) => other.draftId !== copy.draftId));
  };

  /**
   * Makes room for a copy: unsaved text on the screen joins the copies on offer. A copy that was made from an older
   * version is saved as one, so that what others have stored since then shows up as a conflict.
   */
  const take = (copy: DeviceCopy) => {
    flush();
    const place = placeOf(base.current);
    const own = readDeviceCopies(place).filter((other) => other.draftId === draftId.current);
    draftId.current = newDraftId();
    newEntryId.current = copy.draftId;
    drop(copy);
    setFound((copies) => [...own, ...copies]);
    if (copy.version > 0 && copy.version < base.current.version) {
      base.current = { ...base.current, version: copy.version, fields: copy.base };
    }
  };

  useEffect(() => {
    draftId.current = newDraftId();
    newEntryId.current = draftId.current;
    const place = placeOf(base.current);
    foundUnder.current = place;
    const copies = readDeviceCopies(place);
    const differing = copies.filter((copy) => changedFields(base.current.fields, copy.fields).length > 0);
    for (const copy of copies) if (!differing.includes(copy)) removeDeviceCopy(place, copy.draftId);
    setFound(differing);
  }, [base, placeOf]);

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        setDirty(differs());
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, AFTER_TYPING_MS);
      },
    });
    const flushPending = () => {
      if (timer.current !== undefined) flush();
    };
    window.addEventListener('pagehide', flushPending);
    document.addEventListener('visibilitychange', flushPending);
    return () => {
      unsubscribe();
      flushPending();
      window.removeEventListener('pagehide', flushPending);
      document.removeEventListener('visibilitychange', flushPending);
    };
  }, [form, differs, flush]);

  return { isDirty, hasNoStorage, found, newEntryId, differs, flush, forget, drop, take };
}
