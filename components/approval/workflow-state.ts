import type { EntryView } from '@/lib/domain/entry/entry-view';
import { WAITING, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { approvalsText, decisionText } from '@/lib/text/entry/approvals';
import { entryFieldText, entryText, unsentReasonText } from '@/lib/text/entry/entry';

type State = {
  entry: Pick<EntryView, 'status' | 'availableActions' | 'isOwnWork' | 'deciders' | 'missing'>;
  /** For what a reason is being written. */
  written: WorkflowAction | null;
  /** What was done last is said beside it. */
  isDone: boolean;
  review: { isOver: boolean } | null;
};

/** What the bar says of the decision: what a press would bring, or why there is none and who could. */
export function workflowState({ entry, written, isDone, review }: State): string {
  const { availableActions, isOwnWork, deciders, missing, status } = entry;
  if (written) return unsentReasonText.stays;
  if (availableActions.includes('approve')) return decisionText.approve;
  if (isOwnWork) return entryText.ownWork(deciders);
  if (availableActions.includes('takeBack')) return decisionText.takeBack;
  const rest = review?.isOver ? approvalsText.done : '';
  if (availableActions.includes('submit') && missing.length > 0)
    return entryText.lacks(missing.map((field) => entryFieldText[field]));
  if (availableActions.length === 0 && !isDone) return rest || entryText.noAction;
  const isTheirs = WAITING.includes(status) || availableActions.includes('submit');
  return isTheirs ? entryText.waitsFor(deciders) : rest;
}
