import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { totalsTable } from '@/lib/domain/year/category-totals';
import type { EarlierTotals } from '@/lib/domain/year/earlier-totals';
import { draftedYear } from '@/lib/domain/year/fiscal-year';
import { newId } from '@/lib/server/database/db';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { markPlaces } from '@/lib/server/read-through/read-through';
import { getReadThrough } from '@/lib/server/read-through/read-through-queries';
import { auditValueText } from '@/lib/text/history/audit';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { isNotOfPlantedEdition, plantEdition } from '@/scripts/test/edition';
import { getEarlierTotals, recordTotals, removeEarlierYear } from './earlier-totals';
import { getYearSettings, listCategoryTotals, listYearSettings } from './year-queries';
import { openYear } from './years';

const database = testDatabase();
let admin: Actor;
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const as = (actor: Actor) => ({ actor, address: null });
const read = (actor = admin) => getEarlierTotals(readerOf(actor, 'year.manage'));
const found = async (actor = admin) => listCategoryTotals(readerOf(actor, 'year.read'), 1989, 2100);
const cell = ({ categories }: EarlierTotals, place: number, year: number, amount: string) => ({
  year,
  categoryId: categories[place]?.id,
  amount,
});
const send = ({ version, categories }: EarlierTotals, totals: object[], actor = admin) =>
  recordTotals.execute(as(actor), { version, categories, totals });

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
});

it('knows what is on record before the first year that has entries', async () => {
  const { years, categories, totals } = await read();
  expect(years).toEqual([2017, 2018, 2019, 2020, 2021]);
  expect(categories.map(({ name }) => name)).toEqual(['区長自由経費', '区ＣＭ自由経費']);
  expect(totals).toHaveLength(10);
  expect((await getEarlierTotals(readerOf(admin, 'year.manage'), 2010)).years[0]).toBe(2010);
});

it('changes a total, adds a year, takes a figure out, and says each in the log', async () => {
  const before = await read();
  const changes = [cell(before, 0, 2017, '1,234'), cell(before, 1, 2017, ''), cell(before, 0, 2016, '2億円')];
  const unchanged = before.totals.map(({ amount, ...of }) => ({ ...of, amount: String(amount) }));
  const rest = unchanged.filter(({ year }) => year !== 2017);
  const done = await send(before, [...rest, ...changes]);
  const after = await read();
  expect(done).toEqual({ ok: true, value: { version: after.version } });
  expect(after.version).toBe(before.version + 4);
  const of = (year: number) => after.totals.filter((total) => total.year === year).map(({ amount }) => amount);
  expect([of(2016), of(2017), after.totals.length]).toEqual([[200_000], [1234], 10]);
  const rowsOf2016 = (await found()).filter(({ year }) => year === 2016);
  expect(rowsOf2016.map(({ total }) => total)).toEqual([200_000, null]);
  expect(after.years[0]).toBe(2016);
  expect((await found()).filter(({ year }) => year === 2017).map(({ total }) => total)).toEqual([1234, null]);
  const log = await rows(
    `SELECT subject, subject_year AS year, subject_name AS name, before, after->'recordedTotal' AS total FROM audit_event
     WHERE operation = 'earlierTotals.record' ORDER BY sequence`,
  );
  expect(log.map(({ subject, year, total }) => [subject, year, total])).toEqual([
    ['category_year', 2017, 1234],
    ['category_year', 2017, null],
    ['fiscal_year', 2016, null],
    ['category_year', 2016, 200_000],
    ['category_year', 2016, null],
  ]);
  expect(await verifyAudit(database.owner)).toEqual([]);
});

it('stores nothing where nothing changed, and nothing upon figures that were not seen', async () => {
  const seen = await read();
  const same = [cell(seen, 0, 2016, '200,000')];
  expect(await send(seen, same)).toEqual({ ok: true, value: { version: seen.version } });
  expect(await send(seen, [cell(seen, 0, 2016, '5')])).toMatchObject({ ok: true });
  expect(await send(seen, [cell(seen, 0, 2016, '6')])).toMatchObject({ code: 'conflict' });
  const both = await read();
  const race = await Promise.all(['7', '8'].map((amount) => send(both, [cell(both, 1, 2015, amount)])));
  expect(race.filter(({ ok }) => ok)).toHaveLength(1);
});

