import 'server-only';
import { snapshotOf } from '@/lib/domain/entry';
import { moveEntriesInput } from '@/lib/domain/entry-administration';
import type { Target } from '@/lib/domain/permissions';
import { fail, failFor, succeed } from '@/lib/domain/result';
import { atLockedWard, type CommandContext, command } from './command';
import { sql } from './db';
import { takeStep } from './entry-history';
import { type EntryTarget, loadEntry } from './entry-target';
import { withKnownUndecidable } from './undecidable-entries';

type Expected = { entryId: string; version: number };
type MoveTarget = Target & { found: EntryTarget[] };

/** In one order, so that two of them don't wait for each other. */
async function load(context: CommandContext, { entries }: { entries: Expected[] }): Promise<MoveTarget | undefined> {
  // One at a time with what takes rights away, so that neither leaves an entry to nobody behind the other's back.
  await atLockedWard(context);
  const expected = new Map(entries.map((entry) => [entry.entryId, entry]));
  const found: EntryTarget[] = [];
  for (const [, entry] of [...expected].sort(([one], [other]) => one.localeCompare(other))) {
    const target = await loadEntry(context, entry);
    if (!target) return undefined;
    found.push(target);
  }
  return { wardId: context.actor.wardId, yearIsOpen: found.every(({ yearIsOpen }) => yearIsOpen), found };
}

/** The 課 can't be retired meanwhile. */
const isInUse = async ({ tx, actor }: CommandContext, departmentId: string) =>
  (await tx.first(sql`SELECT id FROM department
    WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND retired_at IS NULL FOR SHARE`)) !== undefined;

/** A category has to be one of the year of each entry. */
async function isCategoryOfAll({ tx, actor }: CommandContext, { found }: MoveTarget, categoryId: string) {
  const years = [...new Set(found.map(({ row }) => row.fiscalYearId))];
  const rows = await tx.rows(sql`SELECT id FROM category_year WHERE ward_id = ${actor.wardId}
    AND category_id = ${categoryId} AND fiscal_year_id = ANY (${years}::uuid[])`);
  return rows.length === years.length;
}

/**
 * Gives entries of open years to another 課 or category, all or none. Their status stays: what waits for approval waits on, for
 * the approvers of the new 課.
 */
export const moveEntries = command({
  operation: 'entry.move',
  input: moveEntriesInput,
  load,
  async run(context, target, { departmentId, categoryId, reason, knownUndecidable }) {
    if (departmentId && !(await isInUse(context, departmentId))) {
      return fail('invalid_input', { departmentId: 'not_in_list' });
    }
    if (categoryId && !(await isCategoryOfAll(context, target, categoryId))) {
      return fail('invalid_input', { categoryId: 'not_in_list' });
    }
    return withKnownUndecidable(context, { known: knownUndecidable }, async () => {
      const overtaken: string[] = [];
      let count = 0;
      for (const { row, expectedVersion: version = 0 } of target.found) {
        const to = { departmentId: departmentId ?? row.departmentId, categoryId: categoryId ?? row.categoryId };
        const isMoving = to.departmentId !== row.departmentId || to.categoryId !== row.categoryId;
        const before = snapshotOf(row);
        const step = { action: 'move', after: { ...before, ...to }, reason } as const;
        const set = sql`department_id = ${to.departmentId}, category_id = ${to.categoryId}`;
        if (row.version !== version) overtaken.push(row.name);
        else if (isMoving) {
          const moved = await takeStep(context, row, before, step, set);
          if (moved.ok) count += 1;
          else overtaken.push(row.name);
        }
      }
      if (overtaken.length > 0) return failFor(overtaken, 'conflict');
      return count === 0 ? fail('unchanged') : succeed({ count });
    });
  },
});
