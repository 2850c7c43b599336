import { beforeAll, describe, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import type { Actor } from '@/lib/domain/actor';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { categorySums, sumsBelow } from '@/lib/domain/year/category-sums';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import { addEntry } from '@/lib/server/entry/entries';
import { moveEntries } from '@/lib/server/entry/entry-administration';
import { readEntryList } from '@/lib/server/entry/entry-list-queries';
import { getEntry } from '@/lib/server/entry/entry-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { BLANK_FORM } from '@/scripts/test/blank-form';
import { testDatabase } from '@/scripts/test/database';
import { addCategory, editCategory, endCategory } from './categories';
import { getYearSettings, listCategoryTotals } from './year-queries';

const database = testDatabase();
let admin: Actor;
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const as = (actor: Actor) => ({ actor, address: null });
const reader = () => readerOf(admin, 'year.manage');

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
});

async function category(name: string, year = 2023) {
  const settings = await getYearSettings(reader(), year);
  const found = settings?.categories.find((of) => of.name === name);
  if (!found) throw new Error(`no category ${name}`);
  return { ...found, former: settings?.former ?? [] };
}
const add = (name: string, continuedId = '', year = 2023) =>
  addCategory.execute(as(admin), { year, name, continuedId });
const end = async (name: string, year = 2023) => {
  const { id, version } = await category(name, year);
  return endCategory.execute(as(admin), { categoryYearId: id, version });
};
const edit = async (name: string, changes: object) => {
  const { id, version, explanation } = await category(name);
  const fields = { name, explanation, ceiling: '', annexAmount: '', ...changes };
  return editCategory.execute(as(admin), { categoryYearId: id, version, ...fields });
};

/** Entries of the category go to another one, as an administrator moves them. */
async function move(from: string, to: string, count = 100) {
  const [source, target] = [await category(from), await category(to)];
  const entries = await rows(
    `SELECT e.id AS "entryId", e.version FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE e.ward_id = $1 AND y.year = 2023 AND e.category_id = $2 LIMIT $3`,
    [admin.wardId, source.categoryId, count],
  );
  const input = { entries, knownUndecidable: [], categoryId: target.categoryId, reason: '整理' };
  expect(await moveEntries.execute(as(admin), input)).toMatchObject({ ok: true });
}

it('is added below the others, under a name of its own', async () => {
  expect(await add('地域経費')).toMatchObject({ ok: true });
  expect(await add('地域経費')).toMatchObject({ fields: { name: 'already_used' } });
  expect(await edit('地域経費', { name: '区長自由経費' })).toMatchObject({ fields: { name: 'already_used' } });
  expect((await getYearSettings(reader(), 2023))?.categories.map(({ name }) => name)).toEqual([
    '区長自由経費',
    '区ＣＭ自由経費',
    '地域経費',
  ]);
  expect(await add('経費', '', 2022)).toMatchObject({ code: 'year_closed' });
  expect(await add('経費', newId())).toMatchObject({ fields: { continuedId: 'not_in_list' } });
  // What went under that name before is another category.
  const formerId = newId();
  await rows('INSERT INTO category (ward_id, id) VALUES ($1, $2)', [admin.wardId, formerId]);
  await rows(
    `INSERT INTO category_year (ward_id, id, category_id, fiscal_year_id, name, explanation, sort_order, recorded_total)
     SELECT y.ward_id, $3, $2, y.id, '元の経費', '', 9, 5 FROM fiscal_year y WHERE y.ward_id = $1 AND y.year = 2021`,
    [admin.wardId, formerId, newId()],
  );
  expect(await add('元の経費')).toMatchObject({ fields: { continuedId: 'former_name' } });
  await rows(`DELETE FROM category_year WHERE category_id = $1`, [formerId]);
  const { categoryId } = await category('区長自由経費');
  expect(await add('経費', categoryId)).toMatchObject({ fields: { continuedId: 'not_in_list' } });
});

it('is added once, however many ask at the same time', async () => {
  const added = await Promise.all([add('一つの経費'), add('一つの経費')]);
  expect(added.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await end('一つの経費')).toMatchObject({ ok: true });
});

it('does not end while it holds entries or amounts', async () => {
  expect(await end('区長自由経費')).toMatchObject({ code: 'category_has_entries' });
  expect(await edit('地域経費', { annexAmount: '7' })).toMatchObject({ ok: true });
  expect(await end('地域経費')).toMatchObject({ code: 'category_has_amounts' });
  expect(await edit('地域経費', { ceiling: '9', annexAmount: '' })).toMatchObject({ ok: true });
  const { id, version } = await category('地域経費');
  const seen = { categoryYearId: id, version: version - 1 };
  expect(await endCategory.execute(as(admin), seen)).toMatchObject({ code: 'conflict' });
  await expect(category('地域経費')).resolves.toMatchObject({ ceiling: 9 });
});

