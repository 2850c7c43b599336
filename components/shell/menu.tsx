'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
} from 'react';

type MenuProps = {
  summary: ReactNode;
  /** Said before the summary to screen readers. */
  label?: string | undefined;
  className?: string | undefined;
  /** Of the summary. */
  id?: string | undefined;
  /** The edge of the summary under which the list stands. */
  align?: 'start' | 'end' | undefined;
  opens?: 'below' | 'above' | undefined;
  /** Stands over what scrolls, opens where there is room, and closes with an act. */
  floats?: boolean | undefined;
  children: ReactNode;
};

const GAP = 6;

/** Beside its summary, which lies in something that would cut the list off. */
function placeList(details: HTMLDetailsElement) {
  const [summary, list] = details.children;
  if (!(summary && list instanceof HTMLElement)) return;
  const { top, bottom, right } = summary.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isBelow = bottom + GAP + height <= window.innerHeight || top < window.innerHeight - bottom;
  const wanted = isBelow ? bottom + GAP : top - GAP - height;
  list.style.top = `${Math.max(GAP, Math.min(wanted, window.innerHeight - GAP - height))}px`;
  list.style.left = `${Math.max(GAP, right - width)}px`;
  list.style.visibility = 'visible';
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A native <details>; the script adds arrow keys, and closing by Escape, by a press elsewhere, by leaving with Tab and by an act. */
export function Menu({
  summary,
  label,
  className,
  id,
  align = 'end',
  opens = 'below',
  floats = false,
  children,
}: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);

  const place = () => {
    if (floats && details.current?.open) placeList(details.current);
  };
  const follow = useEffectEvent(place);
  useEffect(() => {
    // It may have been opened before the program ran.
    follow();
    const events = ['scroll', 'resize'] as const;
    for (const event of events) window.addEventListener(event, follow, { capture: true });
    return () => {
      for (const event of events) window.removeEventListener(event, follow, { capture: true });
    };
  }, []);
  const close = () => {
    if (!details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  const step = (by: number) => {
    if (!details.current) return;
    details.current.open = true;
    place();
    const items = [...details.current.querySelectorAll<HTMLElement>('.menu-item')];
    const from = items.findIndex((item) => item.matches(':focus'));
    items.at(from < 0 && by < 0 ? -1 : (from + by) % items.length)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key === 'Escape') close();
    const by = STEPS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(by);
  };
  const onBlur = (event: FocusEvent<HTMLDetailsElement>) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
  };
  /** Before the act itself: a dialog gives the focus back to the summary. */
  const onActCapture = (event: MouseEvent) => {
    if (floats && event.target instanceof Element && event.target.closest('button.menu-item')) close();
  };
  const sides = `${opens === 'below' ? 'top-full mt-1.5' : 'bottom-full mb-1.5'} ${align === 'end' ? 'end-0' : 'start-0'}`;

  return (
    <details
      ref={details}
      onToggle={place}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      className={`relative ${className ?? ''}`}
    >
      <summary
        id={id}
        className={`flex ${floats ? 'min-h-7 px-2' : 'min-h-9 px-3'} items-center gap-1 rounded-6 whitespace-nowrap hover:underline`}
      >
        {label && <span className="sr-only">{label}：</span>}
        <span>{summary}</span>
        <span aria-hidden="true">▾</span>
      </summary>
      <div
        onClickCapture={onActCapture}
        className={`z-20 w-max ${floats ? 'invisible fixed max-h-[calc(100dvh-1rem)] overflow-y-auto' : `absolute ${sides}`} max-w-[calc(100vw-2rem)] rounded-8 border border-solid-gray-420 bg-white py-2 shadow-1`}
      >
        {children}
      </div>
    </details>
  );
}
