import { beforeAll, expect, it } from 'vitest';
import type { ListTable } from '@/lib/document/model';
import { modelIn } from '@/lib/document/test-input';
import type { Reader } from '@/lib/server/gate/reading';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { getDocument } from './document';

const database = testDatabase();
const query = async (text: string) => (await database.owner.query(text)).rows;
const IN_2023 = `fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`;
let reader: Reader;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'document.read');
});

/** By category: number, name, this year, last year, difference and 備考. */
async function listed(year: number): Promise<string[][][]> {
  const found = await getDocument(reader, year, 'annex');
  const lists = modelIn(found)?.sections.flatMap(({ blocks }) => blocks as ListTable[]) ?? [];
  return lists.map(({ rows }) =>
    rows.map(({ cells: [number, name, , ...rest] }) =>
      [number, name, ...rest].map((cell) => (typeof cell === 'object' ? cell.text : (cell ?? ''))),
    ),
  );
}

it('of 2022 lists the five entries of the document and what else its totals hold', async () => {
  const [mayor, manager, sums] = await listed(2022);
  expect(mayor).toEqual([
    ['1-1', '（仮称）区画整理記念・交流会館整備事業', '2,178,837', '450,882', '1,727,955', ''],
    ['1-2', '港区エリア別活性化プラン等の推進', '6,004', '6,013', '△9', ''],
    ['1-3', '産業振興・次世代人材育成支援事業', '1,632', '1,648', '△16', ''],
    ['1-4', '不登校児童生徒アウトリーチ型支援事業', '3,898', '3,592', '306', ''],
    ['1-5', '児童虐待未然防止・早期発見強化事業', '4,960', '4,899', '61', ''],
    ['', 'その他（別紙掲載分）', '301,846', '446,039', '△144,193', ''],
    ['', '小計', '2,497,177', '913,073', '1,584,104', ''],
  ]);
  expect(manager?.at(-1)).toEqual(['', '小計', '567,599', '591,742', '△24,143', '']);
  expect(sums?.at(-1)).toEqual(['', '港区役所予算', '3,064,776', '1,504,815', '1,559,961', '']);
});

it('of 2023 follows last year’s entries: into another category, to their end, and with their remarks', async () => {
  await query(`UPDATE entry SET amount = 10, status = 'approved' WHERE ${IN_2023}`);
  await query(`UPDATE category_year SET annex_amount = 0 WHERE ${IN_2023}`);
  await query(`UPDATE entry SET status = 'withdrawn' WHERE ${IN_2023} AND name LIKE '%児童虐待%'`);
  await query(`UPDATE entry SET remarks = '国の補助' WHERE ${IN_2023} AND name LIKE '%会館%'`);
  await query(`UPDATE entry e SET category_id = (SELECT category_id FROM category_year c WHERE c.ward_id = e.ward_id
    AND c.fiscal_year_id = e.fiscal_year_id AND c.category_id <> e.category_id LIMIT 1) WHERE ${IN_2023} AND name LIKE '%不登校%'`);
  const [mayor, manager, sums] = await listed(2023);
  expect(
    mayor?.map(([number, name, amount, lastYear, , remarks]) => [number, name, amount, lastYear, remarks]),
  ).toEqual([
    ['1-1', '（仮称）区画整理記念・交流会館整備事業', '10', '2,178,837', '国の補助'],
    ['1-2', '港区エリア別活性化プラン等の推進', '10', '6,004', ''],
    ['1-3', '産業振興・次世代人材育成支援事業', '10', '1,632', ''],
    ['', '不登校児童生徒アウトリーチ型支援事業', '0', '3,898', '移管'],
    ['', '児童虐待未然防止・早期発見強化事業', '0', '4,960', '廃止'],
    ['', 'その他（別紙掲載分）', '0', '301,846', ''],
    ['', '小計', '30', '2,497,177', ''],
  ]);
  expect(manager?.slice(0, 2)).toEqual([
    ['2-1', '不登校児童生徒アウトリーチ型支援事業', '10', '0', '10', '移管'],
    ['', 'その他（別紙掲載分）', '0', '567,599', '△567,599', ''],
  ]);
  expect(sums?.at(-1)).toEqual(['', '港区役所予算', '40', '3,064,776', '△3,064,736', '']);
});
