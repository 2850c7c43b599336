import 'server-only';
import { actingRole } from './acting-role';
import type { CommandContext } from './command';
import { db, sql } from './db';
import { newId } from './id';
import type { Reader } from './reading';

type Subject = 'entry' | 'fiscal_year' | 'category_year' | 'department' | 'membership' | 'document';

type Recorded = { subject: Subject; subjectId: string | null; before?: object; after?: object };

/** The fields of `after` that differ, on both sides. */
export function changeOf<T extends object>(before: T, after: T): { before: Partial<T>; after: Partial<T> } {
  const changed = (Object.keys(after) as (keyof T)[]).filter((key) => before[key] !== after[key]);
  const pick = (from: T) => Object.fromEntries(changed.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}

/** Writes the audit row of a change, in the change's own transaction. */
export const recordAudit = (
  context: CommandContext,
  { subject, subjectId, before, after }: Recorded,
): Promise<number> =>
  context.tx.run(sql`
    INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, before, after, actor_id, actor_name, actor_role, address)
    VALUES (${context.actor.wardId}, ${newId()}, ${context.operation}, ${subject}, ${subjectId},
      ${before ? JSON.stringify(before) : null}::jsonb, ${after ? JSON.stringify(after) : null}::jsonb,
      ${context.actor.accountId}, ${context.actor.name}, ${actingRole(context.actor, context.operation)}, ${context.address})`);

/** Who took a document out of the program, and in which format. */
export const recordExport = (reader: Reader, address: string | null, fiscalYearId: string, format: string) =>
  recordAudit(
    { actor: reader, address, tx: db, operation: 'document.read' },
    { subject: 'document', subjectId: fiscalYearId, after: { format } },
  );
