import { lazy, Suspense } from 'react';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import type { Side } from '@/lib/domain/draft/draft';
import { otherVersionText as text } from '@/lib/text/other-version';

type MarkedTextProps = { text: string; against: string };

/** An element of its own: translation by the browser takes a bare text out of its place. */
const Plain = ({ text: plain }: MarkedTextProps) => <span key="plain">{plain}</span>;

const Marked = lazy<typeof Plain>(() => import('./text-difference').catch(() => ({ default: Plain })));

/** A text in which it is marked what `against` doesn't have. What compares is loaded when it is needed; without it the text stands plain. */
export function MarkedText(props: MarkedTextProps) {
  return (
    <Suspense fallback={<Plain {...props} />}>
      <Marked {...props} />
    </Suspense>
  );
}

type OtherVersionProps = {
  side: Side;
  /** The field's content that isn't in it, of the two that it has after a conflict. */
  content: string;
  /** What is in it, where they are compared word by word. */
  against: string | null;
  label: string;
  onUse: () => void;
};

/** Goes below its field. The button stays where it is, so that the focus does. */
export function OtherVersion({ side, content, against, label, onUse }: OtherVersionProps) {
  const whose = side === 'theirs' ? 'latest' : 'mine';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-orange-900 ps-3">
      <StatusRegion className="min-w-0 whitespace-pre-line">
        <span>{text[whose]}</span>
        {against === null || content === '' ? (
          <span>{content || text.empty}</span>
        ) : (
          <MarkedText key={content} text={content} against={against} />
        )}
      </StatusRegion>
      <Button onClick={onUse}>
        <span className="sr-only">{text.of(label)}</span>
        {text.use[whose]}
      </Button>
    </div>
  );
}
