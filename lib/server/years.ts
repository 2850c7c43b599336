import 'server-only';
import { fail, succeed } from '@/lib/domain/result';
import { closeYearInput, openYearInput } from '@/lib/domain/year-settings';
import { recordAudit } from './audit';
import { atLockedWard, type CommandContext, command } from './command';
import { sql } from './db';
import { createFirstYear } from './first-year';
import { copyYear } from './year-copy';
import { loadYearSettings } from './year-settings-target';

/** What a year was opened with; `notCopied` are the names of last year's withdrawn entries. */
type Opened = { year: number; notCopied: string[] };
type NewestYear = { id: string; year: number };

/** Copies would be drafts that nobody can edit. The 課 in use are locked: none can be retired meanwhile. */
async function hasRetiredDepartment({ tx, actor }: CommandContext, fiscalYearId: string): Promise<boolean> {
  const departments = await tx.rows<{ isRetired: boolean }>(sql`
    SELECT d.retired_at IS NOT NULL AS "isRetired" FROM department d WHERE d.ward_id = ${actor.wardId} AND EXISTS
      (SELECT FROM entry e WHERE e.ward_id = d.ward_id AND e.fiscal_year_id = ${fiscalYearId} AND e.department_id = d.id
        AND e.status <> 'withdrawn') FOR SHARE OF d`);
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
      await recordAudit(context, { subject: 'fiscal_year', subjectId, after: { year, entryCount: 0 } });
      return succeed<Opened>({ year, notCopied: [] });
    }
    if (year <= newest.year) return fail('already_exists');
    if (year !== newest.year + 1) return fail('no_previous_year');
    if (await hasRetiredDepartment(context, newest.id)) return fail('department_retired');
    const { fiscalYearId, entryCount, notCopied } = await copyYear(context, newest.id, year);
    const after = { year, copiedFrom: newest.year, entryCount, ...(notCopied.length > 0 && { notCopied }) };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, after });
    return succeed<Opened>({ year, notCopied });
  },
});

/** Fixes the year. Every entry has to be decided: the year's row is locked, so none can change meanwhile. */
export const closeYear = command({
  operation: 'year.close',
  input: closeYearInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { version }) {
    const { tx, actor } = context;
    const undecided = await tx.first(sql`SELECT id FROM entry WHERE ward_id = ${actor.wardId}
      AND fiscal_year_id = ${fiscalYearId} AND status NOT IN ('approved', 'withdrawn') LIMIT 1`);
    if (undecided) return fail('entries_undecided');
    const changed = await tx.run(sql`UPDATE fiscal_year SET status = 'closed', version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND version = ${version} AND status = 'open'`);
    if (changed !== 1) return fail('conflict');
    const change = { before: { status: 'open' }, after: { status: 'closed' } };
    await recordAudit(context, { subject: 'fiscal_year', subjectId: fiscalYearId, ...change });
    return succeed(undefined);
  },
});
