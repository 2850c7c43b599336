import type pg from 'pg';
import { blankContent } from '@/lib/domain/entry/entry';
import { NO_CONTRIBUTIONS } from '@/lib/domain/entry/entry-history-view';
import { APPROVED } from '@/lib/domain/entry/entry-workflow';

/** What each check of an entry's steps looks for, as rows of (ward_id, entry_id, sequence). */
const ENTRY_CHECKS = {
  step_missing: `SELECT ward_id, entry_id, sequence_before + 1 FROM chain WHERE sequence <> sequence_before + 1`,

  step_changed: `SELECT ward_id, entry_id, sequence FROM chain WHERE sequence = sequence_before + 1 AND NOT has_hash`,

  step_disordered: `SELECT ward_id, entry_id, sequence FROM chain WHERE sequence = sequence_before + 1 AND NOT is_in_order`,

  step_differs: `SELECT ward_id, entry_id, sequence FROM chain WHERE sequence = sequence_before + 1 AND NOT is_continued`,

  last_step_missing: `
    SELECT e.ward_id, e.id, e.steps FROM entry e LEFT JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE (e.steps, e.version) IS DISTINCT FROM (p.sequence, p.version)`,

  entry_missing: `
    SELECT p.ward_id, p.entry_id, p.sequence FROM past p
    WHERE NOT EXISTS (SELECT FROM entry e WHERE e.ward_id = p.ward_id AND e.id = p.entry_id)`,

  entry_differs: `
    SELECT e.ward_id, e.id, e.steps FROM entry e
    JOIN chain c ON c.ward_id = e.ward_id AND c.entry_id = e.id AND c.sequence = e.steps
    WHERE c.content <> jsonb_strip_nulls(entry_snapshot(e)) OR e.updated_by IS DISTINCT FROM c.taken_by`,

  authors_differ: `
    SELECT e.ward_id, e.id, e.steps FROM entry e JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE (e.drafted_by, e.last_edited_by) IS DISTINCT FROM (p.authors[1], p.authors[cardinality(p.authors)])`,

  contributors_differ: `
    SELECT e.ward_id, e.id, e.steps FROM entry e JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE NOT (e.contributors @> p.contributors AND p.contributors @> e.contributors)`,

  approval_differs: `
    SELECT e.ward_id, e.id, e.steps FROM entry e JOIN past p ON p.ward_id = e.ward_id AND p.entry_id = e.id
    WHERE e.ever_approved <> p.ever_approved`,
} as const;

/** The same of the ward's log and of the settings that it leads to, as rows of (ward_id, subject, id, sequence). */
const LOG_CHECKS = {
  log_missing: `SELECT ward_id, subject, subject_id, sequence_before + 1 FROM log WHERE sequence <> sequence_before + 1`,

  log_changed: `SELECT ward_id, subject, subject_id, sequence FROM log WHERE sequence = sequence_before + 1 AND NOT has_hash`,

  log_disordered: `SELECT ward_id, subject, subject_id, sequence FROM log WHERE sequence = sequence_before + 1 AND at < at_before`,

  log_differs: `
    SELECT l.ward_id, l.subject, l.subject_id, l.sequence FROM log l
    WHERE l.has_begun AND EXISTS (
      SELECT FROM jsonb_each(l.before) said JOIN setting_field f ON f.subject = l.subject AND f.field = said.key
      WHERE nullif(said.value, 'null') IS DISTINCT FROM nullif(l.content_before->said.key, 'null'))`,

  log_restarted: `
    SELECT l.ward_id, l.subject, l.subject_id, l.sequence FROM log l
    WHERE l.operation = 'recorded' AND (l.place > 1 OR l.actor_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM ward_setting s JOIN audit_event o ON o.ward_id = s.ward_id AND o.subject_id = s.fiscal_year_id
      WHERE s.ward_id = l.ward_id AND s.subject = l.subject AND s.id = l.subject_id AND o.operation = 'year.open' AND o.at = l.at))`,

  setting_differs: `
    SELECT s.ward_id, s.subject, s.id, f.sequence FROM ward_setting s
    JOIN setting_fold f ON f.ward_id = s.ward_id AND f.subject = s.subject AND f.subject_id = s.id
    WHERE jsonb_strip_nulls(s.content) <> jsonb_strip_nulls(
      (SELECT jsonb_object_agg(field, f.content->field) FROM jsonb_object_keys(s.content) field))`,

  setting_unrecorded: `
    SELECT s.ward_id, s.subject, s.id, NULL::int FROM ward_setting s
    WHERE NOT EXISTS (SELECT FROM setting_fold f WHERE f.ward_id = s.ward_id AND f.subject = s.subject AND f.subject_id = s.id AND NOT f.is_gone)`,

  setting_missing: `
    SELECT f.ward_id, f.subject, f.subject_id, f.sequence FROM setting_fold f
    WHERE NOT f.is_gone AND NOT EXISTS (SELECT FROM ward_setting s WHERE s.ward_id = f.ward_id AND s.subject = f.subject AND s.id = f.subject_id)`,
} as const;

