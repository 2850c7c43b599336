import 'server-only';
import type { EntrySnapshot } from '@/lib/domain/entry';
import type { EntryState } from '@/lib/domain/entry-workflow';
import type { Target } from '@/lib/domain/permissions';
import type { CommandContext } from './command';
import { sql } from './db';
import { selected } from './entry-columns';

export type EntryRow = EntrySnapshot &
  EntryState & {
    id: string;
    fiscalYearId: string;
    projectId: string;
    yearIsOpen: boolean;
    contributors: string[];
  };

export type EntryTarget = Target & { row: EntryRow };

type Expected = { entryId: string; version: number };

/** What a command on an entry answers. */
export type Saved = Expected;

/** The entry as a command finds it. Its year is locked shared: it can't be closed meanwhile. */
export async function loadEntry(
  { tx, actor }: CommandContext,
  { entryId, version }: Expected,
): Promise<EntryTarget | undefined> {
  const row = await tx.first<EntryRow>(sql`
    SELECT e.id, e.fiscal_year_id AS "fiscalYearId", e.project_id AS "projectId", ${selected()},
      y.status = 'open' AS "yearIsOpen", e.status, e.version, e.ever_approved AS "everApproved",
      c.account_ids AS contributors
    FROM entry e JOIN entry_contributors c ON c.ward_id = e.ward_id AND c.entry_id = e.id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE e.ward_id = ${actor.wardId} AND e.id = ${entryId} FOR SHARE OF y`);
  if (!row) return undefined;
  const { departmentId, yearIsOpen } = row;
  return { wardId: actor.wardId, departmentId, yearIsOpen, expectedVersion: version, entry: row, row };
}
