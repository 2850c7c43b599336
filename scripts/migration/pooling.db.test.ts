import { expect, it } from 'vitest';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { saveEntry } from '@/lib/server/entry/entries';
import { listEntries } from '@/lib/server/entry/entry-list-queries';
import { actorOf, entryOf, readerOf, saveInputOf } from '../test/actors';
import { testDatabase } from '../test/database';
import { startPgBouncer } from '../test/pgbouncer';
import { runScript } from '../test/script';
import { refuseSharedConnections } from './pooling';

const database = testDatabase('template0');
const owner = database.ownerUrl;
const app = process.env.DATABASE_URL ?? '';
const SHARED = 'の接続先は、接続を処理（トランザクション）ごとに使い回しています';

const prepare = (settings: Record<string, string>) =>
  runScript('prepare-database', [], { ...process.env, SEED_DEMO: '1', ...settings });

it('takes a connection to PostgreSQL itself', () => refuseSharedConnections(owner, 'DATABASE_URL'));

it.each([
  ['transaction', ''],
  ['transaction', 'server_round_robin = 1'],
  ['transaction', 'default_pool_size = 1'],
  ['statement', ''],
])('refuses a pooler that gives connections away after each %s %s', async (mode, more) => {
  const pooler = await startPgBouncer([owner, app], mode, more);
  try {
    await expect(refuseSharedConnections(pooler.at(owner), 'DATABASE_URL')).rejects.toThrow(`DATABASE_URL ${SHARED}`);
  } finally {
    await pooler.stop();
  }
});

it('refuses it at the start, for the owner before anything is touched, and for the app', async () => {
  const pooler = await startPgBouncer([owner, app], 'transaction');
  try {
    const owners = prepare({ DATABASE_URL: app, DATABASE_OWNER_URL: pooler.at(owner) });
    expect(owners).toEqual({ status: 1, output: expect.stringContaining(`DATABASE_OWNER_URL ${SHARED}`) });
    const { rows } = await database.owner.query(`SELECT to_regclass('_prisma_migrations') AS records`);
    expect(rows).toEqual([{ records: null }]);
    const apps = prepare({ DATABASE_URL: pooler.at(app), DATABASE_OWNER_URL: owner });
    expect(apps).toEqual({ status: 1, output: expect.stringContaining(`DATABASE_URL ${SHARED}`) });
  } finally {
    await pooler.stop();
  }
});

it('prepares and serves through a pooler that gives each connection its own', async () => {
  const pooler = await startPgBouncer([owner, app], 'session');
  try {
    process.env.DATABASE_URL = pooler.at(app);
    const prepared = prepare({ DATABASE_URL: pooler.at(app), DATABASE_OWNER_URL: pooler.at(owner) });
    expect(prepared).toEqual({ status: 0, output: expect.stringContaining('見本のデータを登録しました') });
    const actor = await actorOf(database.owner, 'drafter');
    for (const amount of ['1', '2', '3']) {
      const input = saveInputOf(await entryOf(database.owner, '不登校'), { amount });
      expect(await saveEntry.execute({ actor, address: null }, input)).toMatchObject({ ok: true });
    }
    const lists = Array.from({ length: 20 }, () => listEntries(readerOf(actor, 'entry.read'), 2023, entryFilterOf({})));
    for (const list of await Promise.all(lists)) expect(list).toHaveLength(5);
  } finally {
    await globalThis.yosanPool?.end();
    globalThis.yosanPool = undefined;
    await pooler.stop();
  }
});
