import { expect, it } from 'vitest';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { listOpenPoints } from './open-points';
import { getYearSettings } from './year-queries';
import { closeYear, reopenYear } from './years';

const database = testDatabase();
const query = (text: string, values: unknown[] = []) => database.owner.query(text, values);

const waiting = (statements: number) =>
  expect
    .poll(async () => {
      await query('SELECT pg_stat_clear_snapshot()');
      const found = await query(`SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      return found.rowCount;
    })
    .toBe(statements);

it('a year is not closed on a last year that somebody reopens meanwhile, unless that was confirmed', async () => {
  const actor = await actorOf(database.owner, 'admin');
  const as = { actor, address: null };
  const settings = async (year: number) =>
    (await getYearSettings(readerOf(actor, 'year.manage'), year)) ?? { version: 0 };
  const ofYear = 'ward_id = $1 AND fiscal_year_id = (SELECT id FROM fiscal_year WHERE ward_id = $1 AND year = 2023)';
  await query(`UPDATE entry SET status = 'approved', amount = coalesce(amount, 1) WHERE ${ofYear}`, [actor.wardId]);
  const confirmed = await listOpenPoints(readerOf(actor, 'year.close'), 2023);
  expect(confirmed.map(({ kind }) => kind)).not.toContain('lastYearOpen');
  const { version } = await settings(2023);
  // Somebody who reopens it has locked last year's row, and waits for the log.
  await query('BEGIN');
  await query(`UPDATE fiscal_year SET status = 'open' WHERE ward_id = $1 AND year = 2022`, [actor.wardId]);
  const closing = closeYear.execute(as, { year: 2023, version, confirmed });
  await Promise.race([closing, waiting(1)]);
  await query('COMMIT');
  expect(await closing).toMatchObject({ ok: false, code: 'points_unconfirmed' });
  await query(`UPDATE fiscal_year SET status = 'closed' WHERE ward_id = $1 AND year = 2022`, [actor.wardId]);
});

it('both may be tried at once, and nobody waits for ever', async () => {
  const actor = await actorOf(database.owner, 'admin');
  const as = { actor, address: null };
  const confirmed = await listOpenPoints(readerOf(actor, 'year.close'), 2023);
  const [last, own] = await Promise.all(
    [2022, 2023].map(async (year) => (await getYearSettings(readerOf(actor, 'year.manage'), year))?.version ?? 0),
  );
  const [reopened, closed] = await Promise.all([
    reopenYear.execute(as, { year: 2022, version: last, reason: '計数の誤り。' }),
    closeYear.execute(as, { year: 2023, version: own, confirmed }),
  ]);
  expect(reopened.ok).toBe(true);
  if (!closed.ok) expect(closed.code).toBe('points_unconfirmed');
});
