import { expect, it } from 'vitest';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
import { listCategoryTotals } from './year-queries';

const database = testDatabase();
const { add, take } = entrySteps(database.owner);
const DONE = { ok: true };

async function mayoral() {
  const reader = readerOf(await actorOf(database.owner, 'viewer'), 'year.read');
  const [first] = await listCategoryTotals(reader, 2023, 2023);
  return { sum: first?.entrySum, blank: first?.blankEntries, total: first?.total };
}

it('counts every entry of a category but those withdrawn, neither their amounts nor their blanks', async () => {
  const { wardId } = await actorOf(database.owner, 'drafter');
  await database.owner.query(
    `UPDATE entry e SET amount = 100 FROM fiscal_year y
     WHERE y.id = e.fiscal_year_id AND y.year = 2023 AND e.ward_id = $1`,
    [wardId],
  );
  await database.owner.query(
    `UPDATE category_year c SET annex_amount = 1000 FROM fiscal_year y
     WHERE y.id = c.fiscal_year_id AND y.year = 2023 AND c.ward_id = $1`,
    [wardId],
  );
  expect(await mayoral()).toEqual({ sum: 500, blank: 0, total: 1500 });
  expect(await add('drafter', '七千円の事業', { amount: '7' })).toMatchObject(DONE);
  expect(await mayoral()).toEqual({ sum: 507, blank: 0, total: 1507 });
  expect(await add('drafter', '金額のない事業', { amount: '' })).toMatchObject(DONE);
  expect(await mayoral()).toEqual({ sum: 507, blank: 1, total: null });
  expect(await take('withdraw', 'drafter', '金額のない事業')).toMatchObject(DONE);
  expect(await mayoral()).toEqual({ sum: 507, blank: 0, total: 1507 });
  expect(await take('withdraw', 'drafter', '七千円の事業')).toMatchObject(DONE);
  expect(await mayoral()).toEqual({ sum: 500, blank: 0, total: 1500 });
});
