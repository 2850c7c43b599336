import { expect, it } from 'vitest';
import { saveEntry } from '@/lib/server/entry/entries';
import { actorOf, entryOf, saveInputOf } from '../test/actors';
import { testDatabase } from '../test/database';
import { runScript } from '../test/script';

const database = testDatabase();

async function save(summary: string): Promise<void> {
  const actor = await actorOf(database.owner, 'drafter');
  const input = saveInputOf(await entryOf(database.owner, '不登校'), { summary });
  expect(await saveEntry.execute({ actor, address: null }, input)).toMatchObject({ ok: true });
}

const DIGEST = /履歴の要約値: ([0-9a-f]{64})（事業(\d+)件、--until (\S+)）/;
const untilNow = () => ['--until', new Date().toISOString()];
const digestIn = (output: string) => DIGEST.exec(output)?.slice(1) ?? [];

it('prints one value for all histories, which later work leaves and a removed history changes', async () => {
  await save('一');
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl };
  const created = runScript('user-create', ['--ward', '271071', '--login-id', 'first', '--name', '初\u200b'], env);
  expect(created.status).toBe(0);
  expect((await database.owner.query(`SELECT name FROM account WHERE login_id = 'first'`)).rows).toEqual([
    { name: '初' },
  ]);
  const { status, output } = runScript('audit-verify', untilNow());
  expect([status, output]).toEqual([0, expect.stringContaining('履歴に異常はありません。')]);
  const [digest, chains, until] = digestIn(output) as [string, string, string];
  expect(chains).toBe('11');

  await save('二');
  expect(digestIn(runScript('audit-verify', ['--until', until]).output)).toEqual([digest, chains, until]);
  expect(digestIn(runScript('audit-verify', untilNow()).output)[0]).not.toBe(digest);

  // Nothing else knows of an entry that was taken over from a document.
  await database.owner.query('SET session_replication_role = replica');
  const { id } = await entryOf(database.owner, '会館', 2022);
  await database.owner.query('DELETE FROM entry_step WHERE entry_id = $1', [id]);
  await database.owner.query('DELETE FROM entry WHERE id = $1', [id]);
  const removed = runScript('audit-verify', ['--until', until]);
  expect(removed.status).toBe(0);
  expect(digestIn(removed.output)[1]).toBe('10');
  expect(digestIn(removed.output)[0]).not.toBe(digest);
});

it('says what was found where', async () => {
  const { id } = await entryOf(database.owner, '不登校');
  await database.owner.query('UPDATE entry SET ever_approved = true WHERE id = $1', [id]);
  const { status, output } = runScript('audit-verify');
  expect(status).toBe(1);
  expect(output).toContain(`事業の承認の有無が履歴と異なります: 区 271071 事業 ${id} 版 3\n1件の異常があります。`);
});

it('refuses a time that is none', () => {
  expect(runScript('audit-verify', ['--until', 'yesterday'])).toMatchObject({
    status: 1,
    output: expect.stringContaining('使い方'),
  });
});
