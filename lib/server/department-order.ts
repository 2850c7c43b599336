import 'server-only';
import { orderDepartmentInput } from '@/lib/domain/department';
import { moved } from '@/lib/domain/reorder';
import { fail, succeed } from '@/lib/domain/result';
import { recordAudit } from './audit';
import { atWard, command } from './command';
import { sql } from './db';

/** One place up or down among the 課 in use, whose rows are locked in one order meanwhile. */
export const orderDepartment = command({
  operation: 'department.order',
  input: orderDepartmentInput,
  load: atWard,
  async run(context, _target, { departmentId, version, direction }) {
    const { tx, actor } = context;
    await tx.rows(sql`SELECT id FROM department WHERE ward_id = ${actor.wardId} ORDER BY id FOR NO KEY UPDATE`);
    const rows = await tx.rows<{ id: string }>(sql`SELECT id FROM department
      WHERE ward_id = ${actor.wardId} AND retired_at IS NULL ORDER BY sort_order, id`);
    const before = rows.map(({ id }) => id);
    if (!before.includes(departmentId)) return fail('not_found');
    const claimed = await tx.run(sql`UPDATE department SET version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND version = ${version}`);
    if (claimed !== 1) return fail('conflict');
    const after = moved(before, departmentId, direction);
    await tx.run(sql`UPDATE department d SET sort_order = o.position
      FROM unnest(${after}::uuid[]) WITH ORDINALITY AS o (id, position)
      WHERE d.ward_id = ${actor.wardId} AND d.id = o.id AND d.sort_order <> o.position`);
    const position = (ids: string[]) => ({ sortOrder: ids.indexOf(departmentId) + 1 });
    const change = { before: position(before), after: position(after) };
    await recordAudit(context, { subject: 'department', subjectId: departmentId, ...change });
    return succeed(undefined);
  },
});
