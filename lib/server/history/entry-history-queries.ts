import 'server-only';
import { blankContent, type EntrySnapshot, optionOf } from '@/lib/domain/entry/entry';
import { changedContent } from '@/lib/domain/entry/entry-difference';
import { type EntryContent, type EntryField, hasKind } from '@/lib/domain/entry/entry-fields';
import {
  type ChangesSinceDecision,
  type FieldChange,
  REVISIONS_PER_PAGE,
  type RevisionView,
  SITTING_PAUSE,
} from '@/lib/domain/entry/entry-history-view';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { textDifference } from '@/lib/domain/entry/text-difference';
import { difference } from '@/lib/domain/year/totals';
import { db, type Statement, sql } from '@/lib/server/database/db';
import { sendsBack } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryStepModel } from '@/lib/server/generated/models';

type Step = Omit<RevisionView, 'at' | 'changes'> & {
  at: Date;
  before: Partial<EntrySnapshot> | null;
  after: Partial<EntrySnapshot>;
};
type Row = Selected<Step, EntryStepModel, 'at' | 'actorName' | 'actorRole' | 'action' | 'reason' | 'before' | 'after'>;
type Names = Map<string, string>;

function changeOf(field: EntryField, before: EntryContent, after: EntryContent, names: Names): FieldChange {
  if (hasKind(field, 'amount', 'number')) {
    const [was, is] = [before[field], after[field]];
    const gained = hasKind(field, 'amount') ? difference(is, was) : null;
    return { kind: 'amount', field, before: was, after: is, difference: gained };
  }
  if (hasKind(field, 'option', 'lastYear')) {
    return { kind: 'option', field, before: optionOf(field, before), after: optionOf(field, after) };
  }
  if (hasKind(field, 'flag')) return { kind: 'flag', field, before: before[field], after: after[field] };
  if (hasKind(field, 'choice')) {
    const nameOf = (id: string | null) => (id && (names.get(id) ?? id)) || '';
    return { kind: 'choice', field, before: nameOf(before[field]), after: nameOf(after[field]) };
  }
  return { kind: 'text', field, parts: textDifference(before[field], after[field]) };
}

/** What a step leaves out it left alone, or nobody had written it yet. */
function changesOf(before: Partial<EntryContent> | null, after: Partial<EntryContent>, names: Names): FieldChange[] {
  if (!before) return [];
  const [was, is] = [
    { ...blankContent, ...before },
    { ...blankContent, ...after },
  ];
  return changedContent(was, is).map((field) => changeOf(field, was, is, names));
}

/** The names behind the ids that steps hold. */
async function namesInYear(reader: Reader, year: number): Promise<Names> {
  const named = await db.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM department WHERE ward_id = ${reader.wardId}
    UNION ALL
    SELECT c.category_id, c.name FROM category_year c
    JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${reader.wardId} AND y.year = ${year}
    UNION ALL
    SELECT e.project_id, e.name FROM entry e
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${reader.wardId} AND y.year = ${year - 1}`);
  return new Map(named.map((item) => [item.id, item.name]));
}

/** The entry's steps, each with the number of the line in which it is shown; what was saved in one sitting shares one. */
const lines = (reader: Reader, entry: EntryView, isFolded: boolean) => sql`
  SELECT *, count(*) FILTER (WHERE goes_on IS NOT TRUE) OVER (ORDER BY sequence) AS line FROM (
    SELECT s.*, ${isFolded} AND action = 'edit' AND lag(action) OVER steps = 'edit' AND lag(actor_id) OVER steps = actor_id
      AND at - lag(at) OVER steps <= make_interval(mins => ${SITTING_PAUSE}) AS goes_on
    FROM entry_step s WHERE s.ward_id = ${reader.wardId} AND s.entry_id = ${entry.id} WINDOW steps AS (ORDER BY sequence)) s`;

export async function countRevisions(reader: Reader, entry: EntryView, isFolded: boolean): Promise<number> {
  const counted = await db.first<{ count: number }>(
    sql`SELECT coalesce(max(line), 0) AS count FROM (${lines(reader, entry, isFolded)}) l`,
  );
  return counted?.count ?? 0;
}

/** A page of an entry's steps, or of its sittings, the newest first, each with what it changed. */
export async function listRevisions(
  reader: Reader,
  entry: EntryView,
  page: number,
  isFolded = true,
): Promise<RevisionView[]> {
  const newest = (column: Statement) => sql`(array_agg(${column} ORDER BY l.sequence DESC))[1]`;
  const [rows, names] = await Promise.all([
    db.rows<Row>(sql`
      SELECT max(l.sequence) AS version, min(l.sequence) AS "firstVersion", max(l.at) AS at,
        ${newest(sql`l.actor_name`)} AS "actorName", ${newest(sql`l.actor_role`)} AS "actorRole",
        ${newest(sql`l.action`)} AS action, ${newest(sql`l.reason`)} AS reason, coalesce(${newest(sql`to_jsonb(l.to_mend)`)}, '[]') AS "toMend",
        CASE WHEN count(l.before) > 0 THEN jsonb_merge(l.before ORDER BY l.sequence DESC) END AS before,
        jsonb_merge(l.after ORDER BY l.sequence) AS after,
        (SELECT d.after->>'status' FROM entry_step d WHERE d.ward_id = ${reader.wardId} AND d.entry_id = ${entry.id}
          AND d.sequence <= max(l.sequence) AND d.after ? 'status' ORDER BY d.sequence DESC LIMIT 1) AS status
      FROM (${lines(reader, entry, isFolded)}) l GROUP BY l.line
      ORDER BY l.line DESC LIMIT ${REVISIONS_PER_PAGE} OFFSET ${(page - 1) * REVISIONS_PER_PAGE}`),
    namesInYear(reader, entry.year),
  ]);
  return rows.map(({ before, after, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    changes: changesOf(before, after, names),
  }));
}

type Decided = Pick<ChangesSinceDecision, 'action' | 'actorName' | 'reason' | 'toMend'> & {
  at: Date;
  snapshot: EntrySnapshot;
};
type Decision = Selected<Decided, EntryStepModel, 'action' | 'actorName' | 'reason' | 'at'>;

/** What an approver has to look at again; null when nobody has decided about the entry before. */
export async function getChangesSinceDecision(reader: Reader, entry: EntryView): Promise<ChangesSinceDecision | null> {
  const [decisions, names] = await Promise.all([
    db.rows<Decision>(sql`
      SELECT s.action, s.at, s.actor_name AS "actorName", s.reason, coalesce(s.to_mend, '{}') AS "toMend",
        (SELECT jsonb_merge(d.after ORDER BY d.sequence) FROM entry_step d WHERE d.ward_id = s.ward_id AND d.entry_id = s.entry_id
          AND d.sequence <= s.sequence) AS snapshot
      FROM entry_step s WHERE s.ward_id = ${reader.wardId} AND s.entry_id = ${entry.id} AND ${sendsBack}
      ORDER BY s.sequence DESC LIMIT 1`),
    namesInYear(reader, entry.year),
  ]);
  const decision = decisions[0];
  if (!decision) return null;
  const { snapshot, at, ...rest } = decision;
  return { ...rest, at: at.toISOString(), changes: changesOf(snapshot, entry, names) };
}