it('touches no year that was drafted here, and no category of somebody else', async () => {
  const seen = await read();
  for (const total of [
    cell(seen, 0, 2022, '1'),
    cell(seen, 0, 2023, '1'),
    { year: 2017, categoryId: newId(), amount: '1' },
  ])
    expect(await send(seen, [total])).toMatchObject({ code: 'not_found' });
  expect(await send(seen, [cell(seen, 0, 2017, '△1')])).toMatchObject({ code: 'invalid_input' });
  const twice = [cell(seen, 0, 2014, '1'), cell(seen, 0, 2014, '')];
  expect(await send(seen, twice)).toEqual({ ok: true, value: { version: seen.version } });
  expect((await read()).version).toBe(seen.version);
});

it('a ward that has nothing yet begins with its totals, and its first year goes on from them', async () => {
  const wardId = newId();
  await rows(`INSERT INTO ward (id, code, name) VALUES ($1, '271039', '此花区')`, [wardId]);
  await rows(`INSERT INTO membership (ward_id, id, account_id, roles) VALUES ($1, $2, $3, '{admin}')`, [
    wardId,
    newId(),
    admin.accountId,
  ]);
  const begins = { ...admin, wardId };
  const offered = await read(begins);
  expect([offered.version, offered.totals]).toEqual([0, []]);
  const totals = [2018, 2019, 2020, 2021, 2022].flatMap((year) => [
    cell(offered, 0, year, '100'),
    cell(offered, 1, year, year === 2018 ? '' : '20'),
  ]);
  expect(await send(offered, totals, begins)).toEqual({ ok: true, value: { version: 10 } });
  expect((await read(begins)).categories).toEqual(offered.categories);
  expect(await openYear.execute(as(begins), { year: 2023 })).toMatchObject({ ok: true });
  const settings = await getYearSettings(readerOf(begins, 'year.manage'), 2023);
  expect(settings?.texts.title).toBe('此花区関連予算（案）概要');
  expect(settings?.categories.map(({ name, explanation }) => [name, explanation !== ''])).toEqual([
    ['区長自由経費', true],
    ['区ＣＭ自由経費', true],
  ]);
  expect((await found(begins)).filter(({ year }) => year < 2023).map(({ total }) => total)).toEqual([
    100,
    20,
    100,
    20,
    100,
    20,
    100,
    20,
    100,
    null,
  ]);
  const findings = (await verifyAudit(database.owner)).filter(isNotOfPlantedEdition);
  // Made by hand above.
  expect(findings.filter(({ subject }) => subject !== 'membership')).toEqual([]);
});

it('begins with the year being drafted, however old the totals are, and knows its own ids again', async () => {
  const wardId = newId();
  await rows(`INSERT INTO ward (id, code, name) VALUES ($1, '271047', '西区')`, [wardId]);
  await rows(`INSERT INTO membership (ward_id, id, account_id, roles) VALUES ($1, $2, $3, '{admin}')`, [
    wardId,
    newId(),
    admin.accountId,
  ]);
  const begins = { ...admin, wardId };
  const offered = await read(begins);
  expect(await read(begins)).toEqual(offered);
  const shouted = (id?: string) => String(id).toUpperCase();
  const twice = [
    { ...cell(offered, 0, 2015, '5'), categoryId: shouted(offered.categories[0]?.id) },
    cell(offered, 0, 2015, '5'),
  ];
  expect(await send(offered, twice, begins)).toEqual({ ok: true, value: { version: 2 } });
  const drafted = draftedYear(new Date());
  const { nextYear } = await listYearSettings(readerOf(begins, 'year.manage'));
  expect(nextYear).toBe(drafted);
  expect(await openYear.execute(as(begins), { year: drafted - 1 })).toMatchObject({ code: 'no_previous_year' });
  expect(await openYear.execute(as(begins), { year: drafted })).toMatchObject({ ok: true });
  expect((await read(begins)).years.at(-1)).toBe(drafted - 1);
});

