import 'server-only';
import { changedSpan, isSameSet, orderEntriesInput } from '@/lib/domain/entry/entry-order';
import { fail, succeed } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { isOpenYear } from '@/lib/server/database/facts';
import { command } from '@/lib/server/gate/command';
import { recordAudit } from '@/lib/server/history/audit';
import { loadYearSettings } from '@/lib/server/year/year-target';
import { listInOrder } from './entry-order-queries';

/**
 * Puts the year's entries into the order of `entryIds`, which names each of them once, by category as they are read; withdrawn
 * ones stay out of it. Another category at a place than there is now: somebody moved an entry or a category meanwhile.
 */
export const orderEntries = command({
  operation: 'entries.order',
  input: orderEntriesInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { version, entryIds }) {
    const { tx, actor } = context;
    const known = await listInOrder(tx, actor.wardId, fiscalYearId);
    const before = known.map(({ id }) => id);
    if (!isSameSet(before, entryIds)) return fail('conflict');
    const entries = new Map(known.map((entry) => [entry.id, entry]));
    const isWithinCategories = known.every(
      ({ categoryId }, place) => entries.get(entryIds[place] ?? '')?.categoryId === categoryId,
    );
    if (!isWithinCategories) return fail('conflict');
    const bumped = await tx.run(sql`
      UPDATE fiscal_year y SET order_version = order_version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND ${isOpenYear('y')} AND order_version = ${version}`);
    if (bumped !== 1) return fail('conflict');
    await tx.run(sql`
      UPDATE entry SET sort_order = o.place::int
      FROM unnest(${entryIds}::uuid[]) WITH ORDINALITY o(id, place)
      WHERE entry.ward_id = ${actor.wardId} AND entry.fiscal_year_id = ${fiscalYearId} AND entry.id = o.id
        AND entry.sort_order <> o.place`);
    const span = changedSpan(before, entryIds);
    if (span) {
      const places = (ids: readonly string[]) =>
        known
          .slice(span.from, span.to + 1)
          .map(({ number }, place) => `${number} ${entries.get(ids[span.from + place] ?? '')?.name}`);
      await recordAudit(context, {
        subject: 'fiscal_year',
        subjectId: fiscalYearId,
        before: { order: places(before) },
        after: { order: places(entryIds) },
      });
    }
    return succeed({ version: version + 1 });
  },
});
