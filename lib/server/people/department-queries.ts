import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import type { HandedOver } from '@/lib/domain/entry/entry-administration';
import { isId } from '@/lib/domain/inputs';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { db, sql } from '@/lib/server/database/db';
import { isCountedEntry, isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { DepartmentModel, EntryModel, FiscalYearModel } from '@/lib/server/generated/models';
import { lastChanges } from '@/lib/server/history/audit';

/** In the order that lists show them; retired ones last. */
export const listDepartments = (reader: Reader): Promise<DepartmentRow[]> =>
  db.rows<Selected<DepartmentRow, DepartmentModel, 'id' | 'name' | 'version'>>(sql`
    SELECT d.id, d.name, d.version, d.retired_at IS NOT NULL AS "isRetired",
      (SELECT count(*) FROM membership m WHERE m.ward_id = d.ward_id AND m.department_id = d.id) AS "memberCount",
      (SELECT count(*) FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
        WHERE e.ward_id = d.ward_id AND e.department_id = d.id AND ${isOpenYear('y')} AND ${isCountedEntry}) AS "openEntryCount"
    FROM department d WHERE d.ward_id = ${reader.wardId}
    ORDER BY d.retired_at IS NOT NULL, d.sort_order, d.id`);

/** One of them, for a form whose version is not the newest any more. */
export async function getDepartment(reader: Reader, departmentId: string) {
  const department = (await listDepartments(reader)).find(({ id }) => id === departmentId);
  return (
    department && { ...department, lastChange: (await lastChanges(reader, [departmentId])).get(departmentId) ?? null }
  );
}

type HandedOverRow = Selected<
  Selected<HandedOver, FiscalYearModel, 'year'>,
  EntryModel,
  'version' | 'name' | 'status' | 'amount'
>;
type OpenWork = { name: string; entries: HandedOver[] };

/** What keeps a 課 from being closed: its entries of open years. undefined: the ward has no such 課. */
export async function getOpenWork(reader: Reader, departmentId: string): Promise<OpenWork | undefined> {
  const [department] = isId(departmentId)
    ? await db.rows<Choice>(
        sql`SELECT id, name FROM department WHERE ward_id = ${reader.wardId} AND id = ${departmentId}`,
      )
    : [];
  if (!department) return undefined;
  const entries = await db.rows<HandedOverRow>(sql`
    SELECT e.id AS "entryId", e.version, y.year, e.name, e.status, e.amount
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${reader.wardId} AND e.department_id = ${department.id} AND ${isOpenYear('y')} AND ${isCountedEntry}
    ORDER BY y.year DESC, e.sort_order, e.id`);
  return { name: department.name, entries };
}
