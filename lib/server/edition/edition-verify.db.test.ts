import { beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { publishEdition } from './editions';

const database = testDatabase();
let id: string;

beforeAll(async () => {
  const admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  const published = await publishEdition.execute({ actor: admin, address: null }, await publishInputOf(admin, 2022));
  globalThis.yosanPrinting?.stop();
  expect(published.ok).toBe(true);
  id = (await database.owner.query('SELECT id FROM edition')).rows[0].id;
}, 60_000);

/** With the triggers off, the way somebody with the database's own password would; undone afterwards. */
async function whenTampered(...statements: string[]): Promise<string[]> {
  await database.owner.query('BEGIN');
  await database.owner.query('SET LOCAL session_replication_role = replica');
  for (const statement of statements) {
    const { rowCount } = await database.owner.query(statement);
    expect([statement, rowCount]).not.toEqual([statement, 0]);
  }
  const findings = await verifyAudit(database.owner);
  await database.owner.query('ROLLBACK');
  for (const finding of findings) expect(finding).toMatchObject({ wardCode: '271071', subject: 'edition' });
  return findings.map(({ code }) => code);
}

it('finds nothing in an edition as it was published', async () => {
  expect(await whenTampered('SELECT 1')).toEqual([]);
});

const TEXT = `format = 'txt' AND name LIKE '%_d1_%'`;
it.each([
  ['its number', ['UPDATE edition SET number = 2']],
  ['its kind', [`UPDATE edition SET kind = 'draft'`]],
  ['its reason', [`UPDATE edition SET reason = '別の理由'`]],
  ['its date', [`UPDATE edition SET published_at = published_at - interval '1 day'`]],
  ['who published it', [`UPDATE edition SET published_by = gen_random_uuid()`]],
  ['the name of who did', [`UPDATE edition SET publisher_name = '別の人'`]],
  [
    'the year that it is of',
    ['UPDATE edition e SET fiscal_year_id = y.id FROM fiscal_year y WHERE y.ward_id = e.ward_id AND y.year = 2021'],
  ],
  ['what was confirmed', [`UPDATE edition SET confirmed = '[]'`]],
  [
    'a model',
    [`UPDATE edition_document SET model = replace(model::text, '3,898', '3,899')::json WHERE kind = 'document'`],
  ],
  [
    'a model, with its hash made to fit',
    [
      `UPDATE edition_document SET model = replace(model::text, '3,898', '3,899')::json WHERE kind = 'document'`,
      `UPDATE edition_document SET model_sha256 = encode(sha256(convert_to(model::text, 'UTF8')), 'hex')`,
    ],
  ],
  ['the hash of a model', [`UPDATE edition_document SET model_sha256 = ''`]],
  ['the version of a template', ['UPDATE edition_document SET template_version = 2']],
  ['a file', [`UPDATE edition_file SET bytes = bytes || 'x'::bytea WHERE ${TEXT}`]],
  [
    'a file, with its hash made to fit',
    [
      `UPDATE edition_file SET bytes = bytes || 'x'::bytea, sha256 = encode(sha256(bytes || 'x'::bytea), 'hex') WHERE ${TEXT}`,
    ],
  ],
  ['the hash of a file', [`UPDATE edition_file SET sha256 = '' WHERE ${TEXT}`]],
  ['the name of a file', [`UPDATE edition_file SET name = 'x.txt' WHERE ${TEXT}`]],
  ['a file that is gone', [`DELETE FROM edition_file WHERE ${TEXT}`]],
  [
    'a file too many',
    [
      `INSERT INTO edition_file SELECT ward_id, gen_random_uuid(), document_id, 'x', name, bytes, sha256
    FROM edition_file WHERE ${TEXT}`,
    ],
  ],
  ['a document that is gone', [`DELETE FROM edition_document WHERE kind = 'annex'`]],
  ['an amount', ['UPDATE edition_entry SET amount = amount + 1']],
  ['an entry that is gone', [`DELETE FROM edition_entry WHERE name LIKE '%不登校%'`]],
  ['a category', [`UPDATE edition_category SET name = '別の名'`]],
  ['a category’s total', ['UPDATE edition_category SET recorded_total = NULL']],
])('finds that something was changed: %s', async (_, statements) => {
  expect(await whenTampered(...statements)).toEqual(['edition_differs']);
});

it('finds an edition that is gone, and one that nobody published', async () => {
  const parts = ['edition_file', 'edition_document', 'edition_entry', 'edition_category', 'edition'];
  expect(await whenTampered(...parts.map((table) => `DELETE FROM ${table}`))).toEqual(['edition_missing']);
  const planted = `INSERT INTO edition (ward_id, id, fiscal_year_id, number, kind, published_by, publisher_name)
    SELECT ward_id, gen_random_uuid(), fiscal_year_id, 2, 'first', published_by, publisher_name FROM edition WHERE id = '${id}'`;
  expect(await whenTampered(planted)).toEqual(['edition_unrecorded']);
});