it('says 0 of a category that a year on record had not, until it is said not to be known', async () => {
  const categoryId = newId();
  await rows('INSERT INTO category (ward_id, id) VALUES ($1, $2)', [admin.wardId, categoryId]);
  await rows(
    `INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order)
     SELECT ward_id, $2, $3, id, '後の経費', '', 3 FROM fiscal_year WHERE ward_id = $1 AND year = 2023`,
    [admin.wardId, newId(), categoryId],
  );
  const table = async () => totalsTable(2023, await found()).rows.find((row) => row.categoryId === categoryId)?.totals;
  const before = await read();
  const place = before.categories.findIndex(({ id }) => id === categoryId);
  expect(before.totals).toContainEqual({ year: 2020, categoryId, amount: 0 });
  expect(await table()).toEqual([0, 0, 0, 0, 0, null]);
  const typed = (amount: string) => [cell(before, place, 2020, amount), cell(before, place, 2019, '0')];
  expect(await send(before, typed('0'))).toEqual({ ok: true, value: { version: before.version } });
  expect(await send(before, typed(''))).toMatchObject({ ok: true });
  expect(await table()).toEqual([0, 0, null, 0, 0, null]);
  expect((await read()).totals).not.toContainEqual({ year: 2020, categoryId, amount: 0 });
  expect(await send(await read(), typed('0'))).toMatchObject({ ok: true });
  expect(await table()).toEqual([0, 0, 0, 0, 0, null]);
});

it('names the closed years that print a change, which none does that is published', async () => {
  const seen = await read();
  expect(seen.printedBy).toEqual([2022]);
  expect(await send(seen, [cell(seen, 0, 2021, '77')])).toMatchObject({ ok: true });
  const [changed] = await rows(
    `SELECT after FROM audit_event WHERE operation = 'earlierTotals.record' ORDER BY sequence DESC LIMIT 1`,
  );
  expect(changed?.after).toEqual({ recordedTotal: 77, printedBy: [2022] });
  expect(auditValueText('category_year', 'printedBy', '2022\n2023')).toBe('令和4年度、令和5年度');
  await plantEdition(database.owner, admin.wardId, 2022);
  expect((await read()).printedBy).toEqual([]);
});

it('lets a year of totals be corrected after it was opened again', async () => {
  const { years, version } = await read();
  await rows(`UPDATE fiscal_year SET status = 'open' WHERE ward_id = $1 AND year = 2019`, [admin.wardId]);
  expect(await read()).toMatchObject({ years, version });
  await rows(`UPDATE fiscal_year SET status = 'closed' WHERE ward_id = $1 AND year = 2019`, [admin.wardId]);
});

it('takes a year of totals out again, by whoever saw what stands there', async () => {
  const before = await read();
  const [year = 0] = before.recordedYears;
  const remove = (of: number, version: number, actor = admin) =>
    removeEarlierYear.execute(as(actor), { year: of, version });
  expect(await remove(year, before.version - 1)).toMatchObject({ code: 'conflict' });
  expect(await remove(2022, before.version)).toMatchObject({ code: 'not_found' });
  const place = (await getReadThrough(readerOf(admin, 'document.read'), year))?.places[0];
  const marks = [{ place: place?.key, seen: place?.seen }];
  const approver = await actorOf(database.owner, 'approver');
  expect(await markPlaces.execute(as(approver), { year, marks })).toMatchObject({ value: { refused: [] } });
  const race = await Promise.all([remove(year, before.version), remove(year, before.version)]);
  expect(race.map((answer) => answer.ok || answer.code).sort()).toEqual(['conflict', true]);
  const after = await read();
  expect(after.recordedYears).toEqual(before.recordedYears.slice(1));
  expect(after.version).toBeGreaterThan(before.version);
  expect((await found()).some((row) => row.year === year)).toBe(false);
  const log = await rows(
    `SELECT subject, subject_year AS year, before FROM audit_event WHERE operation = 'earlierTotals.remove' ORDER BY sequence`,
  );
  expect(log.map((row) => [row.subject, row.year])).toEqual([
    ['category_year', year],
    ['category_year', year],
    ['fiscal_year', year],
  ]);
  expect(log[0]?.before).toMatchObject({ name: '区長自由経費', explanation: expect.stringContaining('。') });
  expect(log[2]?.before).toMatchObject({ year, title: '港区関連予算（案）概要', printsMarks: true });
  const findings = (await verifyAudit(database.owner)).filter(isNotOfPlantedEdition);
  expect(findings.filter(({ subject }) => subject !== 'membership' && subject !== 'category_year')).toEqual([]);
  expect(await send(after, [cell(after, 0, year, '5')])).toMatchObject({ ok: true });
  await plantEdition(database.owner, admin.wardId, 2021);
  expect(await remove(2021, (await read()).version)).toMatchObject({ code: 'year_published' });
  expect((await read()).recordedYears[0]).toBe(year);
});
