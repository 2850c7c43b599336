import { expect, it } from 'vitest';
import { getEarlierTotals, recordTotals } from '@/lib/server/year/earlier-totals';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { plantEdition } from '@/scripts/test/edition';
import { addToLastYear } from '@/scripts/test/last-year';
import { getChangedEdition } from './changed-edition';

const database = testDatabase();

it('an edition is told from what it prints of years that have no edition themselves', async () => {
  const admin = await actorOf(database.owner, 'admin');
  const changed = (year: number) => getChangedEdition(readerOf(admin, 'year.read'), year);
  const edition = (number: number) => ({ year: 2023, number, kind: number === 1 ? 'first' : 'corrected' });
  await plantEdition(database.owner, admin.wardId, 2023);
  expect(await changed(2023)).toBeNull();
  const stepOfLastYear = (action = '', before = {}, after = {}) =>
    database.owner.query(
      `WITH changed AS (UPDATE entry SET status = $4::jsonb->>'status', steps = steps + 1, updated_at = now()
         WHERE name = '前年度の事業' RETURNING *)
       INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, actor_id, actor_role, reason)
       SELECT ward_id, gen_random_uuid(), id, steps, version, $2, $3, $4, $1::uuid, 'admin', 'x' FROM changed`,
      [admin.accountId, action, JSON.stringify(before), JSON.stringify(after)],
    );

  const { version, categories, totals } = await getEarlierTotals(readerOf(admin, 'year.manage'));
  const typed = totals.map(({ amount, ...of }) => ({ ...of, amount: of.year === 2018 ? '7' : String(amount) }));
  expect(
    await recordTotals.execute({ actor: admin, address: null }, { version, categories, totals: typed }),
  ).toMatchObject({
    ok: true,
  });
  expect(await changed(2023)).toEqual(edition(1));

  await plantEdition(database.owner, admin.wardId, 2023);
  expect(await changed(2023)).toBeNull();
  await addToLastYear(database.owner, admin.wardId, { name: '前年度の事業', amount: 5 });
  await database.owner.query(`UPDATE entry SET updated_at = now() WHERE name = '前年度の事業'`);
  expect(await changed(2023)).toEqual(edition(2));

  // A withdrawal, also by an administrator, and one that is taken back.
  for (const [action, from, to] of [
    ['withdrawApproved', 'returned', 'withdrawn'],
    ['takeBack', 'withdrawn', 'returned'],
  ]) {
    await plantEdition(database.owner, admin.wardId, 2023);
    expect(await changed(2023)).toBeNull();
    await stepOfLastYear(action, { status: from }, { status: to });
    expect(await changed(2023)).not.toBeNull();
  }

  await plantEdition(database.owner, admin.wardId, 2023);
  await plantEdition(database.owner, admin.wardId, 2022);
  expect(await changed(2023)).toEqual(edition(5));
  await plantEdition(database.owner, admin.wardId, 2023);
  await addToLastYear(database.owner, admin.wardId, { name: '版の後の事業', amount: 5 });
  await database.owner.query(`UPDATE entry SET updated_at = now() WHERE name = '版の後の事業'`);
  expect(await changed(2023)).toBeNull();
});
