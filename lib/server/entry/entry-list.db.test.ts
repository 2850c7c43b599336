import { beforeAll, describe, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import { fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { getDocument } from '@/lib/server/document/document';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
import { listEntries } from './entry-list-queries';
import { getEntry } from './entry-queries';

const database = testDatabase();
const { add, save } = entrySteps(database.owner);
const DONE = { ok: true };
let reader: Reader;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'entry.read');
});

const found = async (q: string) => (await listEntries(reader, 2023, entryFilterOf({ q }))).map(({ name }) => name);

describe('the search', () => {
  it.each(fieldsWhere({ isSearched: true }))(
    'finds the new %s after a save, and the old one no more',
    async (field) => {
      const original = new Map(Object.entries(await entryOf(database.owner, '児童虐待')));
      expect(await save('drafter', '児童虐待', { [field]: '児童虐待とキリン' })).toMatchObject(DONE);
      expect(await found('きりん')).toHaveLength(1);
      expect(await save('drafter', '児童虐待', { [field]: '児童虐待とシマウマ' })).toMatchObject(DONE);
      expect(await found('ｼﾏｳﾏ')).toHaveLength(1);
      expect(await found('きりん')).toEqual([]);
      expect(await save('drafter', '児童虐待', { [field]: original.get(field) ?? '' })).toMatchObject(DONE);
    },
  );

  it('finds what was just added, by every word of it', async () => {
    expect(await add('drafter', '水辺の事業', { summary: '桟橋を直す', innovation: '釣り人と' })).toMatchObject(DONE);
    for (const q of ['水辺', '桟橋', '釣り人', '水辺　桟橋 釣り人']) expect(await found(q)).toEqual(['水辺の事業']);
    expect(await found('水辺 灯台')).toEqual([]);
  });
});

it('is filtered by 区分, which what was carried over from last year has none of', async () => {
  const of = async (mark: string) => (await listEntries(reader, 2023, entryFilterOf({ mark }))).map(({ name }) => name);
  expect(await add('drafter', '新しい事業', { mark: 'new' })).toMatchObject(DONE);
  expect(await of('new')).toEqual(['新しい事業']);
  expect(await of('ending')).toEqual([]);
});

/** Last year's amount wherever it is shown: in the list, on the entry and in the document. */
async function lastYearAmounts(id: string) {
  const row = (await listEntries(reader, 2023, entryFilterOf({}))).find((listed) => listed.id === id);
  const entry = await getEntry(reader, 2023, id);
  const printed = modelIn(await getDocument(reader, 2023))
    ?.sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'entries' ? block.entries : []))
    .find(({ heading }) => heading.name === `○${entry?.name}`);
  return { list: row?.lastYearAmount, entry: entry?.lastYearAmount, document: printed?.heading.figures[1] };
}

const set = (change: string, id: string) => database.owner.query(`UPDATE entry SET ${change} WHERE id = $1`, [id]);

describe("last year's amount", () => {
  it("is that of last year's entry of the same project, whatever is recorded or stands in other years", async () => {
    const { id } = await entryOf(database.owner, '不登校');
    const last = await entryOf(database.owner, '不登校', 2022);
    await set('recorded_last_year_amount = 7', id);
    await set('amount = 4321', last.id);
    const shown = { list: 4321, entry: 4321, document: '令和４年度予算額：4,321千円〉' };
    expect(await lastYearAmounts(id)).toEqual(shown);
    // The same project's entry of 2021 says nothing about the year before 2023.
    await database.owner.query(
      `INSERT INTO entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'amount', 1,
         'fiscal_year_id', (SELECT id FROM fiscal_year WHERE ward_id = e.ward_id AND year = 2021)))).*
       FROM entry e WHERE id = $1`,
      [last.id],
    );
    expect(await lastYearAmounts(id)).toEqual(shown);
  });

  it('is what is recorded where last year has no entry that counts', async () => {
    const { id } = await entryOf(database.owner, '不登校');
    const last = await entryOf(database.owner, '不登校', 2022);
    await set(`status = 'withdrawn'`, last.id);
    expect(await lastYearAmounts(id)).toEqual({ list: 7, entry: 7, document: '令和４年度予算額：7千円〉' });
    await set('recorded_last_year_amount = NULL', id);
    expect(await lastYearAmounts(id)).toEqual({ list: null, entry: null, document: '令和４年度予算額：－〉' });
  });
});
