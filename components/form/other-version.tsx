import { Button } from '@/components/ui/button';
import { StatusRegion } from '@/components/ui/status-region';
import { overtakenText as text } from '@/lib/text/overtaken';

/** A field's content that isn't in it, of the two that it has after a conflict. */
export type Other<Value> = { side: 'latest' | 'mine'; value: Value };

type OtherVersionProps = { side: Other<unknown>['side']; content: string; label: string; onUse: () => void };

/** Goes below its field. The button stays where it is, so that the focus does. */
export function OtherVersion({ side, content, label, onUse }: OtherVersionProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-orange-900 ps-3">
      <StatusRegion className="min-w-0 whitespace-pre-line">
        {text[side] + (content === '' ? text.empty : content)}
      </StatusRegion>
      <Button onClick={onUse}>
        <span className="sr-only">{text.of(label)}</span>
        {text.use[side]}
      </Button>
    </div>
  );
}