const PUBLISHED = `a.subject = 'edition' AND a.operation = 'edition.publish'`;
const RECORD = `JOIN audit_event a ON a.ward_id = e.ward_id AND a.subject_id = e.id AND ${PUBLISHED}`;

/** Editions against the log: their hashes are made anew of what they hold now, and of what is said to be theirs. */
const EDITION_CHECKS = {
  edition_differs: `
    SELECT e.ward_id, 'edition', e.id, a.sequence FROM edition e ${RECORD}
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE (a.after, a.actor_id, a.subject_year) IS DISTINCT FROM (edition_record(e), e.published_by, y.year)
      OR EXISTS (SELECT FROM edition_document d WHERE d.ward_id = e.ward_id AND d.edition_id = e.id
        AND d.model_sha256 <> encode(sha256(convert_to(d.model::text, 'UTF8')), 'hex'))
      OR EXISTS (SELECT FROM edition_document d JOIN edition_file f ON f.ward_id = d.ward_id AND f.document_id = d.id
        WHERE d.ward_id = e.ward_id AND d.edition_id = e.id AND f.sha256 <> encode(sha256(f.bytes), 'hex'))`,

  edition_unrecorded: `
    SELECT e.ward_id, 'edition', e.id, NULL::int FROM edition e
    WHERE NOT EXISTS (SELECT FROM audit_event a WHERE a.ward_id = e.ward_id AND a.subject_id = e.id AND ${PUBLISHED})`,

  edition_missing: `
    SELECT a.ward_id, 'edition', a.subject_id, a.sequence FROM audit_event a
    WHERE ${PUBLISHED} AND NOT EXISTS (SELECT FROM edition e WHERE e.ward_id = a.ward_id AND e.id = a.subject_id)`,
} as const;

export type AuditFinding = {
  code: keyof typeof ENTRY_CHECKS | keyof typeof LOG_CHECKS | keyof typeof EDITION_CHECKS;
  wardCode: string | null;
  /** What it is about: `entry`, or what a row of the log is about. */
  subject: string;
  subjectId: string | null;
  /** Of the step, or of the row of the log; null: there is none. */
  sequence: number | null;
};

/**
 * Every step beside the one before it, and what the entry holds by then; the contents themselves are kept of newest steps alone.
 * A field that older steps don't know was blank ($1). Content that changes makes a version, a decision none; as a revision
 * every step made one. Reasons made none at first.
 */
const COMMON = `
  beside AS (
    SELECT s.ward_id, s.entry_id, s.sequence, lag(s.hash, 1, '') OVER entry AS hash_before,
      lag(s.sequence, 1, 0) OVER entry AS sequence_before, lag(s.version, 1, 0) OVER entry AS version_before,
      lag(s.at) OVER entry AS at_before,
      coalesce(jsonb_merge(s.after) OVER (entry ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '{}') AS content_before,
      lead(s.sequence) OVER entry IS NULL AS is_newest
    FROM entry_step s WINDOW entry AS (PARTITION BY s.ward_id, s.entry_id ORDER BY s.sequence)
  ), chain AS MATERIALIZED (
    SELECT s.ward_id, s.entry_id, s.sequence, s.version, sequence_before,
      s.hash = step_hash(s, CASE WHEN s.is_carried THEN content_before || s.after END, hash_before) AS has_hash,
      (s.version - version_before = (s.is_carried OR s.after - '{status,findingReasons}'::text[] <> '{}')::int
          OR s.after ? 'findingReasons' AND s.version - version_before = 1)
        AND (s.is_carried OR s.at >= coalesce(at_before, '-infinity')) AS is_in_order,
      CASE WHEN sequence_before = 0 THEN s.before IS NULL
        ELSE content_before @> s.before OR jsonb_strip_nulls($1 || content_before || s.before) = jsonb_strip_nulls($1 || content_before)
        END AS is_continued,
      CASE WHEN s.actor_role <> 'import' THEN s.actor_name END AS taken_by,
      CASE WHEN is_newest THEN jsonb_strip_nulls($1 || content_before || s.after) END AS content
    FROM beside b JOIN entry_step s USING (ward_id, entry_id, sequence)
  ), past AS (
    SELECT ward_id, entry_id, max(sequence) AS sequence, max(version) AS version, bool_or(status = ANY ($3) AND NOT is_taken_back) AS ever_approved,
      array_agg(actor_id ORDER BY sequence) FILTER (WHERE action IN ('add', 'edit', 'correct')) AS authors,
      coalesce(array_agg(actor_id) FILTER (WHERE actor_id IS NOT NULL AND action <> ALL ($2) AND sequence > approved AND NOT is_taken_back), '{}') AS contributors
    FROM (SELECT *, coalesce(max(sequence) FILTER (WHERE action = 'approve' AND NOT is_taken_back) OVER (PARTITION BY ward_id, entry_id), 0) AS approved
      FROM (SELECT ward_id, entry_id, sequence, version, action, actor_id, after->>'status' AS status,
          coalesce(lead(action) OVER (PARTITION BY ward_id, entry_id ORDER BY sequence) = 'takeBack', false) AS is_taken_back
        FROM entry_step) s) s GROUP BY ward_id, entry_id
  )`;

