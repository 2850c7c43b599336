import * as z from 'zod/mini';
import { useKeptTexts } from '@/components/form/use-kept-texts';
import { Button } from '@/components/ui/button';
import { isBlank } from '@/lib/domain/blank';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { unsentReasonText as text } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';

export type Reasons = Partial<Record<WorkflowAction, string>>;

const reasonsSchema = z.partialRecord(z.enum(WORKFLOW_ACTIONS as [WorkflowAction, ...WorkflowAction[]]), z.string());

type Options = { entryId: string; available: readonly WorkflowAction[] };

/** The reasons that were typed and not sent, one for each action. */
export function useUnsentReasons({ entryId, available }: Options) {
  const { typed, keep, forget } = useKeptTexts<WorkflowAction>({
    what: `reasons:${entryId}`,
    schema: reasonsSchema,
    isPending: (action) => available.includes(action),
  });
  return {
    typed,
    /** Those that could still be sent. */
    pending: WORKFLOW_ACTIONS.filter((action) => action in typed && available.includes(action)),
    keep: (action: WorkflowAction, reason: string) => (isBlank(reason) ? forget(action) : keep(action, reason)),
    forget,
  };
}

type UnsentReasonsProps = {
  typed: Reasons;
  /** What could be sent, were it finished; the rest somebody has made impossible meanwhile. */
  pending: readonly WorkflowAction[];
  /** Its form is open, and the text in it. */
  open: WorkflowAction | null;
  onResume: (action: WorkflowAction) => void;
  onDiscard: (action: WorkflowAction) => void;
};

/** What was typed and not sent. */
export function UnsentReasons({ typed, pending, open, onResume, onDiscard }: UnsentReasonsProps) {
  const kept = (Object.keys(typed) as WorkflowAction[]).filter((action) => action !== open);
  return kept.map((action) => (
    <div key={action} className="mt-4 border-t border-solid-gray-420 pt-4">
      <h3 className="text-dns-16B-130">{text.title(entryStepText[action].reason?.label ?? '')}</h3>
      <p className="mt-1">{pending.includes(action) ? text.unsent : text.impossible}</p>
      <p className="mt-2 rounded-6 border border-solid-gray-420 px-3 py-2 whitespace-pre-line">{typed[action]}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {pending.includes(action) && <Button onClick={() => onResume(action)}>{text.resume}</Button>}
        <Button variant="text" onClick={() => onDiscard(action)}>
          {text.discard}
        </Button>
      </div>
    </div>
  ));
}
