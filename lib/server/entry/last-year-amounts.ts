import 'server-only';
import { snapshotOf } from '@/lib/domain/entry/entry';
import { type LastYearAmounts, type LastYearRow, recordLastYearInput } from '@/lib/domain/entry/last-year-amounts';
import { fail, succeed } from '@/lib/domain/result';
import { overviewOf } from '@/lib/domain/year/category-totals';
import { consistentRead, type Db, sql } from '@/lib/server/database/db';
import { isNewProject, isOpenYear, joinLastYear } from '@/lib/server/database/facts';
import type { Selected } from '@/lib/server/database/selected';
import { command } from '@/lib/server/gate/command';
import type { Reader } from '@/lib/server/gate/reading';
import type { EntryModel } from '@/lib/server/generated/models';
import { takeStep } from '@/lib/server/history/entry-history';
import { categoryTotalsOf } from '@/lib/server/year/year-queries';
import { loadYear } from '@/lib/server/year/year-target';
import { settleLastYear } from './entry-last-year';
import { listInOrder } from './entry-order-queries';
import { assigned, loadEntry } from './entry-target';

type Said = Selected<
  Pick<LastYearRow, 'isNew' | 'amount'> & { id: string; version: number },
  EntryModel,
  'id' | 'version'
>;

/** Counts every change of a content in the year: no entry ever leaves it. */
const versionOf = async (from: Db, wardId: string, fiscalYearId: string): Promise<number> =>
  (
    await from.first<{ version: number }>(sql`SELECT coalesce(sum(version), 0) AS version FROM entry
      WHERE ward_id = ${wardId} AND fiscal_year_id = ${fiscalYearId}`)
  )?.version ?? 0;

/** In the order of the list. */
async function listRows(
  from: Db,
  wardId: string,
  fiscalYearId: string,
): Promise<(LastYearRow & { version: number })[]> {
  const rows = await from.rows<Said>(sql`
    SELECT e.id, ${isNewProject} AS "isNew", e.recorded_last_year_amount AS amount, e.version FROM entry e ${joinLastYear}
    WHERE e.ward_id = ${wardId} AND e.fiscal_year_id = ${fiscalYearId} AND before.id IS NULL`);
  const said = new Map(rows.map((row) => [row.id, row]));
  return (await listInOrder(from, wardId, fiscalYearId)).flatMap(({ id, number, name, departmentName, categoryId }) => {
    const row = said.get(id);
    return row ? { ...row, number, name, departmentName, categoryId } : [];
  });
}

/** The entries of a year that last year has none of, and what its categories came to then. undefined: no such year. */
export const getLastYearAmounts = (reader: Reader, year: number): Promise<LastYearAmounts | undefined> =>
  consistentRead(async (tx) => {
    const { wardId } = reader;
    const found = await tx.first<{ id: string; isOpen: boolean }>(
      sql`SELECT id, ${isOpenYear('y')} AS "isOpen" FROM fiscal_year y WHERE ward_id = ${wardId} AND year = ${year}`,
    );
    if (!found) return undefined;
    const { now, before } = overviewOf(year, await categoryTotalsOf(tx, wardId, year - 1, year));
    const last = new Map(before.map((of) => [of.categoryId, of]));
    return {
      version: await versionOf(tx, wardId, found.id),
      isOpen: found.isOpen,
      rows: (await listRows(tx, wardId, found.id)).map(({ version: _, ...row }) => row),
      // A category that last year didn't have came to 0. Of a last year that isn't on record nothing is said.
      categories: (before.length > 0 ? now : []).map(({ categoryId: id, name }) => {
        const { entrySum, total } = last.get(id) ?? { entrySum: 0, total: 0 };
        return { id, name, entrySum, total };
      }),
      lastChange: null,
    };
  });

/** Of entries that last year has none of, whatever their status: nothing of this year's is touched. All or none. */
export const recordLastYear = command({
  operation: 'entry.recordLastYear',
  input: recordLastYearInput,
  load: loadYear,
  async run(context, { fiscalYearId }, { version, amounts }) {
    const { tx, actor } = context;
    const { wardId } = actor;
    if ((await versionOf(tx, wardId, fiscalYearId)) !== version) return fail('conflict');
    const rows = new Map((await listRows(tx, wardId, fiscalYearId)).map((row) => [row.id, row]));
    for (const { entryId, amount } of amounts) {
      const row = rows.get(entryId);
      // Withdrawn since, or going on with an entry of last year: its amount is nobody's to record.
      if (!row || row.amount === amount) continue;
      const entry = (await loadEntry(context, { entryId, version: row.version }))?.entry;
      if (!entry) return fail('not_found');
      const said = { lastYear: amount === null ? ('' as const) : ('amount' as const), recordedLastYearAmount: amount };
      const place = { entryId, fiscalYearId };
      const settled = await settleLastYear(context, place, entry, said);
      if (!settled.ok) return settled;
      const { projectId, ...lastYear } = settled.value;
      const before = snapshotOf(entry);
      const after = { ...before, ...lastYear };
      const set = sql`${assigned(lastYear)}, project_id = ${projectId}`;
      const taken = await takeStep(context, entry, before, { action: 'recordLastYear', after }, set);
      if (!taken.ok) return taken;
    }
    return succeed({ version: await versionOf(tx, wardId, fiscalYearId) });
  },
});
