import 'server-only';
import type { Choice } from '@/lib/domain/choice';
import type { HandedOver } from '@/lib/domain/entry/entry-administration';
import { isId } from '@/lib/domain/inputs';
import type { DepartmentRow } from '@/lib/domain/people/department';
import { db, sql } from '@/lib/server/database/db';
import { isApprovedEntry, isCountedEntry, isOpenYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import type { Reader } from '@/lib/server/gate/reading';
import type { DepartmentModel, EntryModel, FiscalYearModel } from '@/lib/server/generated/models';
import { lastChanges } from '@/lib/server/history/audit';

const canSignIn = sql`a.disabled_at IS NULL`;

/** In the order that lists show them, with what `year` holds of each; retired ones last. */
export const listDepartments = (reader: Reader, year: number | null = null): Promise<DepartmentRow[]> =>
  db.rows<Selected<DepartmentRow, DepartmentModel, 'id' | 'name' | 'version'>>(sql`
    SELECT d.id, d.name, d.version, d.retired_at IS NOT NULL AS "isRetired", people.*, work.*
    FROM department d
    CROSS JOIN LATERAL (
      SELECT count(*) AS "memberCount",
        count(*) FILTER (WHERE 'drafter' = ANY (m.roles) AND ${canSignIn}) AS "drafterCount",
        count(*) FILTER (WHERE 'approver' = ANY (m.roles) AND ${canSignIn}) AS "approverCount"
      FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.ward_id = d.ward_id AND m.department_id = d.id
    ) people
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${isOpenYear('y')}) AS "openEntryCount",
        count(*) FILTER (WHERE y.year = ${year}) AS "entryCount",
        count(*) FILTER (WHERE y.year = ${year} AND ${isApprovedEntry}) AS "approvedCount",
        count(*) FILTER (WHERE y.year = ${year} AND e.amount IS NULL) AS "blankCount",
        coalesce(sum(e.amount) FILTER (WHERE y.year = ${year}), 0)::bigint AS amount
      FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
      WHERE e.ward_id = d.ward_id AND e.department_id = d.id AND ${isCountedEntry}
    ) work
    WHERE d.ward_id = ${reader.wardId}
    ORDER BY d.retired_at IS NOT NULL, d.sort_order, d.id`);

/** How many people approve for all 課. */
export const countWardApprovers = async (reader: Reader): Promise<number> =>
  (
    await db.first<{
      count: number;
    }>(sql`SELECT count(*) AS count FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.ward_id = ${reader.wardId} AND m.department_id IS NULL AND 'approver' = ANY (m.roles) AND ${canSignIn}`)
  )?.count ?? 0;

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
