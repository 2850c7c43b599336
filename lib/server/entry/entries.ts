import 'server-only';
import { snapshotOf } from '@/lib/domain/entry/entry';
import { addEntryInput, saveEntryInput } from '@/lib/domain/entry/entry-input';
import { NEW_STATUS } from '@/lib/domain/entry/entry-workflow';
import { entrySearchKey } from '@/lib/domain/entry/search-key';
import { fail, succeed } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { type CommandContext, command } from '@/lib/server/gate/command';
import { changeOf, isUnchanged } from '@/lib/server/history/audit';
import { nameOfActor, recordStep, type Saved, takeStep } from '@/lib/server/history/entry-history';
import { loadYear } from '@/lib/server/year/year-target';
import { settleLastYear } from './entry-last-year';
import { assigned, columns, loadEntry, valuesOf } from './entry-target';

type Chosen = { fiscalYearId: string; categoryId: string; departmentId: string };

/** A category is chosen from those of the ward and year; the 課 can't be retired meanwhile. */
async function wrongChoice({ tx, actor }: CommandContext, { fiscalYearId, categoryId, departmentId }: Chosen) {
  const found = await tx.first<{ category: boolean; department: boolean }>(sql`SELECT
    EXISTS (SELECT FROM category_year WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId}
      AND category_id = ${categoryId}) AS category,
    EXISTS (SELECT FROM department WHERE ward_id = ${actor.wardId} AND id = ${departmentId}
      AND retired_at IS NULL FOR SHARE) AS department`);
  if (!found?.category) return fail('invalid_input', { categoryId: 'not_in_list' });
  return found.department ? null : fail('forbidden');
}

/**
 * Stores the fields as the next version. The version that the editor started from stands in the WHERE.
 * Nothing changed, nothing stored: an empty version would name an editor who edited nothing.
 */
export const saveEntry = command({
  operation: 'entry.edit',
  input: saveEntryInput,
  load: loadEntry,
  async run(context, { entry: row }, input) {
    const { actor } = context;
    const settled = await settleLastYear(context, { entryId: row.id, fiscalYearId: row.fiscalYearId }, row, input);
    if (!settled.ok) return settled;
    const { projectId, ...lastYear } = settled.value;
    const before = snapshotOf(row);
    const after = snapshotOf({ ...row, ...input, ...lastYear });
    if (isUnchanged(changeOf(before, after))) {
      return succeed<Saved>({ entryId: row.id, version: row.version });
    }
    if (after.categoryId !== row.categoryId) {
      const wrong = await wrongChoice(context, { ...row, ...after });
      if (wrong) return wrong;
    }
    const set = sql`${assigned(after)}, project_id = ${projectId}, search_key = ${entrySearchKey(after)},
      drafted_by = coalesce(drafted_by, ${actor.accountId}), last_edited_by = ${actor.accountId}`;
    return takeStep(context, row, before, { action: 'edit', after }, set);
  },
});

/** An entry of the year, of a new project or of one of last year's, at the end of the year's order. */
export const addEntry = command({
  operation: 'entry.add',
  input: addEntryInput,
  load: async (context, input) => {
    const year = await loadYear(context, input);
    return year && { ...year, departmentId: context.actor.departmentId ?? '' };
  },
  async run(context, { fiscalYearId, departmentId }, { entryId, ...input }) {
    const { actor } = context;
    const wrong = await wrongChoice(context, { fiscalYearId, departmentId, ...input });
    if (wrong) return wrong;
    const settled = await settleLastYear(context, { entryId, fiscalYearId }, null, input);
    if (!settled.ok) return settled;
    const { projectId, ...lastYear } = settled.value;
    const after = snapshotOf({ ...input, ...lastYear, departmentId, status: NEW_STATUS });
    const insert = sql`
      INSERT INTO entry (ward_id, id, project_id, fiscal_year_id, ${columns()}, search_key, status, version, drafted_by,
        last_edited_by, updated_by, contributors, sort_order)
      VALUES (${actor.wardId}, ${entryId}, ${projectId}, ${fiscalYearId}, ${valuesOf(after)}, ${entrySearchKey(after)},
        ${after.status}, 1, ${actor.accountId}, ${actor.accountId}, ${nameOfActor(actor)}, ARRAY[${actor.accountId}::uuid],
        (SELECT coalesce(max(sort_order), 0) + 1 FROM entry WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId})) ON CONFLICT (ward_id, id) DO NOTHING`;
    const added = await recordStep(context, insert, { entryId, action: 'add', after });
    return added ? succeed(added) : fail('already_exists');
  },
});
