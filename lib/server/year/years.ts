import 'server-only';
import { fail, succeed } from '@/lib/domain/result';
import { draftedYear } from '@/lib/domain/year/fiscal-year';
import { unconfirmed, whyBlocked } from '@/lib/domain/year/open-points';
import { closeYearInput, openYearInput, reopenYearInput } from '@/lib/domain/year/year-settings';
import { YEAR_WORKFLOW } from '@/lib/domain/year/year-workflow';
import { sql } from '@/lib/server/database/db';
import { isCountedEntry } from '@/lib/server/database/facts';
import { atLockedWard, type CommandContext, command } from '@/lib/server/gate/command';
import { recordAudit, recordBeginning } from '@/lib/server/history/audit';
import { firstDraftedYear } from './earlier-totals';
import { openPointsOfYear } from './open-points';
import { copyYear, createFirstYear } from './year-opening';
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
 * Fixes the year. What stands against it has to be mended, or confirmed as it is: the year's row is locked, so nothing of it can
 * change meanwhile, and last year's shared, so that it isn't reopened.
 */
export const closeYear = command({
  operation: 'year.close',
  input: closeYearInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { year, version, confirmed: seen }) {
    const { tx, actor } = context;
    const { from, to } = YEAR_WORKFLOW.close;
    await tx.first(sql`SELECT id FROM fiscal_year WHERE ward_id = ${actor.wardId} AND year = ${year - 1} FOR SHARE`);
    const points = await openPointsOfYear(tx, actor.wardId, year);
    const blocked = whyBlocked(points);
    if (blocked) return fail(blocked);
    if (unconfirmed(points, seen).length > 0) return fail('points_unconfirmed');
    const confirmed = points.length > 0 ? points : null;
    const changed =
      await tx.run(sql`UPDATE fiscal_year SET status = ${to}, version = version + 1, closed_by = ${actor.name},
        closed_at = now(), confirmed = ${confirmed && JSON.stringify(confirmed)}::jsonb
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version} AND status = ${from}`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { status: from }, after: { status: to, ...(confirmed && { confirmed }) } };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed(undefined);
  },
});

/** Takes the fixing back, for a reason that stays with the year. */
export const reopenYear = command({
  operation: 'year.reopen',
  input: reopenYearInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId, closed }, { version, reason }) {
    const { tx, actor } = context;
    const { from, to } = YEAR_WORKFLOW.reopen;
    const changed = await tx.run(sql`UPDATE fiscal_year SET status = ${to}, version = version + 1,
        reopened_reason = ${reason}, reopened_by = ${actor.name}, reopened_at = now(),
        closed_by = NULL, closed_at = NULL, confirmed = NULL
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version} AND status = ${from}`);
    if (changed !== 1) return fail('conflict');
    const gone = closed?.confirmed.length ? { confirmed: null } : {};
    const change = { before: { status: from }, after: { status: to, reason, ...gone } };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed(undefined);
  },
});
