import { useState } from 'react';
import { useLeaveWarning } from '@/components/form/use-leave-warning';
import { isBlank } from '@/lib/domain/blank';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';

export type Reasons = Partial<Record<WorkflowAction, string>>;

/** The reasons that were typed and not sent, one for each action: the browser asks before it throws them away. */
export function useReasons() {
  const [typed, setTyped] = useState<Reasons>({});
  const isTyped = Object.keys(typed).length > 0;
  useLeaveWarning(isTyped, () => isTyped);

  const forget = (action: WorkflowAction) => setTyped(({ [action]: _, ...others }) => others);
  const keep = (action: WorkflowAction, reason: string) =>
    isBlank(reason) ? forget(action) : setTyped((others) => ({ ...others, [action]: reason }));
  return { typed, keep, forget, clear: () => setTyped({}) };
}
