import 'server-only';
import type { EntrySnapshot } from '@/lib/domain/entry';
import type { EntryState } from '@/lib/domain/entry-workflow';
import type { Target } from '@/lib/domain/permissions';
import { type Db, sql } from './db';

export type EntryRow = EntrySnapshot &
  EntryState & {
    id: string;
    wardId: string;
    fiscalYearId: string;
    year: number;
    yearStatus: string;
    draftedBy: string | null;
    lastEditedBy: string | null;
  };

export type EntryTarget = Target & { row: EntryRow };

type Expected = { entryId: string; version: number };

/** The entry as a command finds it. Its year is locked shared: it can't be closed meanwhile. */
export async function loadEntry(tx: Db, wardId: string, expected: Expected): Promise<EntryTarget | undefined> {
  const row = await tx.first<EntryRow>(sql`
    SELECT e.id, e.ward_id AS "wardId", e.fiscal_year_id AS "fiscalYearId", y.year, y.status AS "yearStatus",
      e.name, e.category_id AS "categoryId", e.department_id AS "departmentId", e.amount, e.is_priority AS "isPriority",
      e.summary, e.innovation, e.status, e.version, e.ever_approved AS "everApproved",
      e.drafted_by AS "draftedBy", e.last_edited_by AS "lastEditedBy"
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${wardId} AND e.id = ${expected.entryId} FOR SHARE OF y`);
  if (!row) return undefined;
  const { departmentId, yearStatus } = row;
  return {
    wardId,
    departmentId,
    yearIsOpen: yearStatus === 'open',
    expectedVersion: expected.version,
    entry: row,
    row,
  };
}

export const snapshotOf = (row: EntrySnapshot): EntrySnapshot => ({
  name: row.name,
  categoryId: row.categoryId,
  departmentId: row.departmentId,
  amount: row.amount,
  isPriority: row.isPriority,
  summary: row.summary,
  innovation: row.innovation,
  status: row.status,
});

/** The fields of `after` that differ, as an audit row shows them. */
export function difference<T extends object>(before: T, after: T): { before: Partial<T>; after: Partial<T> } {
  const changed = (Object.keys(after) as (keyof T)[]).filter((key) => before[key] !== after[key]);
  const pick = (from: T) => Object.fromEntries(changed.map((key) => [key, from[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
