import type pg from 'pg';

/** The log of a ward counts from when it became a chain: values of before stay what they were. */
const LOGS = `UNION ALL
  (SELECT DISTINCT ON (a.ward_id) a.ward_id, NULL, a.hash FROM audit_event a, moment WHERE a.at <= until
     AND EXISTS (SELECT FROM audit_event b WHERE b.ward_id = a.ward_id AND b.operation = 'recorded' AND b.at <= until)
   ORDER BY a.ward_id, a.sequence DESC)`;

export type AuditDigest = { chains: number; digest: string; until: Date };

/**
 * One value for all histories and logs as they stood at `until`: each ends in a hash that every row before it went into. Rows carry
 * the time at which their transaction began, so it holds from when those of before `until` are over: a minute ago, unless asked.
 * Kept outside of the database it shows what was rewritten or removed in every place at once.
 */
export async function digestAudit(client: pg.ClientBase, until: Date | null): Promise<AuditDigest> {
  // A backup is made before the database is brought up to date, too: a step keeps the hash that it had as a revision.
  const revisions = await client.query(`SELECT FROM pg_class WHERE oid = to_regclass('entry_revision')`);
  const [table, order, logs] = revisions.rowCount
    ? ['entry_revision', 'version', '']
    : ['entry_step', 'sequence', LOGS];
  const { rows } = await client.query(
    `WITH moment AS (SELECT date_trunc('milliseconds', coalesce($1, now() - interval '1 minute')) AS until),
     head AS (
       (SELECT DISTINCT ON (ward_id, entry_id) ward_id, entry_id, hash FROM ${table}, moment WHERE at <= until
       ORDER BY ward_id, entry_id, ${order} DESC) ${logs}
     )
     SELECT (SELECT until FROM moment), count(entry_id)::int AS chains,
       encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', ward_id, entry_id, hash), E'\\n' ORDER BY ward_id, entry_id NULLS LAST), ''),
         'UTF8')), 'hex') AS digest
     FROM head`,
    [until],
  );
  const [digest] = rows as AuditDigest[];
  if (!digest) throw new Error('no digest');
  return digest;
}
