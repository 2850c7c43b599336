import { useState } from 'react';
import { callAction } from '@/components/form/call-action';
import { useAction } from '@/components/form/use-action';
import { getEntryFieldsAction, takeEntryStepAction } from '@/lib/actions/entry';
import { changedContent } from '@/lib/domain/entry/entry-difference';
import type { FieldToMend } from '@/lib/domain/entry/entry-fields';
import type { CurrentEntry, EntryView } from '@/lib/domain/entry/entry-view';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { FieldErrorCode } from '@/lib/domain/field-errors';
import type { Outcome } from '@/lib/domain/result';
import { entryFieldText, workflowConflict } from '@/lib/text/entry/entry';
import { statusText } from '@/lib/text/entry/entry-status';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { otherVersionText } from '@/lib/text/other-version';
import { holdingWays } from './held-ways';

/** What somebody else changed since the screen was drawn, and what to do now. */
function changesSince(entry: EntryView, latest: CurrentEntry): string {
  const changes = changedContent(entry, latest.content).map((field) => entryFieldText[field]);
  if (entry.status !== latest.status) {
    changes.unshift(workflowConflict.statusChanged(statusText[entry.status], statusText[latest.status]));
  }
  const changed = changes.length > 0 ? [workflowConflict.changed(changes)] : [];
  return [...changed, workflowConflict.remedy].join('\n');
}

/** `href`: where it leads, unless somebody wants to go elsewhere meanwhile. */
export type Act = { action: WorkflowAction; reason?: string; toMend?: readonly FieldToMend[]; href?: string | null };

type Options = {
  onDone: (act: Act) => void;
  /** Somebody else was faster: nothing was done. */
  onConflict: () => void;
};

/** The steps of the panel's buttons, and what came of the last one. */
export function useWorkflow(entry: EntryView, { onDone, onConflict }: Options) {
  const action = useAction();
  const [conflict, setConflict] = useState<{ title: string; details: string } | null>(null);
  const [reasonError, setReasonError] = useState<FieldErrorCode>();

  const run = (act: Act) => {
    const { action: step, reason, toMend = [] } = act;
    let latest: Outcome<CurrentEntry> | null = null;
    const take = async () => {
      const answer = await callAction(() =>
        takeEntryStepAction({
          step,
          entryId: entry.id,
          version: entry.version,
          reason,
          toMend,
          ...(entry.newestDecision && { takes: entry.newestDecision }),
        }),
      );
      if (!answer.ok && answer.code === 'conflict') latest = await callAction(() => getEntryFieldsAction(entry.id));
      return answer;
    };
    const tellConflict = () => {
      const found = latest?.ok ? latest.value : null;
      setConflict({
        title: `${otherVersionText.title(found?.lastChange ?? null)}${otherVersionText.notDone}`,
        details: found ? changesSince(entry, found) : workflowConflict.remedy,
      });
      onConflict();
    };
    setReasonError(undefined);
    setConflict(null);
    return action.run(() => holdingWays(take), {
      done: entryStepText[step].done,
      onDone: () => onDone(act),
      onFailure: ({ code, fields }) => {
        if (code === 'conflict') tellConflict();
        else if (fields?.reason) setReasonError(fields.reason);
        return code === 'conflict' || fields?.reason !== undefined;
      },
    });
  };

  return {
    notice: action.notice,
    conflict,
    reasonError,
    run,
    clearReasonError: () => setReasonError(undefined),
  };
}
