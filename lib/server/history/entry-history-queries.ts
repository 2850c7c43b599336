import 'server-only';
import { blankContent, type EntrySnapshot, optionOf } from '@/lib/domain/entry/entry';
import { changedContent } from '@/lib/domain/entry/entry-difference';
import { type EntryContent, type EntryField, hasKind } from '@/lib/domain/entry/entry-fields';
import {
  type ChangesSinceDecision,
  type FieldChange,
  REVISIONS_PER_PAGE,
  type RevisionView,
} from '@/lib/domain/entry/entry-history-view';
import type { EntryView } from '@/lib/domain/entry/entry-view';
import { textDifference } from '@/lib/domain/entry/text-difference';
import { difference } from '@/lib/domain/year/totals';
import { db, sql } from '@/lib/server/database/db';
import { stands } from '@/lib/server/database/facts';
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

/** A page of an entry's steps, the newest first, each with what it changed. */
export async function listRevisions(reader: Reader, entry: EntryView, page: number): Promise<RevisionView[]> {
  const [rows, names] = await Promise.all([
    db.rows<Row>(sql`
      SELECT s.sequence AS version, s.at, s.actor_name AS "actorName", s.actor_role AS "actorRole", s.action, s.reason, s.before, s.after,
        (SELECT d.after->>'status' FROM entry_step d WHERE d.ward_id = s.ward_id AND d.entry_id = s.entry_id
          AND d.sequence <= s.sequence AND d.after ? 'status' ORDER BY d.sequence DESC LIMIT 1) AS status
      FROM entry_step s WHERE s.ward_id = ${reader.wardId} AND s.entry_id = ${entry.id}
      ORDER BY s.sequence DESC LIMIT ${REVISIONS_PER_PAGE} OFFSET ${(page - 1) * REVISIONS_PER_PAGE}`),
    namesInYear(reader, entry.year),
  ]);
  return rows.map(({ before, after, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    changes: changesOf(before, after, names),
  }));
}

type Decided = Pick<ChangesSinceDecision, 'action' | 'actorName' | 'reason'> & { at: Date; snapshot: EntrySnapshot };
type Decision = Selected<Decided, EntryStepModel, 'action' | 'actorName' | 'reason' | 'at'>;

/** What an approver has to look at again; null when nobody has decided about the entry before. */
export async function getChangesSinceDecision(reader: Reader, entry: EntryView): Promise<ChangesSinceDecision | null> {
  const [decisions, names] = await Promise.all([
    db.rows<Decision>(sql`
      SELECT s.action, s.at, s.actor_name AS "actorName", s.reason,
        (SELECT jsonb_merge(d.after ORDER BY d.sequence) FROM entry_step d WHERE d.ward_id = s.ward_id AND d.entry_id = s.entry_id
          AND d.sequence <= s.sequence) AS snapshot
      FROM entry_step s WHERE s.ward_id = ${reader.wardId} AND s.entry_id = ${entry.id} AND s.action IN ('return', 'reopen')
        AND ${stands}
      ORDER BY s.sequence DESC LIMIT 1`),
    namesInYear(reader, entry.year),
  ]);
  const decision = decisions[0];
  if (!decision) return null;
  const { snapshot, at, ...rest } = decision;
  return { ...rest, at: at.toISOString(), changes: changesOf(snapshot, entry, names) };
}
