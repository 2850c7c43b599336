import { beforeAll, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import type { DocumentState } from '@/lib/domain/year/year-document';
import { getEntryListFrame, readEntryList } from '@/lib/server/entry/entry-list-queries';
import { getEntry } from '@/lib/server/entry/entry-queries';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { getDocument } from './document';

const database = testDatabase();
const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
let reader: Reader;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'document.read');
});

async function stateOf(year: number): Promise<DocumentState> {
  const found = await getDocument(reader, year);
  if (!found) throw new Error(`no document ${year}`);
  return found.state;
}

const inYear = (year: number) =>
  `fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = ${year} AND ward_id = (SELECT id FROM ward WHERE code = '271071'))`;

it('of a year with recorded totals alone prints them without the section of entries', async () => {
  const found = await getDocument(reader, 2021);
  expect(found?.state.hasTotalsOnly).toBe(true);
  expect(modelIn(found)?.sections.map(({ heading }) => heading)).toEqual(['【１ 区長（区ＣＭ）が関与する予算額】']);
  expect(JSON.stringify(modelIn(found))).not.toContain('該当する事業はありません');
  expect(modelIn(await getDocument(reader, 2022))?.sections).toHaveLength(2);
});

it('names what keeps the figures from being final, and nothing once it is mended', async () => {
  const seeded = await stateOf(2023);
  expect(seeded.blankAmounts).toHaveLength(5);
  expect(seeded).toMatchObject({ overCeilings: [], blankYears: [], unsettledYear: null, unknownLastYear: [] });

  await query(`UPDATE entry SET amount = 100, status = 'approved' WHERE ${inYear(2023)}`);
  await query(`UPDATE category_year SET annex_amount = 5, ceiling = 500 WHERE ${inYear(2023)}`);
  expect(await stateOf(2023)).toMatchObject({
    isDraft: false,
    blankAmounts: [],
    blankAnnexes: [],
    overCeilings: [{ name: '区長自由経費', over: 5 }],
  });

  await query(`UPDATE category_year SET ceiling = 505 WHERE ${inYear(2023)}`);
  await query(`UPDATE category_year SET recorded_total = NULL, annex_amount = NULL WHERE ${inYear(2022)}`);
  expect(await stateOf(2023)).toMatchObject({ overCeilings: [], blankYears: [2022] });
});

it.each([
  [`status = 'open'`, null, { year: 2022, hasUndecided: false }],
  [`status = 'open'`, `status = 'draft'`, { year: 2022, hasUndecided: true }],
  [`status = 'closed'`, null, null],
])('says whether last year can still change: %s, an entry %s', async (year, entry, unsettledYear) => {
  await query(`UPDATE fiscal_year SET ${year} WHERE year = 2022`);
  await query(`UPDATE entry SET ${entry ?? `status = 'approved'`} WHERE ${inYear(2022)}`);
  expect((await stateOf(2023)).unsettledYear).toEqual(unsettledYear);
  expect((await stateOf(2023)).isDraft).toBe(year === `status = 'open'`);
  const { rows: listed } = await readEntryList(reader, 2023, entryFilterOf({}));
  const shown = await getEntry(reader, 2023, listed.find(({ carried }) => carried === null)?.id ?? '');
  expect(shown?.lastYearSource).toBe(year === `status = 'open'` ? 'expected' : 'settled');
  expect((await getEntryListFrame(reader, 2023))?.lastIsOpen).toBe(year === `status = 'open'`);
});

it('a sum that is incomplete can be over the ceiling all the same; a year that is closed is not asked', async () => {
  await query(`UPDATE category_year SET annex_amount = NULL, ceiling = 499 WHERE ${inYear(2023)}`);
  expect(await stateOf(2023)).toMatchObject({ overCeilings: [{ over: 1 }] });
  await query(`UPDATE fiscal_year SET status = 'closed' WHERE year = 2023`);
  expect(await stateOf(2023)).toMatchObject({ overCeilings: [] });
});
