import 'server-only';
import * as z from 'zod/mini';
import { missingForSubmit, snapshotOf } from '@/lib/domain/entry';
import { decide, WORKFLOW, type WorkflowAction } from '@/lib/domain/entry-workflow';
import type { FieldErrors } from '@/lib/domain/field-errors';
import { idInput, reasonInput, versionInput } from '@/lib/domain/inputs';
import { fail, succeed } from '@/lib/domain/result';
import { actingRole } from './acting-role';
import { command } from './command';
import { sql } from './db';
import { recordStep } from './entry-history';
import { loadEntry, type Saved } from './entry-target';
import { newId } from './id';

const transitionInput = z.object({ entryId: idInput, version: versionInput });

const reasonedTransitionInput = z.extend(transitionInput, { reason: reasonInput });

/** One step of the workflow; they differ only in the rows of WORKFLOW and PERMISSIONS. */
const transition = (action: WorkflowAction) =>
  command({
    operation: `entry.${action}`,
    input: WORKFLOW[action].reason === 'required' ? reasonedTransitionInput : transitionInput,
    load: loadEntry,
    async run(context, { row }, input) {
      const { tx, actor } = context;
      const given = 'reason' in input && typeof input.reason === 'string' ? input.reason : null;
      const decided = decide(action, row, input.version, given);
      if (!decided.ok) return decided;
      if (action === 'submit') {
        const missing = missingForSubmit(row);
        const fields: FieldErrors = Object.fromEntries(missing.map((field) => [field, 'required']));
        if (missing.length > 0) return fail('invalid_input', fields);
      }
      const { status, version, everApproved } = decided.value;
      const changed = await tx.run(sql`
        UPDATE entry SET status = ${status}, version = ${version}, ever_approved = ${everApproved}, updated_at = now()
        WHERE ward_id = ${actor.wardId} AND id = ${row.id} AND status = ${row.status} AND version = ${input.version}`);
      if (changed !== 1) return fail('conflict');
      await tx.run(sql`
        INSERT INTO workflow_event (ward_id, id, entry_id, version, action, from_status, to_status, reason, actor_id, actor_name, actor_role)
        VALUES (${actor.wardId}, ${newId()}, ${row.id}, ${version}, ${action}, ${row.status}, ${status}, ${given},
          ${actor.accountId}, ${actor.name}, ${actingRole(actor, context.operation)})`);
      const before = snapshotOf(row);
      await recordStep(context, {
        entryId: row.id,
        version,
        action,
        before,
        after: { ...before, status },
        reason: given,
      });
      return succeed<Saved>({ entryId: row.id, version });
    },
  });

export const submitEntry = transition('submit');
export const pullBackEntry = transition('pullBack');
export const approveEntry = transition('approve');
export const returnEntry = transition('return');
export const withdrawEntry = transition('withdraw');
export const reopenEntry = transition('reopen');
export const withdrawApprovedEntry = transition('withdrawApproved');
