import 'server-only';
import { UNDECIDED } from '@/lib/domain/entry/entry-workflow';
import { fail, failFor, succeed } from '@/lib/domain/result';
import { hasSeenAll, overCeilings } from '@/lib/domain/year/category-totals';
import { draftedYear } from '@/lib/domain/year/fiscal-year';
import { closeYearInput, openYearInput, reopenYearInput } from '@/lib/domain/year/year-settings';
import { YEAR_WORKFLOW } from '@/lib/domain/year/year-workflow';
import { sql } from '@/lib/server/database/db';
import { isCountedEntry } from '@/lib/server/database/facts';
import { atLockedWard, type CommandContext, command } from '@/lib/server/gate/command';
import { recordAudit, recordBeginning } from '@/lib/server/history/audit';
import { firstDraftedYear } from './earlier-totals';
import { copyYear, createFirstYear } from './year-opening';
import { categoryTotalsOf } from './year-queries';
import { loadYearSettings } from './year-target';

/** What a year was opened with; `notCopied` are the names of last year's withdrawn entries. */
type Opened = { year: number; notCopied: string[] };
type NewestYear = { id: string; year: number };

/** Copies would be drafts that nobody can edit. The 課 in use are locked: none can be retired meanwhile. */
async function hasRetiredDepartment({ tx, actor }: CommandContext, fiscalYearId: string): Promise<boolean> {
  const departments = await tx.rows<{ isRetired: boolean }>(sql`
    SELECT d.retired_at IS NOT NULL AS "isRetired" FROM department d WHERE d.ward_id = ${actor.wardId} AND EXISTS
      (SELECT FROM entry e WHERE e.ward_id = d.ward_id AND e.fiscal_year_id = ${fiscalYearId} AND e.department_id = d.id
        AND ${isCountedEntry}) FOR SHARE OF d`);
  return departments.some(({ isRetired }) => isRetired);
}

/**
 * Opens the year after the newest one with copies of what that one holds; a ward that has none begins with the asked one.
 * One at a time: the ward's row is locked.
 */
export const openYear = command({
  operation: 'year.open',
  input: openYearInput,
  load: atLockedWard,
  async run(context, ward, { year }) {
    const { tx, actor } = context;
    const newest = await tx.first<NewestYear>(
      sql`SELECT id, year FROM fiscal_year WHERE ward_id = ${actor.wardId} ORDER BY year DESC LIMIT 1 FOR SHARE`,
    );
    if (!newest) {
      const subjectId = await createFirstYear(context, ward.name, year);
      await recordBeginning(context, subjectId);
      await recordAudit(context, { subject: 'fiscal_year', subjectId, after: { year, entryCount: 0 } });
      return succeed<Opened>({ year, notCopied: [] });
    }
    if (year <= newest.year) return fail('already_exists');
    // A ward that has recorded totals alone begins with the year being drafted, however old they are.
    const isFirst = (await firstDraftedYear(tx, actor.wardId)) === undefined && year === draftedYear(new Date());
    if (year !== newest.year + 1 && !isFirst) return fail('no_previous_year');
    if (await hasRetiredDepartment(context, newest.id)) return fail('department_retired');
    const { fiscalYearId, entryCount, notCopied } = await copyYear(context, newest.id, year);
    const after = { year, copiedFrom: newest.year, entryCount, ...(notCopied.length > 0 && { notCopied }) };
    await recordBeginning(context, fiscalYearId);
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, after });
    return succeed<Opened>({ year, notCopied });
  },
});

/**
 * Fixes the year. Every entry has to be decided, and what is over its 枠 seen: the year's row is locked, so nothing of it can
 * change meanwhile.
 */
export const closeYear = command({
  operation: 'year.close',
  input: closeYearInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { year, version, seen }) {
    const { tx, actor } = context;
    const { from, to } = YEAR_WORKFLOW.close;
    const undecided = await tx.first(sql`SELECT id FROM entry WHERE ward_id = ${actor.wardId}
      AND fiscal_year_id = ${fiscalYearId} AND status = ANY (${UNDECIDED}) LIMIT 1`);
    if (undecided) return fail('entries_undecided');
    const over = overCeilings(await categoryTotalsOf(tx, actor.wardId, year, year));
    if (!hasSeenAll(over, seen))
      return failFor(
        over.map(({ name }) => name),
        'over_ceiling',
      );
    const changed = await tx.run(sql`UPDATE fiscal_year SET status = ${to}, version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version} AND status = ${from}`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { status: from }, after: { status: to } };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed(undefined);
  },
});

/** Takes the fixing back, for a reason that stays with the year. */
export const reopenYear = command({
  operation: 'year.reopen',
  input: reopenYearInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { version, reason }) {
    const { tx, actor } = context;
    const { from, to } = YEAR_WORKFLOW.reopen;
    const changed = await tx.run(sql`UPDATE fiscal_year SET status = ${to}, version = version + 1,
        reopened_reason = ${reason}, reopened_by = ${actor.name}, reopened_at = now()
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version} AND status = ${from}`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { status: from }, after: { status: to, reason } };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed(undefined);
  },
});
