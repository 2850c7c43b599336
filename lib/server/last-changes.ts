import 'server-only';
import type { LastChange } from '@/lib/domain/last-change';
import { db, sql } from './db';
import type { Reader } from './reading';

/** Who changed each of these last, by its id. A week back, as the log has an index on time alone: no form stays open longer. */
export async function lastChanges(reader: Reader, ids: readonly string[]): Promise<Map<string, LastChange>> {
  const rows = await db.rows<{ id: string; by: string | null; at: Date }>(sql`
    SELECT DISTINCT ON (subject_id) subject_id AS id, CASE WHEN actor_id IS NOT NULL THEN actor_name END AS by, at
    FROM audit_event
    WHERE ward_id = ${reader.wardId} AND at > now() - interval '7 days' AND subject <> 'document'
      AND subject_id = ANY (${[...ids]}::uuid[])
    ORDER BY subject_id, at DESC, id DESC`);
  return new Map(rows.map(({ id, by, at }) => [id, { by, at: at.toISOString() }]));
}