it('takes no entry while it ends', async () => {
  const drafter = await actorOf(database.owner, 'drafter');
  for (let round = 0; round < 5; round += 1) {
    const name = `回る経費${round}`;
    await add(name);
    const { categoryId } = await category(name);
    const entry = { ...BLANK_FORM, year: 2023, entryId: newId(), name: '事業', categoryId, amount: '1' };
    const both = await Promise.all([end(name), addEntry.execute(as(drafter), entry)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    if (both[1].ok) await move(name, '地域経費');
    if (both[1].ok) expect(await end(name)).toMatchObject({ ok: true });
  }
});

describe('a category that ended', () => {
  const OWN = '区長自由経費';
  const CM = '区ＣＭ自由経費';
  let formerId: string;

  beforeAll(async () => {
    formerId = (await category(CM)).categoryId;
    for (const name of [OWN, '地域経費']) await edit(name, { annexAmount: '10' });
    await move(OWN, CM, 1);
    const [entry] = await rows(
      `UPDATE entry SET status = 'withdrawn' WHERE ward_id = $1 AND category_id = $2 AND fiscal_year_id IN
         (SELECT id FROM fiscal_year WHERE year = 2023) RETURNING id`,
      [admin.wardId, formerId],
    );
    expect(await end(CM)).toMatchObject({ code: 'category_has_entries' });
    expect((await category(CM)).entries).toEqual({ counted: 0, withdrawn: 1 });
    expect((await getEntry(readerOf(admin, 'entry.read'), 2023, entry.id))?.canMove).toBe(true);
    await move(CM, '地域経費');
  });

  it('keeps last year’s total in list, home and document, which add up', async () => {
    expect(await end(CM)).toMatchObject({ ok: true });
    const last = (await listCategoryTotals(reader(), 2022, 2022)).find(({ categoryId }) => categoryId === formerId);
    expect(last?.total).toBeGreaterThan(0);
    const home = categorySums(2023, await listCategoryTotals(reader(), 2018, 2023), null);
    expect(home.sums.at(-1)).toMatchObject({ id: formerId, order: null, total: 0, lastTotal: last?.total });
    expect(home.sums.reduce((sum, { lastTotal }) => sum + (lastTotal ?? 0), 0)).toBe(home.lastTotal);

    const { figures, rows: listed } = await readEntryList(reader(), 2023, entryFilterOf({}));
    const list = sumsBelow(categorySums(2023, figures, null), listed);
    const shown = listed.reduce((sum, { lastYearAmount }) => sum + (lastYearAmount ?? 0), 0);
    expect(list.sums.reduce((sum, { lastAnnex }) => sum + (lastAnnex ?? 0), shown)).toBe(home.lastTotal);

    const table = modelIn(await getDocument(reader(), 2023))?.sections[0]?.blocks[0];
    if (table?.kind !== 'amountTable') throw new Error('no table');
    const [total, ...parts] = table.rows.map(({ cells }) =>
      cells.slice(-2).map(({ amountThousandYen }) => amountThousandYen),
    );
    expect(parts.at(-1)).toEqual([last?.total, 0]);
    expect(parts.reduce((sum, [before]) => sum + (before ?? 0), 0)).toBe(total?.[0]);
    expect(total?.[0]).toBe(home.lastTotal);
  });

  it('can go on under another name, in one row with what it came to before', async () => {
    expect((await category(OWN)).former).toEqual([{ id: formerId, name: CM }]);
    expect(await add('区政経費', formerId)).toMatchObject({ ok: true });
    const { former, explanation } = await category('区政経費');
    expect(former).toEqual([]);
    expect(explanation).not.toBe('');
    const home = categorySums(2023, await listCategoryTotals(reader(), 2018, 2023), null);
    expect(home.sums.filter(({ id }) => id === formerId)).toMatchObject([{ name: '区政経費', order: 3 }]);
    expect(home.sums.reduce((sum, { lastTotal }) => sum + (lastTotal ?? 0), 0)).toBe(home.lastTotal);
  });

  it('is in the log by its name and year, which the settings follow from', async () => {
    const log = await rows(
      `SELECT operation, subject_name AS name, subject_year AS year, before->>'name' AS ended, after->>'continuedFrom' AS former
       FROM audit_event WHERE operation IN ('category.add', 'category.end') ORDER BY sequence DESC LIMIT 2`,
    );
    expect(log).toEqual([
      { operation: 'category.add', name: '区政経費', year: 2023, ended: null, former: CM },
      { operation: 'category.end', name: CM, year: 2023, ended: CM, former: null },
    ]);
    const found = (await verifyAudit(database.owner)).filter(({ subject }) => subject !== 'entry');
    expect(found).toEqual([]);
  });
});
