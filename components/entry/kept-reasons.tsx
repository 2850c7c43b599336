import { Button } from '@/components/ui/button';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';
import { keptReasonText, reasonText } from '@/lib/text/entry';
import type { Reasons } from './use-reasons';

type KeptReasonsProps = {
  typed: Reasons;
  /** What could be sent, were it finished; the rest somebody has made impossible meanwhile. */
  pending: readonly WorkflowAction[];
  /** Its form is open, and the text in it. */
  open: WorkflowAction | null;
  onResume: (action: WorkflowAction) => void;
  onDiscard: (action: WorkflowAction) => void;
};

/** What was typed and not sent. */
export function KeptReasons({ typed, pending, open, onResume, onDiscard }: KeptReasonsProps) {
  const kept = (Object.keys(typed) as WorkflowAction[]).filter((action) => action !== open);
  return kept.map((action) => (
    <div key={action} className="mt-4 border-t border-solid-gray-420 pt-4">
      <h3 className="text-dns-16B-130">{keptReasonText.title(reasonText[action]?.label ?? '')}</h3>
      <p className="mt-1">{pending.includes(action) ? keptReasonText.unsent : keptReasonText.impossible}</p>
      <p className="mt-2 rounded-6 border border-solid-gray-420 px-3 py-2 whitespace-pre-line">{typed[action]}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {pending.includes(action) && <Button onClick={() => onResume(action)}>{keptReasonText.resume}</Button>}
        <Button variant="text" onClick={() => onDiscard(action)}>
          {keptReasonText.discard}
        </Button>
      </div>
    </div>
  ));
}
