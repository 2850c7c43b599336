import type { ReactNode } from 'react';
import type { TextPart } from '@/lib/domain/entry/entry-history-view';
import { historyText } from '@/lib/text/entry/entry-history';

/** Said to screen readers, which pass over <ins> and <del> in silence; within a text it is seen, too. */
const aloud = (text: string) => <span className="sr-only select-none">（{text}）</span>;

const BADGE = 'me-1 inline-block rounded-4 border px-1 text-dns-14B-130 select-none';

type PartProps = { children: ReactNode; isOfText?: boolean };

export function Removed({ children, isOfText = false }: PartProps) {
  const word = historyText.removed;
  return (
    <del className="bg-red-50 text-red-1000 line-through decoration-2">
      {isOfText ? <span className={`${BADGE} border-red-900 bg-white text-red-900`}>{word}</span> : aloud(word)}
      {children}
      {aloud(historyText.end)}
    </del>
  );
}

export function Added({ children, isOfText = false }: PartProps) {
  const word = historyText.added;
  return (
    <ins className="bg-green-50 text-green-1000 underline decoration-2 underline-offset-4">
      {isOfText ? <span className={`${BADGE} border-green-900 bg-green-900 text-white`}>{word}</span> : aloud(word)}
      {children}
      {aloud(historyText.end)}
    </ins>
  );
}

/** A text with what it lost and gained. */
export function TextParts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Changed = kind === 'added' ? Added : Removed;
    return (
      <Changed key={key} isOfText>
        {text}
      </Changed>
    );
  });
}
