import { expect, it } from 'vitest';
import { SITTING_PAUSE } from '@/lib/domain/entry/entry-history-view';
import { countRevisions, listRevisions } from '@/lib/server/history/entry-history-queries';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
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
  const pages = await Promise.all([1, 2, 3, 4].map((page) => listRevisions(reader, entry, page, false)));
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

it('folds what one person saves in one sitting into one line, and nothing else', async () => {
  const drafter = await actorOf(database.owner, 'drafter');
  const reader = readerOf(drafter, 'entry.read');
  const name = '続けて保存する事業';
  expect(await entrySteps(database.owner).add('drafter', name)).toMatchObject({ ok: true });
  const { id } = await entryOf(database.owner, name);
  const save = async (changes: Record<string, unknown>) => {
    const input = saveInputOf(await entryOf(database.owner, name), changes);
    expect(await saveEntry.execute({ actor: drafter, address: null }, input)).toMatchObject({ ok: true });
  };
  const shown = async (isFolded?: boolean) => {
    const entry = await getEntry(reader, 2023, id);
    if (!entry) throw new Error('no entry');
    const revisions = await listRevisions(reader, entry, 1, isFolded);
    expect(await countRevisions(reader, entry, isFolded ?? true)).toBe(revisions.length);
    return revisions.map(({ firstVersion, version, changes }) => [
      firstVersion,
      version,
      changes.map(({ field }) => field),
    ]);
  };
  const pause = async (sequence: number, minutes: number) => {
    await database.owner.query('SET session_replication_role = replica');
    await database.owner.query(
      `UPDATE entry_step SET at = at - make_interval(mins => $3) WHERE entry_id = $1 AND sequence <= $2`,
      [id, sequence, minutes],
    );
    await database.owner.query('RESET session_replication_role');
  };
  await save({ amount: '11', innovation: '途中' });
  await save({ innovation: '途中の文' });
  await save({ amount: '12' });
  expect(await shown()).toEqual([
    [2, 4, ['amount', 'innovation']],
    [1, 1, []],
  ]);
  expect(await shown(false)).toHaveLength(4);
  // What came back to what it was is no change of the sitting.
  await save({ summary: '別の概要' });
  const before = await entryOf(database.owner, name);
  await pause(4, SITTING_PAUSE + 1);
  expect(await shown()).toEqual([
    [5, 5, ['summary']],
    [2, 4, ['amount', 'innovation']],
    [1, 1, []],
  ]);
  await save({ amount: '13' });
  await save({ amount: before.amount });
  expect((await shown())[0]).toEqual([5, 7, ['summary']]);
  await database.owner.query('SET session_replication_role = replica');
  await database.owner.query(
    `UPDATE entry_step SET actor_id = gen_random_uuid() WHERE entry_id = $1 AND sequence = 6`,
    [id],
  );
  await database.owner.query('RESET session_replication_role');
  expect((await shown()).map(([first, last]) => [first, last])).toEqual([
    [7, 7],
    [6, 6],
    [5, 5],
    [2, 4],
    [1, 1],
  ]);
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
