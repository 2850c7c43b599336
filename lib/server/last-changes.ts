import 'server-only';
import type { LastChange } from '@/lib/domain/last-change';
import { db, sql } from './db';
import type { Reader } from './reading';

/** Who changed each of these last, by its id. An order is a thing of its own. */
export async function lastChanges(reader: Reader, ids: readonly string[]): Promise<Map<string, LastChange>> {
  const rows = await db.rows<{ id: string; by: string | null; isOwn: boolean; at: Date }>(sql`
    SELECT v.subject_id AS id, CASE WHEN v.actor_id IS NOT NULL THEN v.actor_name END AS by,
      v.actor_id IS NOT DISTINCT FROM ${reader.accountId} AS "isOwn", v.at
    FROM unnest(${[...ids]}::uuid[]) AS asked (id)
    CROSS JOIN LATERAL (SELECT * FROM audit_event
      WHERE ward_id = ${reader.wardId} AND subject_id = asked.id AND subject <> 'document'
        AND operation <> 'recorded' AND operation NOT LIKE '%.order'
      ORDER BY at DESC, id DESC LIMIT 1) v`);
  return new Map(rows.map(({ id, by, isOwn, at }) => [id, { by, isOwn, at: at.toISOString() }]));
}
