import { type ReactNode, useEffect, useState } from 'react';

type MarkedTextProps = { text: string; against: string };

/** A text in which it is marked what `against` doesn't have. What compares is loaded when it is needed; without it the text stands plain. */
export function MarkedText({ text, against }: MarkedTextProps) {
  const [marked, setMarked] = useState<{ of: string; content: ReactNode } | null>(null);
  useEffect(() => {
    let isShown = true;
    const mark = async () => {
      const { gained } = await import('./text-difference');
      if (isShown) setMarked({ of: text, content: gained(against, text) });
    };
    mark().catch(() => setMarked(null));
    return () => {
      isShown = false;
    };
  }, [text, against]);
  // An element each: translation by the browser takes a bare text out of its place.
  return marked?.of === text ? <span key="marked">{marked.content}</span> : <span key="plain">{text}</span>;
}
