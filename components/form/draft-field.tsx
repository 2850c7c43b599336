import { lazy, Suspense } from 'react';
import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import type { OtherContent, Side, Value } from '@/lib/domain/draft/draft';
import { otherVersionText } from '@/lib/text/other-version';

type MarkedTextProps = { text: string; against: string };

/** An element of its own: translation by the browser takes a bare text out of its place. */
const Plain = ({ text }: MarkedTextProps) => <span key="plain">{text}</span>;

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
  other: OtherContent;
  label: string;
  /** A value as people read it. */
  show: (value: Value) => string;
  onUse: () => void;
};

/** Goes below its field. The button stays where it is, so that the focus does. */
export function OtherVersion({ other, label, show, onUse }: OtherVersionProps) {
  const whose = other.side === 'theirs' ? 'latest' : 'mine';
  const content = show(other.value);
  const inField = show(other.inField);
  // Of figures and choices the whole is read.
  const isPlain = content === '' || inField !== String(other.inField);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-orange-900 ps-3">
      <StatusRegion className="min-w-0 whitespace-pre-line">
        <span>{otherVersionText[whose]}</span>
        {isPlain ? (
          <span>{content || otherVersionText.empty}</span>
        ) : (
          <MarkedText key={content} text={content} against={inField} />
        )}
      </StatusRegion>
      <Button onClick={onUse}>
        <span className="sr-only">{otherVersionText.of(label)}</span>
        {otherVersionText.use[whose]}
      </Button>
    </div>
  );
}

/** What the fields of a form need of its draft. */
type FieldsDraft<Name extends string> = {
  labels: Record<Name, string>;
  idOf: (name: Name) => string;
  messageOf: (name: Name) => string | undefined;
  otherOf: (name: Name) => OtherContent | null;
  tell: (event: { kind: 'chosen'; field: Name; side: Side }) => void;
};

/** Spread what it gives on Field. `show`: a value as people read it, where it isn't what they type. */
export const draftField =
  <Name extends string>(draft: FieldsDraft<Name>, show = (_name: Name, value: Value): string => String(value)) =>
  (name: Name) => {
    const other = draft.otherOf(name);
    return {
      id: draft.idOf(name),
      label: draft.labels[name],
      error: draft.messageOf(name),
      footer: other && (
        <OtherVersion
          other={other}
          label={draft.labels[name]}
          show={(value) => show(name, value)}
          onUse={() => draft.tell({ kind: 'chosen', field: name, side: other.side })}
        />
      ),
    };
  };
