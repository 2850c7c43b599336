import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { LastChange } from '@/lib/domain/choice';
import { fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { type Operation, rolesFor } from '@/lib/domain/permissions';
import { type Db, db, newId, sql } from '@/lib/server/database/db';
import type { Selected } from '@/lib/server/database/selected';
import type { CommandContext } from '@/lib/server/gate/command';
import type { Reader } from '@/lib/server/gate/reading';
import type { AuditEventModel } from '@/lib/server/generated/models';

/** The role that let the actor do it; for what every member may do, the first role held. */
export function actingRole(actor: Actor, operation: Operation): string {
  const roles = rolesFor(operation);
  return actor.roles.find((role) => roles?.includes(role) ?? true) ?? roles?.[0] ?? 'member';
}

type Subject =
  | 'fiscal_year'
  | 'category_year'
  | 'department'
  | 'dictionary_rule'
  | 'membership'
  | 'document'
  | 'edition'
  | 'security_event'
  | 'ward';

type Recorded = { subject: Subject; subjectId: string | null; before?: object; after?: object };

/** The fields of `after` that differ, on both sides. */
export function changeOf<T extends object>(before: T, after: T): { before: Partial<T>; after: Partial<T> } {
  const changed = (Object.keys(after) as (keyof T)[]).filter((key) => before[key] !== after[key]);
  const pick = (from: T) => Object.fromEntries(changed.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}

/** Whether `changeOf` found nothing: then nothing is stored, and nobody is named as having changed it. */
export const isUnchanged = ({ after }: { after: object }): boolean => Object.keys(after).length === 0;

const ID_FIELDS: string[] = fieldsWhere({ kind: 'choice' });

/**
 * What ids of 課, categories and projects stand for today; without `ids` all of the ward's 課 and categories. An entry says
 * of which project it is going on: it is that project's by now, and no name for it.
 */
export async function namesOf(
  tx: Db,
  wardId: string,
  ids: string[] | null,
  sayer: string | null = null,
): Promise<Record<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM department
    WHERE ward_id = ${wardId} AND (${ids}::uuid[] IS NULL OR id = ANY (${ids}::uuid[]))
    UNION ALL
    (SELECT DISTINCT ON (c.category_id) c.category_id, c.name
     FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
     WHERE c.ward_id = ${wardId} AND (${ids}::uuid[] IS NULL OR c.category_id = ANY (${ids}::uuid[]))
     ORDER BY c.category_id, y.year DESC)
    UNION ALL
    (SELECT DISTINCT ON (e.project_id) e.project_id, e.name
     FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE e.ward_id = ${wardId} AND e.project_id = ANY (${ids}::uuid[]) AND e.id IS DISTINCT FROM ${sayer}::uuid
     ORDER BY e.project_id, y.year DESC)`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const idsIn = (...sides: (object | undefined)[]): string[] =>
  sides.flatMap((side) =>
    Object.entries(side ?? {}).flatMap(([field, value]) =>
      ID_FIELDS.includes(field) && typeof value === 'string' ? [value] : [],
    ),
  );

/** The names of the time behind the ids in what changed; null: there are none. */
export async function namesIn(
  { tx, actor }: CommandContext,
  subjectId: string | null,
  ...sides: (object | undefined)[]
) {
  const ids = idsIn(...sides);
  return ids.length > 0 ? namesOf(tx, actor.wardId, ids, subjectId) : null;
}

const nameIn = (side: object | undefined): string | null =>
  side && 'name' in side && typeof side.name === 'string' ? side.name : null;

/** Writes the audit row of a change, in the change's own transaction, with the names of its time. */
export async function recordAudit(
  context: CommandContext,
  { subject, subjectId, before, after }: Recorded,
): Promise<void> {
  const { actor, tx, operation, address } = context;
  const names = await namesIn(context, subjectId, before, after);
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  await tx.run(sql`
    INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, subject_name, subject_year, before, after, names,
      actor_id, actor_role, address)
    SELECT ${actor.wardId}::uuid, ${newId()}::uuid, ${operation}, ${subject}, ${subjectId}::uuid,
      coalesce(${nameIn(after)}, ${nameIn(before)}, s.name), s.year,
      ${json(before)}::jsonb, ${json(after)}::jsonb, ${json(names)}::jsonb,
      ${actor.accountId}::uuid, ${actingRole(actor, operation)}, ${address}
    FROM (VALUES (1)) AS one
    LEFT JOIN audit_subject s ON s.ward_id = ${actor.wardId} AND s.subject = ${subject} AND s.id = ${subjectId}`);
}

/** What a new year's settings begin with: the log is held against them from there on. */
export const recordBeginning = ({ actor, tx, operation }: CommandContext, fiscalYearId: string): Promise<number> =>
  tx.run(sql`
    INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, after, actor_id, actor_role)
    SELECT ward_id, gen_random_uuid(), 'recorded', subject, id, content, ${actor.accountId}::uuid, ${actingRole(actor, operation)}
    FROM ward_setting WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId} ORDER BY id`);

type LastChangeRow = Selected<{ id: string; by: string | null; isOwn: boolean; at: Date }, AuditEventModel, 'at'>;

/** Who changed each of these last, by its id. An order is a thing of its own. */
export async function lastChanges(reader: Reader, ids: readonly string[]): Promise<Map<string, LastChange>> {
  const rows = await db.rows<LastChangeRow>(sql`
    SELECT v.subject_id AS id, CASE WHEN v.actor_id IS NOT NULL THEN v.actor_name END AS by,
      v.actor_id IS NOT DISTINCT FROM ${reader.accountId} AS "isOwn", v.at
    FROM unnest(${[...ids]}::uuid[]) AS asked (id)
    CROSS JOIN LATERAL (SELECT * FROM audit_event
      WHERE ward_id = ${reader.wardId} AND subject_id = asked.id AND subject <> 'document'
        AND operation <> 'recorded' AND operation NOT LIKE '%.order'
      ORDER BY at DESC, sequence DESC LIMIT 1) v`);
  return new Map(rows.map(({ id, by, isOwn, at }) => [id, { by, isOwn, at: at.toISOString() }]));
}
