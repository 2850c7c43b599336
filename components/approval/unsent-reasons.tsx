import { ToMend } from '@/components/entry/entry-banners';
import { useKeptTexts } from '@/components/form/use-kept-texts';
import { Button } from '@/components/ui/button';
import { isBlank } from '@/lib/domain/blank';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { unsentReasonText as text } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { TO_MEND, toMendIn } from './to-mend-choice';

type Key = WorkflowAction | typeof TO_MEND;
export type Reasons = Partial<Record<Key, string>>;

type Options = { entryId: string; available: readonly WorkflowAction[] };

/** The reasons that were typed and not sent, one for each action, and what a return asks to be mended. */
export function useUnsentReasons({ entryId, available }: Options) {
  const { typed, keep, forget } = useKeptTexts<Key>({
    what: `reasons:${entryId}`,
    isPending: (key) => key !== TO_MEND && available.includes(key),
  });
  return {
    typed,
    /** Those that could still be sent. */
    pending: WORKFLOW_ACTIONS.filter((action) => action in typed && available.includes(action)),
    keep: (key: Key, text: string) => (isBlank(text) ? forget(key) : keep(key, text)),
    /** Sent, or discarded. */
    forget: (action: WorkflowAction) => {
      forget(action);
      if (action === 'return') forget(TO_MEND);
    },
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

/** What was typed and not sent, above the bar. */
export function UnsentReasons({ typed, pending, open, onResume, onDiscard }: UnsentReasonsProps) {
  const kept = WORKFLOW_ACTIONS.filter((action) => action in typed && action !== open);
  return kept.map((action) => {
    const isPending = pending.includes(action);
    return (
      <div key={action} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1 text-dns-14N-130">
        <div className="max-w-[60rem] min-w-0 grow basis-[24rem]">
          <span className="font-bold">{text.title(entryStepText[action].reason?.label ?? '')}</span>{' '}
          <span>{isPending ? text.unsent : text.impossible}</span>
          <span className={`block whitespace-pre-line ${isPending ? 'line-clamp-2' : ''}`}>{typed[action]}</span>
          {action === 'return' && <ToMend fields={toMendIn(typed[TO_MEND])} />}
        </div>
        {isPending && <Button onClick={() => onResume(action)}>{text.resume}</Button>}
        <Button variant="text" onClick={() => onDiscard(action)}>
          {text.discard}
        </Button>
      </div>
    );
  });
}
