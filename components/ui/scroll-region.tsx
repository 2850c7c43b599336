'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

type ScrollRegionProps = { label: string; className: string; isTall?: boolean; children: ReactNode };

/** Scrolls sideways, so that the page never does, and down if it `isTall`; by keyboard too, and then alone it is a stop of the Tab key. */
export function ScrollRegion({ label, className, isTall = false, children }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const measure = () => {
      const isOver =
        element.scrollWidth > element.clientWidth || (isTall && element.scrollHeight > element.clientHeight);
      setScrolls(isOver && getComputedStyle(element).overflowX !== 'visible');
    };
    const observer = new ResizeObserver(measure);
    for (const part of [element, ...element.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [isTall]);

  return (
    <section ref={region} aria-label={label} className={className} {...(scrolls && { tabIndex: 0 })}>
      {children}
    </section>
  );
}
