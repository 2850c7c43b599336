import 'server-only';
import type { EntrySnapshot } from '@/lib/domain/entry';
import type { RevisionAction } from '@/lib/domain/entry-history-view';
import { actingRole } from './acting-role';
import { changeOf, recordAudit } from './audit';
import type { CommandContext } from './command';
import { sql } from './db';
import { newId } from './id';

type Step = {
  entryId: string;
  version: number;
  action: RevisionAction;
  before: EntrySnapshot | null;
  after: EntrySnapshot;
  reason?: string | null;
};

/** The revision (a full snapshot) and the audit row of one step of an entry. */
export async function recordStep(context: CommandContext, step: Step): Promise<void> {
  const { actor, tx, operation } = context;
  await tx.run(sql`
    INSERT INTO entry_revision (ward_id, id, entry_id, version, action, reason, snapshot, actor_id, actor_name, actor_role)
    VALUES (${actor.wardId}, ${newId()}, ${step.entryId}, ${step.version}, ${step.action}, ${step.reason ?? null},
      ${JSON.stringify(step.after)}::jsonb, ${actor.accountId}, ${actor.name}, ${actingRole(actor, operation)})`);
  const change = step.before ? changeOf(step.before, step.after) : { after: step.after };
  await recordAudit(context, { subject: 'entry', subjectId: step.entryId, ...change });
}
