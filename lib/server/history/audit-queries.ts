import 'server-only';
import { FIELDS } from '@/lib/domain/entry/entry-fields';
import {
  type AuditChange,
  type AuditFilter,
  type AuditPage,
  type AuditRow,
  NO_AUDIT_FILTER,
} from '@/lib/domain/history/audit';
import { yearName } from '@/lib/domain/year/fiscal-year';
import { db, type Statement, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { AuditEventModel } from '@/lib/server/generated/models';
import { namesOf } from './audit';

const PAGE_SIZE = 50;

type Values = Record<string, unknown>;
type Names = Record<string, string>;
type Logged = Omit<AuditRow, 'changes' | 'side'> & {
  before: Values | null;
  after: Values | null;
  names: Names | null;
  subjectYear: number | null;
};
type Row = Selected<Logged, AuditEventModel, keyof Logged>;

/** Whether a time lies on the days of Japan that are asked for, both included. */
export const isOnDays = (at: Statement, { from, to }: { from: string | null; to: string | null }): Statement => sql`
  (${from}::date IS NULL OR ${at} >= ${from}::date::timestamp AT TIME ZONE 'Asia/Tokyo')
  AND (${to}::date IS NULL OR ${at} < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')`;

/** Whatever the width and case. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const holds = (text: Statement, words: string): Statement =>
  sql`strpos(lower(normalize(${text}, NFKC)), ${plain(words)}) > 0`;

/** Of a row: who did it or what it is about has the words in its name, of then or of today. */
const isNamed = (wardId: string, words: string | null): Statement =>
  words === null
    ? sql`true`
    : sql`(${holds(sql`l.actor_name`, words)} OR ${holds(sql`l.subject_name`, words)}
        OR ${holds(sql`l.after->>'name'`, words)} OR ${holds(sql`l.before->>'name'`, words)} OR l.subject_id IN (
          SELECT s.id FROM audit_subject s WHERE s.ward_id = ${wardId} AND ${holds(sql`s.name`, words)} UNION ALL
          SELECT a.subject_id FROM audit_event a WHERE a.ward_id = ${wardId} AND a.before ? 'name' AND ${holds(sql`a.before->>'name'`, words)} UNION ALL
          SELECT d.entry_id FROM entry_step d WHERE d.ward_id = ${wardId} AND d.after ? 'name' AND ${holds(sql`d.after->>'name'`, words)}))`;

/** A page of what happened in the ward, newest first; `olderThan` is the last row of the page before. */
const listRows = (reader: Reader, olderThan: string | null, { q, subject, ...days }: AuditFilter) =>
  db.rows<Row>(sql`
    SELECT v.id, v.at, v.operation, v.subject, v.before, v.after, v.names, v.actor_name AS "actorName",
      v.actor_role AS "actorRole", v.address,
      coalesce(v.subject_name, n.name, s.name) AS "subjectName", coalesce(v.subject_year, s.year) AS "subjectYear"
    FROM (SELECT * FROM ward_log l WHERE ward_id = ${reader.wardId} AND (${olderThan}::uuid IS NULL OR (at, id) <
        (SELECT o.at, o.id FROM ward_log o WHERE o.ward_id = ${reader.wardId} AND o.id = ${olderThan}::uuid))
        AND (${subject}::text IS NULL OR subject = ${subject}) AND ${isOnDays(sql`at`, days)} AND ${isNamed(reader.wardId, q)}
      ORDER BY at DESC, id DESC LIMIT ${PAGE_SIZE + 1}) v
    LEFT JOIN audit_subject s ON s.ward_id = v.ward_id AND s.subject = v.subject AND s.id = v.subject_id
      AND v.subject_name IS NULL AND v.subject_year IS NULL
    LEFT JOIN LATERAL (SELECT d.after->>'name' AS name FROM entry_step d WHERE d.ward_id = v.ward_id AND d.entry_id = v.subject_id
      AND d.sequence <= v.sequence AND d.after ? 'name' ORDER BY d.sequence DESC LIMIT 1) n ON true
    ORDER BY v.at DESC, v.id DESC`);

/** Rows of before names were written down are read with today's. */
function changesOf({ before, after, names }: Row, today: Names): AuditChange[] {
  const asText = (value: unknown) => {
    if (Array.isArray(value)) return value.map((of) => (typeof of === 'object' ? JSON.stringify(of) : of)).join('\n');
    return value === null || value === undefined ? null : (names?.[`${value}`] ?? today[`${value}`] ?? `${value}`);
  };
  const present = { ...before, ...after };
  // The database orders them by the length of their names.
  const fields = new Set([...FIELDS.filter((field) => field in present), ...Object.keys(present)]);
  return [...fields].map((field) => ({ field, before: asText(before?.[field]), after: asText(after?.[field]) }));
}

const sideOf = ({ before, after }: Row): AuditRow['side'] => {
  if (before === null) return 'after';
  return after === null ? 'before' : 'both';
};

/** A row whose subject is gone still carries its name. */
const nameOf = ({ subjectName, before, after }: Row): string | null => {
  const recorded = subjectName ?? after?.name ?? before?.name;
  return typeof recorded === 'string' ? recorded : null;
};

const subjectOf = (row: Row): string | null =>
  [row.subjectYear && yearName(row.subjectYear), nameOf(row)].filter(Boolean).join(' ') || null;

export async function listAuditEvents(
  reader: Reader,
  olderThan: string | null,
  filter: AuditFilter = NO_AUDIT_FILTER,
): Promise<AuditPage> {
  const [found, today] = await Promise.all([listRows(reader, olderThan, filter), namesOf(db, reader.wardId, null)]);
  const rows = found.slice(0, PAGE_SIZE).map((row): AuditRow => {
    const { before: _, after: __, names: ___, subjectYear: ____, ...event } = row;
    return { ...event, subjectName: subjectOf(row), changes: changesOf(row, today), side: sideOf(row) };
  });
  const isLast = found.length <= PAGE_SIZE;
  return { rows, olderThan: isLast ? null : (rows.at(-1)?.id ?? null) };
}
