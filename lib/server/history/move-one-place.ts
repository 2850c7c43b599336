import 'server-only';
import { type Direction, moved } from '@/lib/domain/reorder';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { type Statement, sql } from '@/lib/server/database/db';
import type { CommandContext } from '@/lib/server/gate/command';
import { recordAudit } from './audit';

const TABLES = { department: sql`department`, category_year: sql`category_year` };

/** `within` names the rows that have an order among themselves, `listed` those of them that lists show. */
type Ordered = { subject: keyof typeof TABLES; within: Statement; listed?: Statement };
type Move = { id: string; version: number; direction: Direction };

/** One place up or down; the rows are locked in one order meanwhile. */
export async function moveOnePlace(
  context: CommandContext,
  { subject, within, listed = sql`true` }: Ordered,
  { id, version, direction }: Move,
): Promise<Result<undefined>> {
  const { tx, actor } = context;
  const table = TABLES[subject];
  const own = sql`ward_id = ${actor.wardId} AND ${within}`;
  await tx.rows(sql`SELECT id FROM ${table} WHERE ${own} ORDER BY id FOR NO KEY UPDATE`);
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT id FROM ${table} WHERE ${own} AND ${listed} ORDER BY sort_order, id`,
  );
  const before = rows.map((row) => row.id);
  if (!before.includes(id)) return fail('not_found');
  const claimed = await tx.run(sql`UPDATE ${table} SET version = version + 1
    WHERE ward_id = ${actor.wardId} AND id = ${id} AND version = ${version}`);
  if (claimed !== 1) return fail('conflict');
  const after = moved(before, id, direction);
  await tx.run(sql`UPDATE ${table} t SET sort_order = o.position
    FROM unnest(${after}::uuid[]) WITH ORDINALITY AS o (id, position)
    WHERE t.ward_id = ${actor.wardId} AND t.id = o.id AND t.sort_order <> o.position`);
  const place = (ids: string[]) => ({ sortOrder: ids.indexOf(id) + 1 });
  await recordAudit(context, { subject, subjectId: id, before: place(before), after: place(after) });
  return succeed(undefined);
}
