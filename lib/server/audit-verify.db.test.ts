import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, entryOf, saveInputOf } from '@/scripts/test-actors';
import { type TestDatabase, useTestDatabase } from '@/scripts/test-database';
import { verifyAudit } from './audit-verify';

let database: TestDatabase;
let entryId: string;

beforeAll(async () => {
  database = await useTestDatabase();
  const { saveEntry } = await import('./entries');
  const actor = await actorOf(database.owner, 'drafter');
  for (const summary of ['一', '二', '三']) {
    const entry = await entryOf(database.owner, '不登校');
    entryId = entry.id;
    expect(await saveEntry.execute({ actor, address: null }, saveInputOf(entry, { summary }))).toMatchObject({
      ok: true,
    });
  }
});
afterAll(() => database.drop());

/** As the owner with the triggers off, the way somebody with the database's own password would; undone afterwards. */
async function whenTampered(statement: string) {
  await database.owner.query('BEGIN');
  await database.owner.query('SET LOCAL session_replication_role = replica');
  const { rowCount } = await database.owner.query(statement, [entryId]);
  expect(rowCount).toBe(1);
  const found = await verifyAudit(database.owner);
  await database.owner.query('ROLLBACK');
  return found;
}

it('finds nothing in an untouched history', async () => {
  expect(await verifyAudit(database.owner)).toEqual([]);
});

it.each([
  ['a changed text', `snapshot = jsonb_set(snapshot, '{summary}', '"x"')`],
  ['a changed actor', `actor_name = 'x'`],
  ['a changed time', `at = at - interval '1 day'`],
  ['a reason slipped in', `reason = 'x'`],
])('finds %s', async (_, change) => {
  expect(await whenTampered(`UPDATE entry_revision SET ${change} WHERE entry_id = $1 AND version = 2`)).toMatchObject([
    { code: 'revision_changed', entryId, version: 2 },
  ]);
});

it('finds a changed row whose own hash was made to fit', async () => {
  const found = await whenTampered(`WITH changed AS (
      SELECT ward_id, id, revision_hash(jsonb_populate_record(r, '{"actor_name": "x"}'), prev_hash) AS hash
      FROM entry_revision r WHERE entry_id = $1 AND version = 2)
    UPDATE entry_revision r SET actor_name = 'x', hash = c.hash FROM changed c WHERE r.ward_id = c.ward_id AND r.id = c.id`);
  expect(found).toMatchObject([{ code: 'revision_changed', entryId, version: 3 }]);
});

it('finds a missing row', async () => {
  expect(await whenTampered('DELETE FROM entry_revision WHERE entry_id = $1 AND version = 2')).toMatchObject([
    { code: 'revision_missing', entryId, version: 2 },
  ]);
});

it('finds an entry whose content was changed past its history', async () => {
  for (const change of ['amount = 1', `status = 'approved'`, `summary = 'x'`]) {
    expect(await whenTampered(`UPDATE entry SET ${change} WHERE id = $1`)).toMatchObject([
      { code: 'entry_differs', entryId, version: 4 },
    ]);
  }
});

it('finds a missing last row', async () => {
  expect(await whenTampered('DELETE FROM entry_revision WHERE entry_id = $1 AND version = 4')).toMatchObject([
    { code: 'last_revision_missing', entryId, version: 4 },
  ]);
});
