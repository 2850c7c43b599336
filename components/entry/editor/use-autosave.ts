import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { afterRelease } from '@/components/form/after-release';
import { autosaveStep, type Occasion, pauseFrom } from '@/lib/domain/draft/autosave';
import type { Sendable } from '@/lib/domain/draft/sendable';
import type { EntryFieldsText } from '@/lib/domain/entry/entry-input';
import type { EntryDraft } from './use-entry-draft';

export type Unstored = Pick<Sendable<EntryFieldsText>, 'wrong' | 'needed'>;

/** Wires what happens on the page to `autosaveStep`. @returns what of the draft can't be stored. */
export function useAutosave(draft: EntryDraft): Unstored {
  const { form, saving, isDirty, current, storeQuietly, sendableNow } = draft;
  const [unstored, setUnstored] = useState<Unstored>({ wrong: [], needed: [] });
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const began = useRef<number>(undefined);

  const meet = useEffectEvent((occasion: Occasion) => {
    const step = autosaveStep(occasion, { ...current(), isComposing: isComposing.current });
    if (step === 'wait') {
      clearTimeout(timer.current);
      const now = Date.now();
      began.current ??= now;
      timer.current = setTimeout(() => meet('paused'), pauseFrom(began.current, now));
    }
    if (occasion === 'typed' || isComposing.current) return;
    const { wrong, needed } = sendableNow();
    setUnstored((before) => (`${before.wrong} ${before.needed}` === `${wrong} ${needed}` ? before : { wrong, needed }));
    if (step !== 'wait') began.current = undefined;
    if (step !== 'save') return;
    void storeQuietly(occasion === 'hidden').then((outcome) => {
      // What the server alone could refuse holds up the rest no longer.
      if (outcome === 'wrong' && sendableNow().wrong.length > wrong.length) meet(occasion);
    });
  });

  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => meet('typed') }), [form]);
  const hear = useEffectEvent((_saving: typeof saving) => meet('answered'));
  useEffect(() => hear(saving), [saving]);
  useEffect(() => {
    const compose = ({ type }: Event) => {
      isComposing.current = type === 'compositionstart';
      if (!isComposing.current) meet('composed');
    };
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.matches('input, select, textarea')) afterRelease(() => meet('left'));
    };
    const turn = () => meet(document.visibilityState === 'hidden' ? 'hidden' : 'back');
    const listeners = [
      [document, 'compositionstart', compose],
      [document, 'compositionend', compose],
      [document, 'focusout', leave],
      [document, 'visibilitychange', turn],
      [window, 'focus', turn],
    ] as const;
    for (const [of, name, listen] of listeners) of.addEventListener(name, listen);
    return () => {
      clearTimeout(timer.current);
      for (const [of, name, listen] of listeners) of.removeEventListener(name, listen);
    };
  }, []);
  // Only then: a page that listens for it comes back slower with 戻る.
  useEffect(() => {
    const leave = () => meet('hidden');
    if (isDirty) window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [isDirty]);
  return unstored;
}
