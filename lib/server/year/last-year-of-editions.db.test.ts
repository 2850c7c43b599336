import { beforeAll, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import type { Actor } from '@/lib/domain/actor';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { categorySums } from '@/lib/domain/year/category-sums';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import { publishEdition } from '@/lib/server/edition/editions';
import { getEntryListFrame, readEntryList } from '@/lib/server/entry/entry-list-queries';
import { getEntry } from '@/lib/server/entry/entry-queries';
import { readHome } from '@/lib/server/entry/home-queries';
import { getLastYearAmounts } from '@/lib/server/entry/last-year-amounts';
import { openPointText } from '@/lib/text/year/open-points';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { plantEdition } from '@/scripts/test/edition';
import { addToLastYear } from '@/scripts/test/last-year';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { listOpenPoints } from './open-points';
import { listCategoryTotals, listYearSettings } from './year-queries';

const database = testDatabase();
const NAME = '児童虐待未然防止・早期発見強化事業';
const query = async (text: string) => (await database.owner.query(text)).rows;
const inYear = (year: number) => `fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = ${year})`;
const reopen = (year: number) => query(`UPDATE fiscal_year SET status = 'open' WHERE year = ${year}`);
let admin: Actor;
const reader = () => readerOf(admin, 'year.manage');

/** What 2023 says of 2022, wherever it does. */
async function lastYearOf2023() {
  const { id } = await entryOf(database.owner, NAME);
  const { rows, figures } = await readEntryList(reader(), 2023, entryFilterOf({}));
  const document = await getDocument(reader(), 2023);
  const [table] = modelIn(document)?.sections.flatMap(({ blocks }) => blocks) ?? [];
  if (table?.kind !== 'amountTable') throw new Error('no table');
  const entry = await getEntry(reader(), 2023, id);
  const annex = await getDocument(reader(), 2023, 'annex');
  const lists =
    modelIn(annex)?.sections.flatMap(({ blocks }) => (blocks[0]?.kind === 'listTable' ? blocks[0].rows : [])) ?? [];
  const listed = lists.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
  return {
    entry: entry?.lastYearAmount,
    source: entry?.lastYearSource,
    listed: rows.find((row) => row.id === id)?.lastYearAmount,
    rows: rows.map(({ name, lastYearAmount }) => [name, lastYearAmount]),
    total: categorySums(2023, figures, null).lastTotal,
    printed: table.rows.map(({ cells }) => cells.at(-2)?.text),
    annex: listed.map((cells) => [cells[1], cells[4]]),
    categories: (await getLastYearAmounts(reader(), 2023))?.categories,
    isDraft: document?.state.unsettledYear,
    lastIsOpen: [
      (await getEntryListFrame(reader(), 2023))?.lastIsOpen,
      (await readHome(reader(), 2023))?.home.lastIsOpen,
      (await listOpenPoints(reader(), 2023)).some(({ kind }) => kind === 'lastYearOpen'),
    ],
  };
}
const live = async (year: number) =>
  (await listCategoryTotals(reader(), year, year))
    .map(({ total }) => total)
    .reduce((sum, of) => (sum ?? 0) + (of ?? 0), 0);

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  // Their parts are known: an amount that changes changes its total.
  await query(`UPDATE category_year c SET recorded_total = NULL, annex_amount = recorded_total - coalesce((SELECT sum(amount)
    FROM entry e WHERE e.ward_id = c.ward_id AND e.fiscal_year_id = c.fiscal_year_id AND e.category_id = c.category_id), 0)
    WHERE ${inYear(2022)}`);
  await query(`UPDATE entry SET amount = 10, status = 'approved' WHERE ${inYear(2023)}`);
  await query(`UPDATE category_year SET annex_amount = 0 WHERE ${inYear(2023)}`);
  await publishWithoutReaders(admin);
  return () => globalThis.yosanPrinting?.stop();
});

