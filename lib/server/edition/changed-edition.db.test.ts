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

  await plantEdition(database.owner, admin.wardId, 2023);
  await plantEdition(database.owner, admin.wardId, 2022);
  expect(await changed(2023)).toEqual(edition(3));
  await plantEdition(database.owner, admin.wardId, 2023);
  await addToLastYear(database.owner, admin.wardId, { name: '版の後の事業', amount: 5 });
  await database.owner.query(`UPDATE entry SET updated_at = now() WHERE name = '版の後の事業'`);
  expect(await changed(2023)).toBeNull();
});
