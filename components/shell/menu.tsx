'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

type MenuProps = {
  summary: ReactNode;
  /** Said before the summary to screen readers. */
  label?: string | undefined;
  className?: string | undefined;
  /** The edge of the summary under which the list stands. */
  align?: 'start' | 'end' | undefined;
  opens?: 'below' | 'above' | undefined;
  children: ReactNode;
};

/** A native <details>; the script only adds closing by Escape, by a press elsewhere and by leaving with Tab. */
export function Menu({ summary, label, className, align = 'end', opens = 'below', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent<HTMLDetailsElement>) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
  };

  return (
    <details ref={details} onKeyDown={onKeyDown} onBlur={onBlur} className={`relative ${className ?? ''}`}>
      <summary className="flex min-h-9 items-center gap-1 rounded-6 px-3 whitespace-nowrap hover:underline">
        {label && <span className="sr-only">{label}：</span>}
        <span>{summary}</span>
        <span aria-hidden="true">▾</span>
      </summary>
      <div
        className={`absolute z-20 w-max ${opens === 'below' ? 'top-full mt-1.5' : 'bottom-full mb-1.5'} ${align === 'end' ? 'end-0' : 'start-0'} max-w-[calc(100vw-2rem)] rounded-8 border border-solid-gray-420 bg-white py-2 shadow-1`}
      >
        {children}
      </div>
    </details>
  );
}