it('says what last year’s edition says, whatever becomes of last year', { timeout: 120_000 }, async () => {
  const closed = await lastYearOf2023();
  expect(closed).toMatchObject({ entry: 4960, listed: 4960, source: 'settled', total: 3_064_776 });
  const printed = await publishInputOf(admin, 2022);
  expect(await publishEdition.execute({ actor: admin, address: null }, printed)).toMatchObject({ ok: true });
  const published = { ...closed, source: 'edition' };
  expect(await lastYearOf2023()).toEqual(published);

  await reopen(2022);
  await query(
    `UPDATE entry SET amount = 7000, name = '改名した事業', status = 'draft' WHERE ${inYear(2022)} AND name = '${NAME}'`,
  );
  await query(`UPDATE entry SET status = 'withdrawn' WHERE ${inYear(2022)} AND name LIKE '%アウトリーチ%'`);
  await query(`UPDATE category_year SET annex_amount = annex_amount + 1 WHERE ${inYear(2022)}`);
  await addToLastYear(database.owner, admin.wardId, { name: '版の後に加えた事業', amount: 5 });
  await query(`INSERT INTO project (ward_id, id) VALUES ('${admin.wardId}', '${newId()}')`);
  await query(`UPDATE entry SET project_id = (SELECT id FROM project g WHERE NOT EXISTS (SELECT FROM entry e
    WHERE e.project_id = g.id)) WHERE ${inYear(2022)} AND name LIKE '%次世代人材%'`);
  expect(await lastYearOf2023()).toEqual(published);
  expect(await live(2022)).toBe(3_064_776 + 7000 - 4960 - 3898 + 2 + 5);
});

it('stays what it says on the years after, and is what stands now for itself', async () => {
  const figures = await listCategoryTotals(reader(), 2018, 2024);
  const of2022 = figures.filter(({ year }) => year === 2022).map(({ total }) => total ?? 0);
  expect(of2022.reduce((sum, of) => sum + of)).toBe(3_064_776);
  await query(`UPDATE category_year SET ceiling = 1 WHERE ${inYear(2022)}`);
  const { years } = await listYearSettings(reader());
  expect(years.find(({ year }) => year === 2022)?.over.map(({ over }) => over)).toEqual([
    2_497_177 + 7000 - 4960 - 3898 + 1 + 5 - 1,
    567_599 + 1 - 1,
  ]);
});

it('names what last year came to since, for the year that prints its edition to be confirmed', async () => {
  const points = (await listOpenPoints(reader(), 2023)).filter(({ published }) => published !== undefined);
  expect(points.map(openPointText)).toEqual([
    '版の後に加えた事業（版では0千円、現在は5千円）',
    expect.stringMatching(/^不登校.*（版では3,898千円、現在は0千円）$/),
    '改名した事業（版では4,960千円、現在は7,000千円）',
    '区長自由経費（版では2,497,177千円、現在は2,495,325千円）',
    expect.stringMatching(/（版では567,599千円、現在は567,600千円）$/),
  ]);
  expect((await listOpenPoints(reader(), 2022)).filter(({ published }) => published !== undefined)).toEqual([]);
});

it('follows the next edition', async () => {
  await plantEdition(database.owner, admin.wardId, 2022);
  const { source, total, entry, lastIsOpen, ...of } = await lastYearOf2023();
  expect({ source, total, entry }).toEqual({ source: 'edition', total: 3_062_925, entry: 7000 });
  expect(lastIsOpen).toEqual([false, false, false]);
  expect((await listOpenPoints(reader(), 2023)).filter(({ published }) => published !== undefined)).toEqual([]);
  expect(of.rows).toContainEqual(['版の後に加えた事業', 5]);
  const { id } = await entryOf(database.owner, NAME);
  expect(await getEntry(reader(), 2023, id)).toMatchObject({
    ...{ lastYearName: '改名した事業', lastYearEdition: { year: 2022, number: 2, kind: 'corrected' } },
  });
});
