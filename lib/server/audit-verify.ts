import type pg from 'pg';
import { blankContent } from '@/lib/domain/entry';
import { WORKFLOW_ACTIONS } from '@/lib/domain/entry-workflow';

/**
 * What each check looks for, as rows of (ward_id, entry_id, version). Each step of an entry is written down in more than one
 * place, and a chain that was made to fit still has to agree with the others.
 */
const CHECKS = {
  revision_missing: `
    SELECT ward_id, entry_id, version_before + 1 FROM chain WHERE version <> version_before + 1`,

  revision_changed: `
    SELECT ward_id, entry_id, version FROM chain
    WHERE version = version_before + 1 AND (prev_hash <> hash_before OR hash <> revision_hash(revision, prev_hash))`,

  last_revision_missing: `
    SELECT e.ward_id, e.id, e.version FROM entry e LEFT JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE e.version <> coalesce(p.version, 0)`,

  entry_missing: `
    SELECT t.ward_id, t.entry_id, max(t.version) FROM (
      SELECT ward_id, entry_id, version FROM entry_revision
      UNION ALL SELECT ward_id, entry_id, version FROM workflow_event
      UNION ALL SELECT ward_id, subject_id, NULL::int FROM audit_event WHERE subject = 'entry') t
    WHERE NOT EXISTS (SELECT FROM entry e WHERE e.ward_id = t.ward_id AND e.id = t.entry_id) GROUP BY t.ward_id, t.entry_id`,

  entry_differs: `
    SELECT e.ward_id, e.id, e.version FROM entry e
    JOIN chain r ON r.ward_id = e.ward_id AND r.entry_id = e.id AND r.version = e.version
    WHERE r.content - 'recordedLastYearAmount' <> jsonb_strip_nulls(entry_snapshot(e)) - 'recordedLastYearAmount'`,

  authors_differ: `
    SELECT e.ward_id, e.id, e.version FROM entry e JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE (e.drafted_by, e.last_edited_by) IS DISTINCT FROM (p.authors[1], p.authors[cardinality(p.authors)])`,

  contributors_differ: `
    SELECT e.ward_id, e.id, e.version FROM entry e
    LEFT JOIN recorded_contributors r ON r.ward_id = e.ward_id AND r.entry_id = e.id
    WHERE NOT (e.contributors @> coalesce(r.account_ids, '{}') AND coalesce(r.account_ids, '{}') @> e.contributors)`,

  approval_differs: `
    SELECT e.ward_id, e.id, e.version FROM entry e JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE e.ever_approved <> p.ever_approved`,

  // What was recorded before revisions held it can't be compared.
  last_year_differs: `
    SELECT e.ward_id, e.id, e.version FROM entry e
    JOIN chain r ON r.ward_id = e.ward_id AND r.entry_id = e.id AND r.version = e.version
    WHERE e.recorded_last_year_amount IS DISTINCT FROM (r.content->>'recordedLastYearAmount')::bigint
      AND (r.action <> 'recorded' OR r.snapshot ? 'recordedLastYearAmount')`,

  event_differs: `
    SELECT ward_id, entry_id, version
    FROM (SELECT * FROM chain WHERE action = ANY ($1)) r FULL JOIN workflow_event w USING (ward_id, entry_id, version)
    WHERE (r.action, r.content_before->>'status', r.snapshot->>'status', r.reason, r.actor_id, r.actor_name, r.actor_role, r.at)
      IS DISTINCT FROM (w.action, w.from_status, w.to_status, w.reason, w.actor_id, w.actor_name, w.actor_role, w.at)`,

  // What was taken over from a document or from last year is in the log as a whole, not entry by entry.
  log_differs: `
    SELECT r.ward_id, r.entry_id, r.version FROM chain r WHERE r.action NOT IN ('recorded', 'copy') AND NOT EXISTS (
      SELECT FROM audit_event a WHERE a.ward_id = r.ward_id AND a.subject = 'entry' AND a.subject_id = r.entry_id
        AND a.operation = 'entry.' || r.action AND a.at = r.at
        AND (a.actor_id, a.actor_name, a.actor_role) IS NOT DISTINCT FROM (r.actor_id, r.actor_name, r.actor_role)
        AND jsonb_strip_nulls(r.content_before || coalesce(a.before, '{}')) = r.content_before
        AND jsonb_strip_nulls(r.content_before || a.after) = r.content)`,

  log_without_revision: `
    SELECT a.ward_id, a.subject_id, NULL::int FROM audit_event a JOIN entry e ON e.ward_id = a.ward_id AND e.id = a.subject_id
    WHERE a.subject = 'entry' AND NOT EXISTS (SELECT FROM entry_revision r WHERE r.ward_id = a.ward_id
      AND r.entry_id = a.subject_id AND a.operation = 'entry.' || r.action AND r.at = a.at)`,
} as const;

export type AuditFinding = {
  code: keyof typeof CHECKS;
  wardCode: string | null;
  entryId: string;
  /** null: the step is known by the log alone, which counts no versions. */
  version: number | null;
};

/**
 * Nulls are dropped, as in a hash. Of last year's amount, what older revisions leave out is what the first one held; a field
 * that they don't know was blank ($2).
 */
const COMMON = `
  contents AS (
    SELECT r AS revision, r.*, jsonb_strip_nulls(
      $2::jsonb || jsonb_build_object('recordedLastYearAmount', first_value(snapshot->'recordedLastYearAmount') OVER entry) || snapshot) AS content
    FROM entry_revision r WINDOW entry AS (PARTITION BY ward_id, entry_id ORDER BY version)
  ), chain AS (
    SELECT *, lag(hash, 1, '') OVER entry AS hash_before, lag(version, 1, 0) OVER entry AS version_before,
      lag(content, 1, jsonb_strip_nulls($2)) OVER entry AS content_before
    FROM contents WINDOW entry AS (PARTITION BY ward_id, entry_id ORDER BY version)
  ), past AS (
    SELECT ward_id, entry_id, max(version) AS version, bool_or(snapshot->>'status' = 'approved') AS ever_approved,
      array_agg(actor_id ORDER BY version) FILTER (WHERE action IN ('add', 'edit', 'correct')) AS authors
    FROM entry_revision GROUP BY ward_id, entry_id
  )`;

/** Holds every history against its own chain and against everything else that knows of it, at one moment. */
export async function verifyAudit(client: pg.ClientBase): Promise<AuditFinding[]> {
  const found = Object.entries(CHECKS).map(([code, check]) => `SELECT '${code}', * FROM (${check}) AS "${code}"`);
  const { rows } = await client.query(
    `WITH ${COMMON}, found (code, ward_id, entry_id, version) AS (${found.join(' UNION ALL ')})
     SELECT f.code, w.code AS "wardCode", f.entry_id AS "entryId", f.version
     FROM found f LEFT JOIN ward w ON w.id = f.ward_id ORDER BY w.code, f.entry_id, f.version, f.code`,
    [WORKFLOW_ACTIONS, blankContent],
  );
  return rows as AuditFinding[];
}
