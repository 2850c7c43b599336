import 'server-only';
import type { UndecidableEntry } from '@/lib/domain/entry/undecidable';
import { hasRoleFor } from '@/lib/domain/permissions';
import { fail, type Result } from '@/lib/domain/result';
import { type Db, db, sql } from '@/lib/server/database/db';
import type { CommandContext } from '@/lib/server/gate/command';
import type { Reader } from '@/lib/server/gate/reading';

const listUndecidable = (on: Db, wardId: string): Promise<UndecidableEntry[]> =>
  on.rows<UndecidableEntry>(sql`
    SELECT e.id, y.year, e.name, d.name AS "departmentName" FROM undecidable_entry u
    JOIN entry e ON e.ward_id = u.ward_id AND e.id = u.entry_id
    JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN department d ON d.ward_id = e.ward_id AND d.id = e.department_id
    WHERE u.ward_id = ${wardId} ORDER BY y.year DESC, e.sort_order, e.id`);

const POSSIBLE_SHOWN = 5;

/** Names of members who had no hand in any of the entries and could be made their approvers; approvers of another 課 first. */
async function listPossibleDeciders(on: Db, wardId: string, entryIds: string[], except: string[]): Promise<string[]> {
  const rows = await on.rows<{ name: string }>(sql`
    SELECT a.name FROM membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
    WHERE m.ward_id = ${wardId} AND m.account_id <> ALL (${except}::uuid[]) AND NOT EXISTS (
      SELECT FROM entry_contributors c WHERE c.ward_id = m.ward_id AND c.entry_id = ANY (${entryIds}::uuid[])
        AND m.account_id = ANY (c.account_ids))
    ORDER BY 'approver' = ANY (m.roles) DESC, a.name LIMIT ${POSSIBLE_SHOWN}`);
  return rows.map(({ name }) => name);
}

/** The same for one entry, for those who can make somebody an approver; null for everybody else. Nobody does it for themselves. */
export const getPossibleDeciders = async (reader: Reader, entryId: string): Promise<string[] | null> =>
  hasRoleFor(reader, 'user.edit') ? listPossibleDeciders(db, reader.wardId, [entryId], [reader.accountId]) : null;

type Aim = {
  /** The entries that the administrator was shown and accepts. */
  known: readonly string[];
  /** Whose rights change, if it is about rights. */
  accountId?: string;
};

/**
 * Makes a change unless it leaves entries to nobody that the administrator doesn't know of: then the answer names them, and
 * nothing is changed. For what runs with the ward's row locked, one at a time.
 */
export async function withKnownUndecidable<Output>(
  { tx, actor }: CommandContext,
  { known, accountId }: Aim,
  change: () => Promise<Result<Output>>,
): Promise<Result<Output>> {
  const before = new Set((await listUndecidable(tx, actor.wardId)).map(({ id }) => id));
  const result = await change();
  if (!result.ok) return result;
  const entries = (await listUndecidable(tx, actor.wardId)).filter(({ id }) => !before.has(id));
  if (entries.every(({ id }) => known.includes(id))) return result;
  const ids = entries.map(({ id }) => id);
  const possibleDeciders = await listPossibleDeciders(
    tx,
    actor.wardId,
    ids,
    accountId ? [accountId, actor.accountId] : [actor.accountId],
  );
  return { ...fail('leaves_undecidable'), undecidable: { entries, possibleDeciders } };
}
