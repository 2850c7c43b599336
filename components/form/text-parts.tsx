import type { ReactNode } from 'react';
import type { TextPart } from '@/lib/domain/entry/entry-history-view';
import { historyText } from '@/lib/text/entry/entry-history';

/** Said to screen readers, which pass over <ins> and <del> in silence. */
const aloud = (text: string) => <span className="sr-only select-none">（{text}）</span>;

export function Removed({ children }: { children: ReactNode }) {
  return (
    <del className="bg-red-50 text-red-1000 line-through decoration-2">
      {aloud(historyText.removed)}
      {children}
      {aloud(historyText.end)}
    </del>
  );
}

export function Added({ children }: { children: ReactNode }) {
  return (
    <ins className="bg-green-50 text-green-1000 underline decoration-2 underline-offset-4">
      {aloud(historyText.added)}
      {children}
      {aloud(historyText.end)}
    </ins>
  );
}

/** A text with what it lost and gained. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'added') return <Added key={key}>{text}</Added>;
    return kind === 'removed' ? <Removed key={key}>{text}</Removed> : <span key={key}>{text}</span>;
  });
}
