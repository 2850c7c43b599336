import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry/entry';
import { FIELDS_TO_MEND } from '@/lib/domain/entry/entry-fields';
import {
  decide,
  TAKEN_BACK,
  WITHDRAWN,
  WORKFLOW,
  WORKFLOW_ACTIONS,
  type WorkflowAction,
} from '@/lib/domain/entry/entry-workflow';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { type FindingReason, settleFindings } from '@/lib/domain/findings/finding-reasons';
import { findingReasonsInput } from '@/lib/domain/findings/finding-reasons-input';
import { idInput, reasonInput, versionInput } from '@/lib/domain/inputs';
import { fail, succeed } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { findEntryFindings } from '@/lib/server/findings/entry-findings-queries';
import { type Command, type CommandContext, command } from '@/lib/server/gate/command';
import { asBeforeNewest, type EntryRow, type Saved, takeStep } from '@/lib/server/history/entry-history';
import { isInUse, loadEntry } from './entry-target';

const transitionInput = z.object({
  entryId: idInput,
  version: versionInput,
  /** What is said with a submission of the warnings that were shown. */
  findingReasons: z._default(findingReasonsInput, []),
  /** With a return. */
  toMend: z._default(z.array(z.enum(FIELDS_TO_MEND)), []),
  /** What was seen to be taken back: a decision makes no version. */
  takes: z.optional(z.enum(TAKEN_BACK)),
});

const reasonedTransitionInput = z.extend(transitionInput, { reason: reasonInput });

/** Whatever is missing or wrong in it keeps an entry from being submitted; what is odd has to have been looked at. */
async function submission(context: CommandContext, row: EntryRow, said: readonly FindingReason[]) {
  const missing = missingForSubmit(row);
  const fields: FieldErrors = Object.fromEntries(missing.map((field) => [field, 'required']));
  if (missing.length > 0) return fail('invalid_input', fields);
  return settleFindings(
    await findEntryFindings(context.tx, context.actor.wardId, row.id),
    said,
    row.findingReasons ?? [],
  );
}

/** One step of the workflow; they differ only in the rows of WORKFLOW and PERMISSIONS. */
const transition = (action: WorkflowAction) =>
  command({
    operation: `entry.${action}`,
    input: WORKFLOW[action].reason === 'required' ? reasonedTransitionInput : transitionInput,
    load: loadEntry,
    async run(context, { entry: row }, input) {
      const given = 'reason' in input && typeof input.reason === 'string' ? input.reason : null;
      const decided = decide(action, row, input.version, given);
      if (!decided.ok) return decided;
      if (input.takes && action === 'takeBack' && input.takes !== row.newestDecision?.action) return fail('conflict');
      const counts = WITHDRAWN.includes(row.status) && !WITHDRAWN.includes(decided.value.status);
      if (counts && !(await isInUse(context, row.departmentId))) return fail('department_retired');
      const { findingReasons: said } = input;
      const settled = action === 'submit' ? await submission(context, row, said) : succeed(row.findingReasons);
      if (!settled.ok) return settled;
      const { status, everApproved } = decided.value;
      const before = snapshotOf(row);
      // The database keeps the fields of each in an order of its own.
      const isAsBefore = isDeepStrictEqual(settled.value, before.findingReasons);
      const findingReasons = isAsBefore ? before.findingReasons : settled.value;
      const toMend = action === 'return' ? FIELDS_TO_MEND.filter((field) => input.toMend.includes(field)) : [];
      const step = { action, after: { ...before, status, findingReasons }, reason: given, toMend };
      const { newestDecision } = row;
      const taken = action === 'takeBack' && newestDecision ? newestDecision.action : action;
      const past = action === 'takeBack' ? asBeforeNewest : sql`ever_approved = ${everApproved}`;
      const set = sql`status = ${status}, ${past},
        finding_reasons = ${findingReasons && JSON.stringify(findingReasons)}::jsonb`;
      // In the role in which the decision was taken.
      return takeStep({ ...context, operation: `entry.${taken}` }, row, before, step, set);
    },
  });

/** Each step's command, with its row of PERMISSIONS. */
export const stepCommands = Object.fromEntries(
  WORKFLOW_ACTIONS.map((action) => [action, transition(action)]),
) as Record<WorkflowAction, Command<Saved>>;
