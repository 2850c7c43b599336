import { expect, it } from 'vitest';
import { testDatabase } from '@/scripts/test/database';

const database = testDatabase();
const rows = async (text: string) => (await database.owner.query(text)).rows;

const WARD = `(SELECT id FROM ward WHERE code = '271071')`;

it('records six years of totals and opens the next', async () => {
  const years = await rows(`SELECT year, status FROM fiscal_year WHERE ward_id = ${WARD} ORDER BY year`);
  expect(years).toEqual(
    [2017, 2018, 2019, 2020, 2021, 2022, 2023].map((year) => ({ year, status: year === 2023 ? 'open' : 'closed' })),
  );
  const totals = await rows(`SELECT y.year, sum(c.recorded_total)::int AS total FROM category_year c
    JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id WHERE c.ward_id = ${WARD} GROUP BY y.year ORDER BY y.year`);
  expect(totals.map(({ total }) => total)).toEqual([877163, 959095, 961388, 1157545, 1504815, 3064776, null]);
});

it('keeps the remainder of 2022 as 別紙掲載分 and leaves that of 2023 blank', async () => {
  const annex = await rows(`SELECT y.year, c.annex_amount::int AS annex FROM category_year c
    JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE c.ward_id = ${WARD} AND y.year >= 2022 ORDER BY y.year, c.sort_order`);
  expect(annex).toEqual([
    { year: 2022, annex: 2497177 - 2195331 },
    { year: 2022, annex: 567599 },
    { year: 2023, annex: null },
    { year: 2023, annex: null },
  ]);
});

it('has five approved entries of 2022, recorded by the import, and their copies as drafts without an amount', async () => {
  const entries = await rows(`SELECT y.year, e.status, count(*)::int AS count, sum(e.amount)::int AS amount,
      sum(e.recorded_last_year_amount)::int AS last, string_agg(DISTINCT r.actor_name || '/' || r.action, ',') AS by
    FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    JOIN entry_step r ON r.ward_id = e.ward_id AND r.entry_id = e.id
    WHERE e.ward_id = ${WARD} GROUP BY y.year, e.status ORDER BY y.year`);
  expect(entries).toEqual([
    { year: 2022, status: 'approved', count: 5, amount: 2195331, last: 467034, by: 'import/recorded' },
    { year: 2023, status: 'draft', count: 5, amount: null, last: null, by: 'import/copy' },
  ]);
});
