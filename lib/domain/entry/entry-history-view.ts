import type { EntryField, FieldToMend, OptionField } from './entry-fields';
import { type EntryStatus, type SendingBack, WORKFLOW, WORKFLOW_ACTIONS, type WorkflowAction } from './entry-workflow';

export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** One field's change from a version to the next. Amounts in 千円, and numbers, whose difference says nothing. */
export type FieldChange =
  | { kind: 'text'; field: EntryField; parts: TextPart[] }
  | { kind: 'amount'; field: EntryField; before: number | null; after: number | null; difference: number | null }
  | { kind: 'choice'; field: EntryField; before: string; after: string }
  | { kind: 'option'; field: OptionField; before: string; after: string }
  | { kind: 'flag'; field: EntryField; before: boolean; after: boolean };

export type RevisionAction =
  | WorkflowAction
  | 'add'
  | 'copy'
  | 'recorded'
  | 'edit'
  | 'correct'
  | 'move'
  | 'recordLastYear'
  | 'allowFinding';

/** What doesn't make its actor a contributor. */
export const NO_CONTRIBUTIONS: readonly RevisionAction[] = [
  'copy',
  'recorded',
  'allowFinding',
  ...WORKFLOW_ACTIONS.filter((step) => !WORKFLOW[step].contributes),
];
export const isContribution = (action: RevisionAction): boolean => !NO_CONTRIBUTIONS.includes(action);

/** What one person saves with pauses of up to so many minutes is one sitting. */
export const SITTING_PAUSE = 30;

/** A step, or the saves of one sitting as one. */
export type RevisionView = {
  /** Its place in the history: content and decisions are counted. Of a sitting, the newest's. */
  version: number;
  firstVersion: number;
  /** ISO instant. */
  at: string;
  actorName: string;
  /** A role's code, or `import` where nobody of the ward did it. */
  actorRole: string;
  action: RevisionAction;
  reason: string | null;
  toMend: FieldToMend[];
  status: EntryStatus;
  /** Against the step before it; the first has nothing to be compared with. */
  changes: FieldChange[];
};

export const REVISIONS_PER_PAGE = 20;

/** What was sent back or taken back from approval, and how the entry differs from it now. */
export type ChangesSinceDecision = {
  action: SendingBack;
  /** ISO instant. */
  at: string;
  actorName: string;
  reason: string | null;
  toMend: FieldToMend[];
  changes: FieldChange[];
};
