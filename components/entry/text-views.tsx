'use client';

import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { PlainButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { textsText as text } from '@/lib/text/entry/entry';

const VIEWS = ['own', 'beside'] as const;
type View = (typeof VIEWS)[number];

/** The last one chosen stays for this tab, until the next sign-in. */
const KEPT = 'texts';
const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const kept = (): View => (sessionStorage.getItem(KEPT) === 'beside' ? 'beside' : 'own');
function keep(view: View): void {
  sessionStorage.setItem(KEPT, view);
  for (const listener of listeners) listener();
}

type TextViewsProps = {
  heading: ReactNode;
  /** What the first view is called. */
  ownLabel: string;
  own: ReactNode;
  beside: ReactNode;
};

/** The texts of an entry, alone or beside last year's: one press or key leads from one to the other. */
export function TextViews({ heading, ownLabel, own, beside }: TextViewsProps) {
  const view = useSyncExternalStore<View>(listen, kept, () => 'own');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || code !== 'KeyZ') return;
      if (event.isComposing || event.keyCode === 229 || event.repeat || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      keep(kept() === 'own' ? 'beside' : 'own');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {heading}
        <fieldset aria-label={text.views} className="view-switch print:hidden">
          {VIEWS.map((name) => (
            <PlainButton
              key={name}
              aria-pressed={view === name}
              aria-keyshortcuts={text.key}
              title={text.key}
              onClick={() => keep(name)}
            >
              <Icon name="check" />
              {name === 'own' ? ownLabel : text.beside}
            </PlainButton>
          ))}
        </fieldset>
      </div>
      {view === 'own' ? own : beside}
    </>
  );
}
