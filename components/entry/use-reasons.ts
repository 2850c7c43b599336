import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { isBlank } from '@/lib/domain/blank';
import { WORKFLOW_ACTIONS, type WorkflowAction } from '@/lib/domain/entry-workflow';
import { DEVICE_COPIES, mayKeepCopies } from './device-copies';

export type Reasons = Partial<Record<WorkflowAction, string>>;

const reasonsSchema = z.partialRecord(z.enum(WORKFLOW_ACTIONS as [WorkflowAction, ...WorkflowAction[]]), z.string());

/** Storage can be full, forbidden or hold what an earlier version wrote: none of it may stop the decision. */
function read(key: string): Reasons {
  try {
    return reasonsSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

function write(key: string, reasons: Reasons): void {
  try {
    if (Object.keys(reasons).length === 0) localStorage.removeItem(key);
    else if (mayKeepCopies()) localStorage.setItem(key, JSON.stringify(reasons));
  } catch {
    // The page still has them, and asks before it is left.
  }
}

type Options = { accountId: string; entryId: string; available: readonly WorkflowAction[] };

/** The reasons that were typed and not sent, one for each action. They stay on this device until they are sent or discarded. */
export function useReasons({ accountId, entryId, available }: Options) {
  const key = `${DEVICE_COPIES}${accountId}:reasons:${entryId}`;
  const [typed, setTyped] = useState<Reasons>({});
  const newest = useRef<Reasons>({});
  const change = (reasons: Reasons) => {
    newest.current = reasons;
    setTyped(reasons);
  };
  useEffect(() => {
    newest.current = { ...read(key), ...newest.current };
    setTyped(newest.current);
  }, [key]);

  const pending = WORKFLOW_ACTIONS.filter((action) => action in typed && available.includes(action));
  useLeaveWarning(pending.length > 0, () => pending.some((action) => action in newest.current));

  const forget = (action: WorkflowAction) => {
    const { [action]: _, ...others } = newest.current;
    change(others);
    write(key, others);
  };
  const keep = (action: WorkflowAction, reason: string) => {
    if (isBlank(reason)) return forget(action);
    change({ ...newest.current, [action]: reason });
    return write(key, newest.current);
  };
  /** `pending`: those that could still be sent. */
  return { typed, pending, keep, forget };
}