/** What a setting is that the log has said nothing of: it is older than the setting. */
const UNSAID = JSON.stringify({ isRetired: false, printsMarks: true, readersNeeded: 1 });

/**
 * Every row beside the one before it. Settings are held against the log from where it began to say what they were: nothing is
 * asked of what it said before. Somebody records a beginning with the year that they open, nobody else's.
 */
const LOG = `
  log_beside AS (
    SELECT a.*, lag(a.sequence, 1, 0) OVER ward AS sequence_before, lag(a.at) OVER ward AS at_before,
      a.hash = log_hash(a, lag(a.hash, 1, '') OVER ward) AS has_hash, a.sequence >= coalesce(
        min(a.sequence) FILTER (WHERE a.operation = 'recorded' AND a.actor_id IS NULL) OVER (PARTITION BY a.ward_id), 0) AS has_begun
    FROM audit_event a WINDOW ward AS (PARTITION BY a.ward_id ORDER BY a.sequence)
  ), log AS (
    SELECT *, row_number() OVER since AS place,
      '${UNSAID}' || coalesce(jsonb_merge(after) OVER (since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), '{}')
        AS content_before
    FROM log_beside WINDOW since AS (PARTITION BY ward_id, subject, subject_id, has_begun ORDER BY sequence)
  ), setting_field AS (
    SELECT DISTINCT subject, field FROM ward_setting, jsonb_object_keys(content) field
  ), setting_fold AS (
    SELECT ward_id, subject, subject_id, max(sequence) AS sequence, bool_or(operation IN ('user.removeMembership', 'category.end', 'earlierTotals.remove')) AS is_gone,
      '${UNSAID}' || coalesce(jsonb_merge(after ORDER BY sequence) FILTER (WHERE after IS NOT NULL), '{}') AS content
    FROM audit_event WHERE subject IN (SELECT DISTINCT subject FROM ward_setting) AND subject_id IS NOT NULL
    GROUP BY ward_id, subject, subject_id
  )`;

const found = (checks: Record<string, string>) =>
  Object.entries(checks)
    .map(([code, check]) => `SELECT '${code}', * FROM (${check}) AS "${code}"`)
    .join(' UNION ALL ');

/** Holds every history and log against itself and against what it leads to, at one moment. */
export async function verifyAudit(client: pg.ClientBase): Promise<AuditFinding[]> {
  const { rows } = await client.query(
    `WITH ${COMMON}, ${LOG}, of_entries (code, ward_id, id, sequence) AS (${found(ENTRY_CHECKS)}),
     of_logs (code, ward_id, subject, id, sequence) AS (${found({ ...LOG_CHECKS, ...EDITION_CHECKS })})
     SELECT f.code, w.code AS "wardCode", f.subject, f.id AS "subjectId", f.sequence
     FROM (SELECT code, ward_id, 'entry' AS subject, id, sequence FROM of_entries UNION ALL SELECT * FROM of_logs) f
     LEFT JOIN ward w ON w.id = f.ward_id ORDER BY w.code, f.subject, f.id, f.sequence, f.code`,
    [blankContent, NO_CONTRIBUTIONS, APPROVED],
  );
  return rows as AuditFinding[];
}
