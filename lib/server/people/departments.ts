import 'server-only';
import {
  departmentInput,
  departmentNameInput,
  editDepartmentInput,
  orderDepartmentInput,
} from '@/lib/domain/people/department';
import { fail, succeed } from '@/lib/domain/result';
import { newId, sql } from '@/lib/server/database/db';
import { isCountedEntry, isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { atWard, type CommandContext, command } from '@/lib/server/gate/command';
import type { DepartmentModel } from '@/lib/server/generated/models';
import { recordAudit } from '@/lib/server/history/audit';
import { moveOnePlace } from '@/lib/server/history/move-one-place';

/** Among the 課 in use. */
export const orderDepartment = command({
  operation: 'department.order',
  input: orderDepartmentInput,
  load: atWard,
  run: (context, _target, { departmentId: id, version, direction }) =>
    moveOnePlace(
      context,
      { subject: 'department', within: sql`true`, listed: sql`retired_at IS NULL` },
      { id, version, direction },
    ),
});

type Row = Selected<{ name: string; version: number; isRetired: boolean }, DepartmentModel, 'name' | 'version'>;

/** Locks the row: members are given to a 課 with its row locked shared. */
async function loadDepartment({ tx, actor }: CommandContext, { departmentId }: { departmentId: string }) {
  const row = await tx.first<Row>(sql`SELECT name, version, retired_at IS NOT NULL AS "isRetired"
    FROM department WHERE ward_id = ${actor.wardId} AND id = ${departmentId} FOR NO KEY UPDATE`);
  return row && { wardId: actor.wardId, row };
}

const isNameTaken = async ({ tx, actor }: CommandContext, name: string): Promise<boolean> =>
  (await tx.first(sql`SELECT id FROM department WHERE ward_id = ${actor.wardId} AND name = ${name}`)) !== undefined;

const taken = () => fail('invalid_input', { name: 'already_used' });

export const addDepartment = command({
  operation: 'department.add',
  input: departmentNameInput,
  load: atWard,
  async run(context, _target, { name }) {
    const { tx, actor } = context;
    const departmentId = newId();
    const added = await tx.run(sql`
      INSERT INTO department (ward_id, id, name, sort_order)
      SELECT ${actor.wardId}, ${departmentId}, ${name}, coalesce(max(sort_order), 0) + 1
      FROM department WHERE ward_id = ${actor.wardId}
      ON CONFLICT (ward_id, name) DO NOTHING`);
    if (added !== 1) return taken();
    await recordAudit(context, { subject: 'department', subjectId: departmentId, after: { name } });
    return succeed({ departmentId });
  },
});

export const editDepartment = command({
  operation: 'department.edit',
  input: editDepartmentInput,
  load: loadDepartment,
  async run(context, { row }, { departmentId, version, name }) {
    const { tx, actor } = context;
    if (name === row.name && version === row.version) return succeed({ version });
    if (await isNameTaken(context, name)) return taken();
    const changed = await tx.run(sql`UPDATE department SET name = ${name}, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND version = ${version}`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { name: row.name }, after: { name } };
    await recordAudit(context, { subject: 'department', subjectId: departmentId, ...change });
    return succeed({ version: version + 1 });
  },
});

/** Not while somebody belongs to it, or an open year has entries of it. */
export const retireDepartment = command({
  operation: 'department.retire',
  input: departmentInput,
  load: loadDepartment,
  async run(context, _target, { departmentId, version }) {
    const { tx, actor } = context;
    const user = await tx.first(sql`
      SELECT id FROM membership WHERE ward_id = ${actor.wardId} AND department_id = ${departmentId}
      UNION ALL
      SELECT e.id FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
      WHERE e.ward_id = ${actor.wardId} AND e.department_id = ${departmentId} AND ${isOpenYear('y')} AND ${isCountedEntry}
      LIMIT 1`);
    if (user) return fail('department_in_use');
    const changed = await tx.run(sql`UPDATE department SET retired_at = now(), version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND version = ${version} AND retired_at IS NULL`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { isRetired: false }, after: { isRetired: true } };
    await recordAudit(context, { subject: 'department', subjectId: departmentId, ...change });
    return succeed(undefined);
  },
});

export const restoreDepartment = command({
  operation: 'department.restore',
  input: departmentInput,
  load: loadDepartment,
  async run(context, _target, { departmentId, version }) {
    const { tx, actor } = context;
    const changed = await tx.run(sql`UPDATE department SET retired_at = NULL, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND version = ${version} AND retired_at IS NOT NULL`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { isRetired: true }, after: { isRetired: false } };
    await recordAudit(context, { subject: 'department', subjectId: departmentId, ...change });
    return succeed(undefined);
  },
});
