import { beforeAll, describe, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import { sumAmounts } from '@/lib/domain/amount';
import { type EntryListRow, entryFilterOf, listTotals } from '@/lib/domain/entry/entry-list';
import { categorySums, sumsBelow } from '@/lib/domain/year/category-sums';
import { sumOrNull } from '@/lib/domain/year/totals';
import { getDocument } from '@/lib/server/document/document';
import type { Reader } from '@/lib/server/gate/reading';
import { listCategoryTotals } from '@/lib/server/year/year-queries';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { addToLastYear } from '@/scripts/test/last-year';
import { entrySteps } from '@/scripts/test/steps';
import { readEntryList } from './entry-list-queries';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
const DONE = { ok: true };
const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
let reader: Reader;
let categories: string[];

async function list(query: Record<string, string> = {}) {
  const found = await readEntryList(reader, 2023, entryFilterOf(query));
  const sums = sumsBelow(categorySums(2023, found.figures, query.category ?? null), found.rows);
  return { ...found, sums };
}

const OF_YEAR = 'fiscal_year_id = (SELECT id FROM fiscal_year WHERE ward_id = $1 AND year = $2)';

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'entry.read');
  categories = (await listCategoryTotals(reader, 2023, 2023)).map(({ categoryId }) => categoryId);
  await query(`UPDATE entry SET amount = 1000 WHERE ward_id = $1 AND ${OF_YEAR}`, [reader.wardId, 2023]);
  await query(`UPDATE category_year SET annex_amount = 50000 WHERE ward_id = $1 AND ${OF_YEAR}`, [reader.wardId, 2023]);

  const { name: moved, categoryId: from } = await entryOf(database.owner, '不登校');
  expect(from).toBe(categories[0]);
  expect(await save('drafter', moved, { amount: '1000', categoryId: categories[1] })).toMatchObject(DONE);
  expect(await take('withdraw', 'drafter', '児童虐待')).toMatchObject(DONE);
  const late = { name: '後から追加した事業', amount: 300, categoryId: categories[1] };
  await addToLastYear(database.owner, reader.wardId, late);
  const former = { name: '続く事業', amount: 400, categoryId: categories[0] };
  const goesOn = await addToLastYear(database.owner, reader.wardId, former);
  const added = { amount: '70' };
  expect(await add('drafter', '新しい事業', { ...added, lastYear: 'new' })).toMatchObject(DONE);
  const typed = { lastYear: 'amount', recordedLastYearAmount: '60' };
  expect(await add('drafter', '別紙にあった事業', { ...added, ...typed })).toMatchObject(DONE);
  const linked = { lastYear: 'project', lastYearProjectId: goesOn };
  expect(await add('drafter', '改称した事業', { ...added, ...linked })).toMatchObject(DONE);
});

const shown = ({ name, number, carried, year, amount, lastYearAmount, lastYearMark }: EntryListRow) => ({
  name,
  number,
  carried,
  year,
  amount,
  lastYearAmount,
  lastYearMark,
});

