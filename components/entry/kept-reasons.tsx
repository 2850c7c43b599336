import { Button } from '@/components/ui/button';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';
import { keptReasonText, reasonText } from '@/lib/text/entry';
import type { Reasons } from './use-reasons';

type KeptReasonsProps = {
  typed: Reasons;
  available: readonly WorkflowAction[];
  onDiscard: (action: WorkflowAction) => void;
};

/** What was typed for an action that somebody else has made impossible meanwhile. */
export function KeptReasons({ typed, available, onDiscard }: KeptReasonsProps) {
  const kept = (Object.keys(typed) as WorkflowAction[]).filter((action) => !available.includes(action));
  return kept.map((action) => (
    <div key={action} className="mt-4 border-t border-solid-gray-420 pt-4">
      <h3 className="text-dns-16B-130">{keptReasonText.title(reasonText[action]?.label ?? '')}</h3>
      <p className="mt-1">{keptReasonText.lead}</p>
      <p className="mt-2 rounded-6 border border-solid-gray-420 px-3 py-2 whitespace-pre-line">{typed[action]}</p>
      <Button className="mt-3" variant="text" onClick={() => onDiscard(action)}>
        {keptReasonText.discard}
      </Button>
    </div>
  ));
}
