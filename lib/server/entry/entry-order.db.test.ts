import { beforeAll, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import type { Actor } from '@/lib/domain/actor';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { idsOf } from '@/lib/domain/entry/entry-order';
import { getDocument } from '@/lib/server/document/document';
import type { Reader } from '@/lib/server/gate/reading';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { listEntries } from './entry-list-queries';
import { orderEntries } from './entry-order';
import { getYearOrder } from './entry-order-queries';

const database = testDatabase();
const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
let admin: Actor;
let reader: Reader;
/** In the order of the seed, all of the first category. */
let [a, b, c, d, e]: string[] = [];
const names = new Map<string, string>();

/** Names that hold no figures print as they are. */
beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  reader = readerOf(admin, 'entries.order');
  const entries = (await order()).categories.flatMap((category) => category.entries);
  for (const [index, { id }] of entries.entries()) {
    const name = `${'甲乙丙丁戊'[index]}の事業`;
    names.set(id, name);
    await query(`UPDATE entry SET name = $1, is_priority = true WHERE id = $2`, [name, id]);
  }
  [a, b, c, d, e] = entries.map(({ id }) => id);
  expect(entries).toHaveLength(5);
});

async function order() {
  const found = await getYearOrder(reader, 2023);
  if (!found) throw new Error('no such year');
  return found;
}

const move = (id: string | undefined, category: string) =>
  query(
    `UPDATE entry e SET category_id = c.category_id FROM category_year c
     WHERE c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.name = $2 AND e.id = $1`,
    [id, category],
  );

const save = async (entryIds: (string | undefined)[]) =>
  orderEntries.execute({ actor: admin, address: null }, { year: 2023, version: (await order()).version, entryIds });

const listed = async () =>
  (await listEntries(reader, 2023, entryFilterOf({}))).filter(({ number }) => number).map(({ id }) => id);

const printed = async () =>
  modelIn(await getDocument(reader, 2023))
    ?.sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'entries' ? block.entries.map(({ name }) => name) : []));

async function expectOrder(ids: (string | undefined)[]): Promise<void> {
  expect(idsOf((await order()).categories)).toEqual(ids);
  expect(await listed()).toEqual(ids);
  expect(await printed()).toEqual(ids.map((id) => names.get(id ?? '')));
}

it('shows and saves the order that list and document have, category by category', async () => {
  await move(a, '区ＣＭ自由経費');
  await move(c, '区ＣＭ自由経費');
  await expectOrder([b, d, e, a, c]);
  expect((await order()).categories.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['区長自由経費', 3],
    ['区ＣＭ自由経費', 2],
  ]);
  expect(await save([b, e, d, c, a])).toMatchObject({ ok: true });
  await expectOrder([b, e, d, c, a]);
  const [row] = (await listAuditEvents(reader, null)).rows;
  expect(row?.changes).toEqual([
    {
      field: 'order',
      before: '1-2 丁の事業\n1-3 戊の事業\n2-1 甲の事業\n2-2 丙の事業',
      after: '1-2 戊の事業\n1-3 丁の事業\n2-1 丙の事業\n2-2 甲の事業',
    },
  ]);
});

it('takes no order that leaves the categories', async () => {
  const before = await query('SELECT id, sort_order FROM entry ORDER BY ward_id, id');
  const { version } = await order();
  for (const ids of [
    [c, b, e, d, a],
    [b, e, c, d, a],
    [c, a, b, e, d],
  ]) {
    expect(await save(ids)).toEqual({ ok: false, code: 'conflict' });
  }
  expect(await query('SELECT id, sort_order FROM entry ORDER BY ward_id, id')).toEqual(before);
  expect((await order()).version).toBe(version);
  await expectOrder([b, e, d, c, a]);
});

it('follows the categories when they change places, and an entry that is moved to another one', async () => {
  await query(`UPDATE category_year SET sort_order = -sort_order WHERE ward_id = $1`, [admin.wardId]);
  await expectOrder([c, a, b, e, d]);
  expect(await save([b, e, d, c, a])).toEqual({ ok: false, code: 'conflict' });
  expect(await save([a, c, b, e, d])).toMatchObject({ ok: true });
  await expectOrder([a, c, b, e, d]);
  await move(c, '区長自由経費');
  await expectOrder([a, c, b, e, d]);
  expect(await save([a, b, e, c, d])).toMatchObject({ ok: true });
  await expectOrder([a, b, e, c, d]);
});

it('is a thing of its own: neither it nor the texts of the year make the other’s version older', async () => {
  const settings = async () => {
    const found = await getYearSettings(readerOf(admin, 'year.manage'), 2023);
    if (!found) throw new Error('no such year');
    return found;
  };
  const { version, texts, lastChange } = await settings();
  const before = await order();
  expect(await save(idsOf(before.categories))).toMatchObject({ ok: true });
  expect(await settings()).toMatchObject({ version, lastChange });
  const input = { ...texts, deadline: '', year: 2023, version, mark: '資料４' };
  expect(await editDocumentTexts.execute({ actor: admin, address: null }, input)).toMatchObject({ ok: true });
  expect((await order()).version).toBe(before.version + 1);
});
