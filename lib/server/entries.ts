import 'server-only';
import { addEntryInput, type EntryFields, saveEntryInput } from '@/lib/domain/entry';
import { fail, succeed } from '@/lib/domain/result';
import { entrySearchKey } from '@/lib/domain/search-key';
import { changeOf, isUnchanged } from './audit';
import { type CommandContext, command } from './command';
import { sql } from './db';
import { recordStep } from './entry-history';
import { settleLastYear } from './entry-last-year';
import { loadEntry, type Saved, snapshotOf } from './entry-target';
import { loadYear } from './year-target';

/** The choices of the form are checked against the database: another ward's or year's id is no choice. A 課 can't be retired meanwhile. */
async function wrongChoice(
  context: CommandContext,
  fiscalYearId: string,
  fields: Pick<EntryFields, 'categoryId' | 'departmentId'>,
) {
  const found = await context.tx.first<{ category: boolean; department: boolean }>(sql`SELECT
    EXISTS (SELECT FROM category_year WHERE ward_id = ${context.actor.wardId} AND fiscal_year_id = ${fiscalYearId}
      AND category_id = ${fields.categoryId}) AS category,
    EXISTS (SELECT FROM department WHERE ward_id = ${context.actor.wardId} AND id = ${fields.departmentId}
      AND retired_at IS NULL FOR SHARE) AS department`);
  if (!found?.category) return fail('invalid_input', { categoryId: 'not_in_list' });
  if (!found.department) return fail('invalid_input', { departmentId: 'not_in_list' });
  return null;
}

/**
 * Stores the fields as the next version. The version that the editor started from stands in the WHERE.
 * Nothing changed, nothing stored: an empty version would name an editor who edited nothing.
 */
export const saveEntry = command({
  operation: 'entry.edit',
  input: saveEntryInput,
  load: loadEntry,
  async run(context, { row }, input) {
    const { tx, actor } = context;
    if (input.departmentId !== actor.departmentId) return fail('invalid_input', { departmentId: 'not_in_list' });
    const settled = await settleLastYear(context, { entryId: row.id, fiscalYearId: row.fiscalYearId }, row, input);
    if (!settled.ok) return settled;
    const lastYear = settled.value;
    const before = snapshotOf(row);
    const after = snapshotOf({ ...input, ...lastYear, status: row.status });
    if (isUnchanged(changeOf(before, after))) {
      return succeed<Saved>({ entryId: row.id, version: row.version });
    }
    if (input.categoryId !== row.categoryId || input.departmentId !== row.departmentId) {
      const wrong = await wrongChoice(context, row.fiscalYearId, input);
      if (wrong) return wrong;
    }
    const changed = await tx.run(sql`
      UPDATE entry SET name = ${input.name}, category_id = ${input.categoryId}, department_id = ${input.departmentId},
        amount = ${input.amount}, is_priority = ${input.isPriority}, summary = ${input.summary},
        innovation = ${input.innovation}, project_id = ${lastYear.projectId}, last_year = ${lastYear.lastYear},
        recorded_last_year_amount = ${lastYear.recordedLastYearAmount}, search_key = ${entrySearchKey(input)}, version = version + 1,
        drafted_by = coalesce(drafted_by, ${actor.accountId}), last_edited_by = ${actor.accountId}, updated_at = now()
      WHERE ward_id = ${actor.wardId} AND id = ${row.id} AND status = ${row.status} AND version = ${input.version}`);
    if (changed !== 1) return fail('conflict');
    const version = input.version + 1;
    await recordStep(context, { entryId: row.id, version, action: 'edit', before, after });
    return succeed<Saved>({ entryId: row.id, version });
  },
});

/** An entry of the year, of a new project or of one of last year's, at the end of the year's order. */
export const addEntry = command({
  operation: 'entry.add',
  input: addEntryInput,
  load: async (context, input) => {
    const year = await loadYear(context, input);
    return year && { ...year, departmentId: input.departmentId };
  },
  async run(context, { fiscalYearId }, input) {
    const { tx, actor } = context;
    const { entryId } = input;
    const wrong = await wrongChoice(context, fiscalYearId, input);
    if (wrong) return wrong;
    const settled = await settleLastYear(context, { entryId, fiscalYearId }, null, input);
    if (!settled.ok) return settled;
    const lastYear = settled.value;
    const added = await tx.run(sql`
      INSERT INTO entry (ward_id, id, project_id, fiscal_year_id, category_id, department_id, name, amount, is_priority,
        summary, innovation, last_year, recorded_last_year_amount, search_key, status, version, drafted_by, last_edited_by,
        sort_order)
      VALUES (${actor.wardId}, ${entryId}, ${lastYear.projectId}, ${fiscalYearId}, ${input.categoryId}, ${input.departmentId},
        ${input.name}, ${input.amount}, ${input.isPriority}, ${input.summary}, ${input.innovation}, ${lastYear.lastYear},
        ${lastYear.recordedLastYearAmount}, ${entrySearchKey(input)}, 'draft', 1, ${actor.accountId}, ${actor.accountId},
        (SELECT coalesce(max(sort_order), 0) + 1 FROM entry WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId})) ON CONFLICT (ward_id, id) DO NOTHING`);
    if (added !== 1) return fail('already_exists');
    await recordStep(context, {
      entryId,
      version: 1,
      action: 'add',
      before: null,
      after: snapshotOf({ ...input, ...lastYear, status: 'draft' }),
    });
    return succeed<Saved>({ entryId, version: 1 });
  },
});
