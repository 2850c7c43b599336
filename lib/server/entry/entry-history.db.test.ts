import { expect, it } from 'vitest';
import { listRevisions } from '@/lib/server/history/entry-history-queries';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { saveEntry } from './entries';
import { getEntry } from './entry-queries';

const database = testDatabase();

it('comes page by page, and every version is compared with the one before it, also across pages', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const { id } = await entryOf(database.owner, '不登校');
  for (let save = 2; save <= 41; save += 1) {
    const input = saveInputOf(await entryOf(database.owner, '不登校'), { amount: `${save}` });
    expect(await saveEntry.execute({ actor, address: null }, input)).toMatchObject({ ok: true });
  }
  const reader = readerOf(actor, 'entry.read');
  const entry = await getEntry(reader, 2023, id);
  if (!entry) throw new Error('no entry');
  expect(entry.revisions).toBe(41);
  const pages = await Promise.all([1, 2, 3, 4].map((page) => listRevisions(reader, entry, page)));
  expect(pages.map((page) => page.map(({ version }) => version))).toEqual([
    Array.from({ length: 20 }, (_, index) => 41 - index),
    Array.from({ length: 20 }, (_, index) => 21 - index),
    [1],
    [],
  ]);
  for (const { version, changes } of pages.flat().slice(0, -2))
    expect(changes).toEqual([{ kind: 'amount', field: 'amount', before: version - 1, after: version, difference: 1 }]);
  expect(pages[2]?.[0]?.changes).toEqual([]);
});

it('shows what a version did not know yet as blank', async () => {
  const reader = readerOf(await actorOf(database.owner, 'drafter'), 'entry.read');
  const { id } = await entryOf(database.owner, '児童虐待');
  const save = { ...saveInputOf(await entryOf(database.owner, '児童虐待')), innovation: '', amount: '' };
  expect(
    await saveEntry.execute({ actor: await actorOf(database.owner, 'drafter'), address: null }, save),
  ).toMatchObject({
    ok: true,
  });
  await database.owner.query('SET session_replication_role = replica');
  await database.owner.query(
    `UPDATE entry_step SET after = after - '{innovation,summary}'::text[] WHERE entry_id = $1 AND sequence = 1`,
    [id],
  );
  await database.owner.query(
    `UPDATE entry_step SET before = before - 'innovation' || '{}', after = after || jsonb_build_object('summary',
       (SELECT summary FROM entry WHERE id = $1)) WHERE entry_id = $1 AND sequence = 2`,
    [id],
  );
  await database.owner.query('RESET session_replication_role');
  const entry = await getEntry(reader, 2023, id);
  const [newest] = entry ? await listRevisions(reader, entry, 1) : [];
  expect(newest?.changes).toEqual([
    { kind: 'text', field: 'summary', parts: [{ kind: 'added', text: entry?.summary }] },
  ]);
});
