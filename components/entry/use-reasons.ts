import { useEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useDeviceOwner } from '@/components/form/device-owner';
import { type KeptPlace, keptPlace, readKept, writeKept } from '@/components/form/device-store';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { isBlank } from '@/lib/domain/blank';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry-workflow';

export type Reasons = Partial<Record<WorkflowAction, string>>;

const reasonsSchema = z.partialRecord(z.enum(WORKFLOW_ACTIONS as [WorkflowAction, ...WorkflowAction[]]), z.string());

const read = (place: KeptPlace | null): Reasons => (place && reasonsSchema.safeParse(readKept(place)).data) || {};

/** What the device can't keep is still on the page, which asks before it is left. */
const write = (place: KeptPlace | null, reasons: Reasons): boolean =>
  place !== null && writeKept(place, Object.keys(reasons).length === 0 ? undefined : reasons);

type Options = { entryId: string; available: readonly WorkflowAction[] };

/** The reasons that were typed and not sent, one for each action. They stay on this device until they are sent or discarded. */
export function useReasons({ entryId, available }: Options) {
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
