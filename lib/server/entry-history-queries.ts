import 'server-only';
import { blankContent, type EntrySnapshot, lastYearOf } from '@/lib/domain/entry';
import { changedContent } from '@/lib/domain/entry-difference';
import { type EntryContent, type EntryField, hasKind } from '@/lib/domain/entry-fields';
import {
  type ChangesSinceDecision,
  type FieldChange,
  REVISIONS_PER_PAGE,
  type RevisionView,
} from '@/lib/domain/entry-history-view';
import type { EntryView } from '@/lib/domain/entry-view';
import { difference } from '@/lib/domain/totals';
import { db, sql } from './db';
import type { Reader } from './reading';
import { textDifference } from './text-difference';

type Row = Omit<RevisionView, 'at' | 'status' | 'changes'> & { at: Date; snapshot: EntrySnapshot };
type Names = Map<string, string>;

function changeOf(field: EntryField, before: EntryContent, after: EntryContent, names: Names): FieldChange {
  if (hasKind(field, 'amount')) {
    const [was, is] = [before[field], after[field]];
    return { kind: 'amount', field, before: was, after: is, difference: difference(is, was) };
  }
  if (hasKind(field, 'lastYear')) {
    return { kind: 'lastYear', field, before: lastYearOf(before), after: lastYearOf(after) };
  }
  if (hasKind(field, 'mark')) return { kind: 'mark', field, before: before[field], after: after[field] };
  if (hasKind(field, 'choice')) {
    const nameOf = (id: string | null) => (id && (names.get(id) ?? id)) || '';
    return { kind: 'choice', field, before: nameOf(before[field]), after: nameOf(after[field]) };
  }
  return { kind: 'text', field, parts: textDifference(before[field], after[field]) };
}

/** A revision that is older than a field leaves it out. */
const whole = (snapshot: EntryContent): EntryContent => ({ ...blankContent, ...snapshot });

function changesOf(before: EntryContent | undefined, after: EntryContent, names: Names): FieldChange[] {
  if (!before) return [];
  const [was, is] = [whole(before), whole(after)];
  return changedContent(was, is).map((field) => changeOf(field, was, is, names));
}

/** The names behind the ids that snapshots hold. */
async function namesOf(reader: Reader, year: number): Promise<Names> {
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

/** A page of an entry's versions, the newest first, each with what it changed. */
export async function listRevisions(reader: Reader, entry: EntryView, page: number): Promise<RevisionView[]> {
  const [rows, names] = await Promise.all([
    // One more than is shown: the oldest is compared with the one before it.
    db.rows<Row>(sql`
      SELECT version, at, actor_name AS "actorName", actor_role AS "actorRole", action, reason, snapshot
      FROM entry_revision WHERE ward_id = ${reader.wardId} AND entry_id = ${entry.id}
      ORDER BY version DESC LIMIT ${REVISIONS_PER_PAGE + 1} OFFSET ${(page - 1) * REVISIONS_PER_PAGE}`),
    namesOf(reader, entry.year),
  ]);
  return rows.slice(0, REVISIONS_PER_PAGE).map(({ snapshot, at, ...row }, index) => ({
    ...row,
    at: at.toISOString(),
    status: snapshot.status,
    changes: changesOf(rows[index + 1]?.snapshot, snapshot, names),
  }));
}

type Decision = Pick<ChangesSinceDecision, 'action' | 'actorName' | 'reason'> & { at: Date; snapshot: EntrySnapshot };

/** What an approver has to look at again; null when nobody has decided about the entry before. */
export async function getChangesSinceDecision(reader: Reader, entry: EntryView): Promise<ChangesSinceDecision | null> {
  const [decisions, names] = await Promise.all([
    db.rows<Decision>(sql`
      SELECT action, at, actor_name AS "actorName", reason, snapshot
      FROM entry_revision WHERE ward_id = ${reader.wardId} AND entry_id = ${entry.id} AND action IN ('return', 'reopen')
      ORDER BY version DESC LIMIT 1`),
    namesOf(reader, entry.year),
  ]);
  const decision = decisions[0];
  if (!decision) return null;
  const { snapshot, at, ...rest } = decision;
  return { ...rest, at: at.toISOString(), changes: changesOf(snapshot, entry, names) };
}
