import 'server-only';
import { changedSpan, isSameSet, orderEntriesInput } from '@/lib/domain/entry-order';
import { fail, succeed } from '@/lib/domain/result';
import { recordAudit } from './audit';
import { command } from './command';
import { sql } from './db';
import { loadYearSettings } from './year-settings-target';

/** Puts the year's entries into the order of `entryIds`, which names each of them once; withdrawn ones stay out of it. */
export const orderEntries = command({
  operation: 'entries.order',
  input: orderEntriesInput,
  load: loadYearSettings,
  async run(context, { fiscalYearId }, { version, entryIds }) {
    const { tx, actor } = context;
    const known = await tx.rows<{ id: string; name: string }>(sql`
      SELECT id, name FROM entry WHERE ward_id = ${actor.wardId} AND fiscal_year_id = ${fiscalYearId}
        AND status <> 'withdrawn' ORDER BY sort_order, id`);
    const before = known.map(({ id }) => id);
    if (!isSameSet(before, entryIds)) return fail('conflict');
    const bumped = await tx.run(sql`
      UPDATE fiscal_year SET version = version + 1
      WHERE ward_id = ${actor.wardId} AND id = ${fiscalYearId} AND status = 'open' AND version = ${version}`);
    if (bumped !== 1) return fail('conflict');
    await tx.run(sql`
      UPDATE entry SET sort_order = o.place::int
      FROM unnest(${entryIds}::uuid[]) WITH ORDINALITY o(id, place)
      WHERE entry.ward_id = ${actor.wardId} AND entry.fiscal_year_id = ${fiscalYearId} AND entry.id = o.id
        AND entry.sort_order <> o.place`);
    const span = changedSpan(before, entryIds);
    if (span) {
      const names = new Map(known.map(({ id, name }) => [id, name]));
      const places = (ids: readonly string[]) =>
        ids.slice(span.from, span.to + 1).map((id, place) => `${span.from + place + 1} ${names.get(id)}`);
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
