import 'server-only';
import { byField, type EntryContent, type EntryField, FIELDS } from '@/lib/domain/entry/entry-fields';
import { columnOf, listed, selectedOf } from '@/lib/server/database/columns';
import { type Statement, sql } from '@/lib/server/database/db';
import { isOpenYear, joinNewestStep, newestDecision } from '@/lib/server/database/facts';
import type { CommandContext } from '@/lib/server/gate/command';
import type { EntryRow, Expected } from '@/lib/server/history/entry-history';

const hasColumn = (field: EntryField): boolean => field !== 'lastYearProjectId';
const COLUMN = byField(FIELDS, columnOf);
const SELECTED = byField(FIELDS, (field) =>
  hasColumn(field)
    ? selectedOf('e', field)
    : sql`CASE WHEN e.last_year = 'project' THEN e.project_id END AS "lastYearProjectId"`,
);

/** Of the entry `e`, each under its field's name. */
export const selected = (fields = FIELDS): Statement => listed(fields.map((field) => SELECTED[field]));

export const columns = (fields = FIELDS): Statement => listed(fields.filter(hasColumn).map((field) => COLUMN[field]));

/** In the order of `columns`. */
export const valuesOf = (content: EntryContent): Statement =>
  listed(FIELDS.filter(hasColumn).map((field) => sql`${content[field]}`));

export const assigned = (content: Partial<EntryContent>): Statement =>
  listed(
    FIELDS.filter((field) => hasColumn(field) && field in content).map(
      (field) => sql`${COLUMN[field]} = ${content[field]}`,
    ),
  );

/** The entry as a command finds it. Its year is locked shared: it can't be closed meanwhile. */
export async function loadEntry({ tx, actor }: CommandContext, { entryId, version }: Expected) {
  const entry = await tx.first<EntryRow>(sql`
    SELECT e.id, e.fiscal_year_id AS "fiscalYearId", e.project_id AS "projectId", ${selected()},
      ${isOpenYear('y')} AS "isOpen", e.status, e.version, e.ever_approved AS "everApproved", e.steps,
      ${newestDecision} AS "newestDecision", e.finding_reasons AS "findingReasons", c.account_ids AS contributors
    FROM entry e JOIN entry_contributors c ON c.ward_id = e.ward_id AND c.entry_id = e.id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id ${joinNewestStep}
    WHERE e.ward_id = ${actor.wardId} AND e.id = ${entryId} FOR SHARE OF y`);
  if (!entry) return undefined;
  const { departmentId, isOpen } = entry;
  return { wardId: actor.wardId, departmentId, isOpen, expectedVersion: version, entry };
}

/** The 課 can't be retired meanwhile. */
export const isInUse = async ({ tx, actor }: CommandContext, departmentId: string): Promise<boolean> =>
  (await tx.first(sql`SELECT id FROM department
    WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND retired_at IS NULL FOR SHARE`)) !== undefined;