describe('what no entry of its category shows has a row of its own', () => {
  it.each([
    ['不登校', [null, 'moved'], 'moved', 2023],
    ['児童虐待', ['dropped'], null, 2023],
    ['後から追加', ['unmatched'], null, 2022],
  ] as const)('%s', async (word, carried, mark, year) => {
    const found = (await list()).rows.filter((row) => row.name.includes(word));
    expect(found.map((row) => row.carried).sort()).toEqual([...carried].sort());
    const { amount, name } = await entryOf(database.owner, word, 2022);
    expect(found.map(shown)).toContainEqual({
      name,
      number: null,
      carried: carried.at(-1),
      year,
      amount: 0,
      lastYearAmount: Number(amount),
      lastYearMark: null,
    });
    const own = found.find((row) => row.carried === null);
    if (own) expect(own).toMatchObject({ lastYearMark: mark, lastYearAmount: 0, difference: own.amount });
  });

  it('the ones that people said something of have their own', async () => {
    const of = async (q: string) => (await list({ q })).rows.map((row) => [row.lastYearAmount, row.lastYearMark]);
    expect(await of('新しい事業')).toEqual([[0, 'new']]);
    expect(await of('別紙にあった事業')).toEqual([[60, null]]);
    expect(await of('改称した事業')).toEqual([[400, null]]);
    expect(await of('続く事業')).toEqual([]);
  });

  it('stands behind the entries of the category where the money was, and after all where rows are sorted by status', async () => {
    const first = (await list({ category: categories[0] ?? '' })).rows.map((row) => row.carried);
    expect(first.filter((carried) => carried !== null)).toHaveLength(2);
    expect(first.slice(-2)).not.toContain(null);
    const { rows } = await list({ sort: 'status' });
    expect(rows.slice(-3).map((row) => row.carried)).not.toContain(null);
  });

  it('is in no list by status, where an entry has its own amount of last year', async () => {
    for (const status of ['draft', 'withdrawn', 'undecided']) {
      const { rows } = await list({ status });
      expect(rows.filter((row) => row.carried !== null || row.lastYearMark === 'moved')).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});

describe.each(['recorded', 'added up'])('every column adds up, last year’s total is %s', (kind) => {
  beforeAll(async () => {
    if (kind === 'recorded') return;
    const change = `UPDATE category_year SET recorded_total = NULL WHERE ward_id = $1 AND ${OF_YEAR}`;
    await query(change, [reader.wardId, 2022]);
  });

  it.each([[0], [1], [0, 1]])('in the list of the categories %j', async (...places) => {
    const category = places.length === 1 ? { category: categories[places[0] ?? 0] ?? '' } : {};
    const { rows, sums } = await list(category);
    const add = (amounts: (number | null)[]) => sumOrNull(amounts);
    expect(sums.sums).toHaveLength(places.length);
    const columns = [
      [sums.total, rows.map((row) => row.amount), sums.sums.map((sum) => sum.annex)],
      [sums.lastTotal, rows.map((row) => row.lastYearAmount), sums.sums.map((sum) => sum.lastAnnex)],
      [sums.difference, rows.map((row) => row.difference), sums.sums.map((sum) => sum.annexDifference)],
    ] as const;
    for (const [total, ofRows, ofAnnexes] of columns) expect(add([...ofRows, ...ofAnnexes])).toBe(total);
    const lastYear = (await listCategoryTotals(reader, 2022, 2022)).filter(
      ({ categoryId }) => !category.category || categoryId === category.category,
    );
    expect(sums.lastTotal).toBe(add(lastYear.map(({ total }) => total)));
    expect(sums.lastTotal).toBeGreaterThan(0);
  });

  it('in a list that is filtered', async () => {
    const { rows } = await list({ q: '不登校' });
    const totals = listTotals(rows);
    expect(totals).toMatchObject({ total: 1000, difference: sumAmounts(rows.map((row) => row.difference ?? 0)) });
    expect(totals.lastTotal).toBe(Number((await entryOf(database.owner, '不登校', 2022)).amount));
  });
});

it('has the order of the document, also after an entry has moved to another category', async () => {
  const printed = modelIn(await getDocument(reader, 2023))
    ?.sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'entries' ? block.entries.map(({ name }) => name) : []));
  const priority = await query(`SELECT id FROM entry WHERE ward_id = $1 AND ${OF_YEAR} AND is_priority`, [
    reader.wardId,
    2023,
  ]);
  const ids = new Set(priority.map(({ id }) => id));
  const listed = (await list()).rows.filter(({ id, carried }) => carried === null && ids.has(id));
  expect(printed).toEqual(listed.map(({ name }) => name));
  expect(listed.at(-1)?.name).toContain('不登校');
});

it.each([3, 4])('is of one moment, whatever is committed before its statement %d', async (at) => {
  const read = () => readEntryList(reader, 2023, entryFilterOf({}));
  const before = await read();
  const change = () => query('UPDATE entry SET amount = coalesce(amount, 0) + 1');
  const { value: during, statements } = await interrupted(at, change, read);
  // BEGIN, the totals, the entries, COMMIT
  expect(statements).toBe(4);
  expect(during).toEqual(before);
  expect(await read()).not.toEqual(before);
});
