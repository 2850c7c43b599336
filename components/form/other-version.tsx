import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { overtakenText as text } from '@/lib/text/admin';

/** A field's content that isn't in it, of the two that it has after a conflict. */
export type Other = { side: 'latest' | 'mine'; content: string };

/** Goes below its field. The button stays where it is, so that the focus does. */
export function OtherVersion({ other, label, onUse }: { other: Other; label: string; onUse: () => void }) {
  const { side, content } = other;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-orange-900 ps-3">
      <StatusRegion className="min-w-0 whitespace-pre-line">
        {text[side]}
        {content === '' ? text.empty : content}
      </StatusRegion>
      <Button onClick={onUse}>
        <span className="sr-only">{text.of(label)}</span>
        {text.use[side]}
      </Button>
    </div>
  );
}
