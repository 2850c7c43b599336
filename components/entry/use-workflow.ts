import { useRef, useState } from 'react';
import { attempt } from '@/components/form/attempt';
import { getEntryFieldsAction } from '@/lib/actions/entry-fields';
import {
  approveEntryAction,
  pullBackEntryAction,
  reopenEntryAction,
  returnEntryAction,
  submitEntryAction,
  withdrawApprovedEntryAction,
  withdrawEntryAction,
} from '@/lib/actions/entry-workflow';
import { changedContent } from '@/lib/domain/entry-difference';
import type { CurrentEntry, EntryView } from '@/lib/domain/entry-view';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';
import type { FieldErrorCode } from '@/lib/domain/field-errors';
import type { Problem } from '@/lib/domain/result';
import { entryFieldText, workflowConflict, workflowDone } from '@/lib/text/entry';
import { overtakenText } from '@/lib/text/overtaken';
import { statusText } from '@/lib/text/terms';

const ACTIONS: Record<WorkflowAction, typeof submitEntryAction> = {
  submit: submitEntryAction,
  pullBack: pullBackEntryAction,
  approve: approveEntryAction,
  return: returnEntryAction,
  withdraw: withdrawEntryAction,
  reopen: reopenEntryAction,
  withdrawApproved: withdrawApprovedEntryAction,
};

export type Outcome =
  | { kind: 'success' | 'warning'; title: string; details?: string }
  | { kind: 'error'; problem: Problem };

/** What somebody else changed since the screen was drawn, and what to do now. */
function changesSince(entry: EntryView, latest: CurrentEntry): string {
  const changes = changedContent(entry, latest.content).map((field) => entryFieldText[field]);
  if (entry.status !== latest.status) {
    changes.unshift(workflowConflict.statusChanged(statusText[entry.status], statusText[latest.status]));
  }
  const changed = changes.length > 0 ? [workflowConflict.changed(changes)] : [];
  return [...changed, workflowConflict.remedy].join('\n');
}

type Options = {
  onDone: (action: WorkflowAction) => void;
  /** Somebody else was faster: nothing was done. */
  onConflict: () => void;
};

/** Takes one step at a time; a second press while the first is under way does nothing. */
export function useWorkflow(entry: EntryView, { onDone, onConflict }: Options) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reasonError, setReasonError] = useState<FieldErrorCode>();
  const isRunning = useRef(false);

  const tellConflict = async () => {
    const latest = await attempt(() => getEntryFieldsAction(entry.id));
    const change = latest.ok ? { by: latest.value.updatedBy, at: latest.value.updatedAt } : null;
    const title = `${overtakenText.title(change)}${overtakenText.notDone}`;
    const details = latest.ok ? changesSince(entry, latest.value) : workflowConflict.remedy;
    setOutcome({ kind: 'warning', title, details });
    onConflict();
  };

  const take = async (action: WorkflowAction, reason?: string) => {
    setReasonError(undefined);
    const answer = await attempt(() => ACTIONS[action]({ entryId: entry.id, version: entry.version, reason }));
    if (answer.ok) {
      setOutcome({ kind: 'success', title: workflowDone[action] });
      return onDone(action);
    }
    if (answer.code === 'conflict') return tellConflict();
    if (answer.fields?.reason) return setReasonError(answer.fields.reason);
    return setOutcome({ kind: 'error', problem: answer.code });
  };

  const run = async (action: WorkflowAction, reason?: string) => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await take(action, reason);
    } finally {
      isRunning.current = false;
    }
  };

  return { outcome, reasonError, run, clearReasonError: () => setReasonError(undefined) };
}
