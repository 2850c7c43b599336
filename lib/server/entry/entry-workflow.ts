import 'server-only';
import * as z from 'zod/mini';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry/entry';
import { decide, WORKFLOW, type WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { idInput, reasonInput, versionInput } from '@/lib/domain/inputs';
import { fail } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { command } from '@/lib/server/gate/command';
import { takeStep } from '@/lib/server/history/entry-history';
import { loadEntry } from './entry-target';

const transitionInput = z.object({ entryId: idInput, version: versionInput });

const reasonedTransitionInput = z.extend(transitionInput, { reason: reasonInput });

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
      if (action === 'submit') {
        const missing = missingForSubmit(row);
        const fields: FieldErrors = Object.fromEntries(missing.map((field) => [field, 'required']));
        if (missing.length > 0) return fail('invalid_input', fields);
      }
      const { status, everApproved } = decided.value;
      const before = snapshotOf(row);
      const step = { action, after: { ...before, status }, reason: given };
      return takeStep(context, row, before, step, sql`status = ${status}, ever_approved = ${everApproved}`);
    },
  });

export const submitEntry = transition('submit');
export const pullBackEntry = transition('pullBack');
export const approveEntry = transition('approve');
export const returnEntry = transition('return');
export const withdrawEntry = transition('withdraw');
export const reopenEntry = transition('reopen');
export const withdrawApprovedEntry = transition('withdrawApproved');
