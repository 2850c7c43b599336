import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import type { EntryStatus } from '@/lib/domain/entry/entry-workflow';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { entrySteps } from '@/scripts/test/steps';
import { getSheet, getSheetNews } from './sheet-queries';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
let drafter: Actor;

beforeAll(async () => {
  drafter = await actorOf(database.owner, 'drafter');
  const set = 'UPDATE category_year SET ceiling = 20000, annex_amount = 100';
  await database.owner.query(`${set} WHERE fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`);
  await database.owner.query(
    `UPDATE entry SET amount = 3000 WHERE name LIKE '%推進%' AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
  );
  expect(await add('drafter', '未入力の事業', { amount: '', mark: 'new', rank: '3' })).toMatchObject({ ok: true });
});

const read = (actor = drafter, year = 2023) => getSheet(readerOf(actor, 'entry.edit'), year);
async function rows() {
  const found = await read();
  return (found?.rows ?? []).map(({ cells, status, isWritable, number }) => [number, cells.name, status, isWritable]);
}

it('has the entries of the own 課 alone, in the order of the list, as they are typed', async () => {
  const sheet = await read();
  expect(sheet).toMatchObject({ year: 2023, isOpen: true, lastIsOpen: false, department: { name: '保健福祉課' } });
  expect(await rows()).toEqual([
    ['1-4', '不登校児童生徒アウトリーチ型支援事業', 'draft', true],
    ['1-5', '児童虐待未然防止・早期発見強化事業', 'draft', true],
    ['1-6', '未入力の事業', 'draft', true],
  ]);
  expect(sheet?.rows[0]).toMatchObject({
    lastYearAmount: 3898,
    isNew: false,
    cells: { mark: '', rank: '', amount: '' },
  });
  expect(sheet?.rows[2]?.cells).toEqual({ name: '未入力の事業', mark: 'new', rank: '3', amount: '' });
});

it('says what the other entries and 別紙掲載分 leave of the ceiling to the rows that can be written', async () => {
  const { owner } = database;
  const { rows: entries } = await owner.query(
    `SELECT sum(e.amount)::int AS sum, count(*) FILTER (WHERE e.amount IS NULL)::int AS blank FROM entry e
     JOIN fiscal_year y ON y.id = e.fiscal_year_id WHERE y.year = 2023 AND e.ward_id = $1 AND e.department_id <> $2`,
    [drafter.wardId, drafter.departmentId],
  );
  const limit = 20_000 - 100 - entries[0].sum;
  expect((await read())?.ceilings).toEqual([
    expect.objectContaining({ name: '区長自由経費', limit, isComplete: entries[0].blank === 0 }),
  ]);
});

it('keeps in their places, unwritable, what waits, is approved or stands in a closed year', async () => {
  expect(await save('drafter', '児童虐待', { amount: '4,960' })).toMatchObject({ ok: true });
  expect(await take('submit', 'drafter', '児童虐待')).toMatchObject({ ok: true });
  expect(await rows()).toContainEqual(['1-5', '児童虐待未然防止・早期発見強化事業', 'in_review', false]);
  expect(await take('withdraw', 'drafter', '不登校')).toMatchObject({ ok: true });
  expect((await rows()).map(([, name]) => name)).toEqual(['児童虐待未然防止・早期発見強化事業', '未入力の事業']);
  const closed = await read(drafter, 2022);
  expect(closed?.isOpen).toBe(false);
  expect(closed?.rows.map(({ isWritable }) => isWritable)).toEqual([false, false]);
  expect(closed?.ceilings).toEqual([]);
});

it('has nothing for who is of no 課, and of no other ward', async () => {
  expect(await read({ ...drafter, departmentId: null })).toBeUndefined();
  expect(await read(drafter, 2050)).toBeUndefined();
  const stranger = await actorOf(database.owner, 'taisho-admin');
  const strange = { ...stranger, roles: ['drafter' as const], departmentId: drafter.departmentId };
  expect(await read(strange)).toBeUndefined();
});

it('says of rows that are known what others have made of them, in two statements', async () => {
  const reader = readerOf(drafter, 'entry.edit');
  expect(await add('drafter', '動く事業', { amount: '5' })).toMatchObject({ ok: true });
  const known = (await read())?.rows
    .filter(({ isWritable }) => isWritable)
    .map(({ id, version, status }) => ({ id, version, status }));
  const changed = async () => {
    const { value, statements } = await interrupted(
      0,
      async () => undefined,
      () => getSheetNews(reader, { year: 2023, rows: known ?? [] }),
    );
    expect(statements).toBe(2);
    return (value?.rows ?? []).map(({ cells, isWritable, lastChange }) => [
      cells.name,
      cells.amount,
      isWritable,
      lastChange.isOwn,
    ]);
  };
  expect(known?.length).toBeGreaterThan(1);
  expect(await changed()).toEqual([]);
  expect(await save('drafter', '動く事業', { amount: '6' })).toMatchObject({ ok: true });
  expect(await changed()).toEqual([['動く事業', '6', true, true]]);
  const who = `UPDATE entry_step SET actor_id = (SELECT id FROM account WHERE login_id = 'drafter2')`;
  await database.owner.query(`ALTER TABLE entry_step DISABLE TRIGGER USER`);
  await database.owner.query(`${who} WHERE entry_id = (SELECT id FROM entry WHERE name = '動く事業')`);
  await database.owner.query(`ALTER TABLE entry_step ENABLE TRIGGER USER`);
  expect(await changed()).toEqual([['動く事業', '6', true, false]]);
  // A decision makes no version; neither does a move or the end of the year.
  const set = async (change: string) => database.owner.query(`UPDATE entry SET ${change} WHERE name = '動く事業'`);
  const [one] = known?.filter(({ version }) => version > 0) ?? [];
  await set("status = 'withdrawn'");
  expect(await changed()).toEqual([['動く事業', '6', false, false]]);
  await set(`status = 'draft', department_id = (SELECT id FROM department d WHERE d.ward_id = entry.ward_id
    AND d.id <> entry.department_id LIMIT 1)`);
  expect(await changed()).toEqual([['動く事業', '6', false, false]]);
  // Of a row that couldn't be written when it was known, in any case: pulled back or returned, it is of the same version.
  await set(`status = 'returned', department_id = '${drafter.departmentId}'`);
  const { rows: found } = await database.owner.query("SELECT id, version FROM entry WHERE name = '動く事業'");
  const { id, version } = found[0];
  const heardAt = async (knownVersion: number, status: EntryStatus) =>
    (await getSheetNews(reader, { year: 2023, rows: [{ id, version: knownVersion, status }] }))?.rows;
  expect(await heardAt(version, 'returned')).toEqual([]);
  // Submitted and returned between two askings.
  expect(await heardAt(version, 'draft')).toMatchObject([{ id, status: 'returned', isWritable: true }]);
  expect(await heardAt(0, 'returned')).toMatchObject([{ id, status: 'returned', isWritable: true }]);
  const year = (status: string) =>
    database.owner.query('UPDATE fiscal_year SET status = $1 WHERE year = 2023 AND ward_id = $2', [
      status,
      drafter.wardId,
    ]);
  await year('closed');
  expect((await changed()).map(([, , isWritable]) => isWritable)).toEqual(known?.map(() => false));
  await year('open');
  const stranger = await actorOf(database.owner, 'taisho-admin');
  const strange = readerOf({ ...stranger, roles: ['drafter'] }, 'entry.edit');
  expect(one && (await getSheetNews(strange, { year: 2023, rows: [one] }))?.rows).toEqual([]);
});

it('tells that there are other rows, and takes no save for that', async () => {
  const standing = async (of = drafter) =>
    (await getSheetNews(readerOf(of, 'entry.edit'), { year: 2023, rows: [] }))?.standing;
  const { owner } = database;
  const isAnother = async (change: () => Promise<unknown>) => {
    const before = (await read())?.standing;
    expect(await standing()).toBe(before);
    await change();
    return (await standing()) !== before;
  };
  const set = (change: string) => () => owner.query(`UPDATE entry SET ${change} WHERE name = '加わる事業'`);
  const other = 'SELECT id FROM department d WHERE d.ward_id = entry.ward_id AND d.id <> entry.department_id LIMIT 1';
  expect(await isAnother(() => add('drafter', '加わる事業', { amount: '5' }))).toBe(true);
  expect(await isAnother(() => save('drafter', '加わる事業', { amount: '6' }))).toBe(false);
  expect(await isAnother(() => take('submit', 'drafter', '加わる事業'))).toBe(true);
  expect(await isAnother(set('version = version + 1, steps = steps + 1'))).toBe(true);
  expect(await isAnother(set("status = 'withdrawn'"))).toBe(true);
  expect(await isAnother(set('version = version + 1, steps = steps + 1'))).toBe(false);
  expect(await isAnother(set("status = 'draft'"))).toBe(true);
  expect(await isAnother(set(`department_id = (${other})`))).toBe(true);
  expect(await standing({ ...drafter, departmentId: null })).not.toBe(await standing());
  expect(await getSheetNews(readerOf(drafter, 'entry.edit'), { year: 2050, rows: [] })).toBeUndefined();
});

it('takes six statements, however many rows there are', async () => {
  expect(
    (
      await interrupted(
        0,
        async () => undefined,
        () => read(),
      )
    ).statements,
  ).toBe(6);
  for (const name of ['二', '三', '四']) expect(await add('drafter', name)).toMatchObject({ ok: true });
  expect(
    (
      await interrupted(
        0,
        async () => undefined,
        () => read(),
      )
    ).statements,
  ).toBe(6);
});
