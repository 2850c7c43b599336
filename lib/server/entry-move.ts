import 'server-only';
import type { EntrySnapshot } from '@/lib/domain/entry';
import { moveEntriesInput } from '@/lib/domain/entry-administration';
import type { Target } from '@/lib/domain/permissions';
import { fail, failFor, succeed } from '@/lib/domain/result';
import { type CommandContext, command } from './command';
import { type Db, sql } from './db';
import { recordStep } from './entry-history';
import { snapshotOf } from './entry-target';

type Row = EntrySnapshot & { id: string; version: number; fiscalYearId: string };
type Expected = { entryId: string; version: number };
type Place = { departmentId?: string | undefined; categoryId?: string | undefined };
type MoveTarget = Target & { rows: Row[]; hasDepartment: boolean };

/** Years, then the 課, then entries: in the order in which a save locks them. The 課 can't be retired meanwhile. */
async function load(
  { tx, actor }: CommandContext,
  { entries, departmentId }: { entries: Expected[] } & Place,
): Promise<MoveTarget | undefined> {
  const ids = [...new Set(entries.map(({ entryId }) => entryId))];
  const years = await tx.rows<{ isOpen: boolean }>(sql`
    SELECT status = 'open' AS "isOpen" FROM fiscal_year WHERE ward_id = ${actor.wardId} AND id IN (
      SELECT fiscal_year_id FROM entry WHERE ward_id = ${actor.wardId} AND id = ANY (${ids}::uuid[])) ORDER BY id FOR SHARE`);
  const department = departmentId && (await findDepartment(tx, actor.wardId, departmentId));
  const rows = await tx.rows<Row>(sql`
    SELECT id, version, fiscal_year_id AS "fiscalYearId", name, category_id AS "categoryId", department_id AS "departmentId",
      amount, is_priority AS "isPriority", summary, innovation, status
    FROM entry WHERE ward_id = ${actor.wardId} AND id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  if (rows.length !== entries.length) return undefined;
  const yearIsOpen = years.every(({ isOpen }) => isOpen);
  return { wardId: actor.wardId, yearIsOpen, rows, hasDepartment: !departmentId || department !== undefined };
}

const findDepartment = (tx: Db, wardId: string, id: string) =>
  tx.first(sql`SELECT id FROM department WHERE ward_id = ${wardId} AND id = ${id} AND retired_at IS NULL FOR SHARE`);

/** A category has to be one of the year of each entry. */
async function isCategoryOfAll({ tx, actor }: CommandContext, rows: readonly Row[], categoryId: string) {
  const years = [...new Set(rows.map(({ fiscalYearId }) => fiscalYearId))];
  const found = await tx.rows(sql`SELECT id FROM category_year WHERE ward_id = ${actor.wardId}
    AND category_id = ${categoryId} AND fiscal_year_id = ANY (${years}::uuid[])`);
  return found.length === years.length;
}

/**
 * Gives entries of open years to another 課 or category, all or none. Their status stays: what waits for approval waits on, for
 * the approvers of the new 課.
 */
export const moveEntries = command({
  operation: 'entry.move',
  input: moveEntriesInput,
  load,
  async run(context, { rows, hasDepartment }, { entries, departmentId, categoryId, reason }) {
    const { tx, actor } = context;
    if (!hasDepartment) return fail('invalid_input', { departmentId: 'not_in_list' });
    if (categoryId && !(await isCategoryOfAll(context, rows, categoryId))) {
      return fail('invalid_input', { categoryId: 'not_in_list' });
    }
    const expected = new Map(entries.map(({ entryId, version }) => [entryId, version]));
    const overtaken = rows.filter(({ id, version }) => expected.get(id) !== version);
    if (overtaken.length > 0)
      return failFor(
        overtaken.map(({ name }) => name),
        'conflict',
      );
    const moving = rows.filter(
      (row) =>
        (departmentId ?? row.departmentId) !== row.departmentId || (categoryId ?? row.categoryId) !== row.categoryId,
    );
    if (moving.length === 0) return fail('unchanged');
    for (const row of moving) {
      const before = snapshotOf(row);
      const after = {
        ...before,
        departmentId: departmentId ?? row.departmentId,
        categoryId: categoryId ?? row.categoryId,
      };
      const version = row.version + 1;
      await tx.run(sql`
        UPDATE entry SET department_id = ${after.departmentId}, category_id = ${after.categoryId}, version = ${version},
          updated_at = now() WHERE ward_id = ${actor.wardId} AND id = ${row.id}`);
      await recordStep(context, { entryId: row.id, version, action: 'move', before, after, reason });
    }
    return succeed({ count: moving.length });
  },
});
