import { useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useDeviceOwner } from '@/components/form/device-owner';
import { type KeptPlace, keptPlace, readKept, writeKept } from '@/components/form/device-store';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { Button } from '@/components/ui/button';
import { isBlank } from '@/lib/domain/blank';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { unsentReasonText as text } from '@/lib/text/entry/entry';
import { entryStepText } from '@/lib/text/entry/entry-steps';

export type Reasons = Partial<Record<WorkflowAction, string>>;

const reasonsSchema = z.partialRecord(z.enum(WORKFLOW_ACTIONS as [WorkflowAction, ...WorkflowAction[]]), z.string());

const read = (place: KeptPlace | null): Reasons => (place && reasonsSchema.safeParse(readKept(place)).data) || {};

/** What the device can't keep is still on the page, which asks before it is left. */
const write = (place: KeptPlace | null, reasons: Reasons): boolean =>
  place !== null && writeKept(place, Object.keys(reasons).length === 0 ? undefined : reasons);

type Options = { entryId: string; available: readonly WorkflowAction[] };

/** The reasons that were typed and not sent, one for each action. They stay on this device until they are sent or discarded. */
export function useUnsentReasons({ entryId, available }: Options) {
  const owner = useDeviceOwner();
  const place = useMemo(() => owner && keptPlace(owner, `reasons:${entryId}`), [owner, entryId]);
  const [typed, setTyped] = useState<Reasons>({});
  const newest = useRef<Reasons>({});
  const change = (reasons: Reasons) => {
    newest.current = reasons;
    setTyped(reasons);
  };
  useEffect(() => {
    newest.current = { ...read(place), ...newest.current };
    setTyped(newest.current);
  }, [place]);

  const pending = WORKFLOW_ACTIONS.filter((action) => action in typed && available.includes(action));
  useLeaveWarning(pending.length > 0, () => pending.some((action) => action in newest.current));

  const forget = (action: WorkflowAction) => {
    const { [action]: _, ...others } = newest.current;
    change(others);
    write(place, others);
  };
  const keep = (action: WorkflowAction, reason: string) => {
    if (isBlank(reason)) return forget(action);
    change({ ...newest.current, [action]: reason });
    write(place, newest.current);
  };
  /** `pending`: those that could still be sent. */
  return { typed, pending, keep, forget };
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
