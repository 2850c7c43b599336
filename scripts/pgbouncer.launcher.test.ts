import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { send } from './bench/load.mjs';
import { signIn } from './bench/sign-in.mjs';
import { createDatabase } from './embedded-database.mjs';
import { DataFolder } from './launcher-harness';
import { type PgBouncer, startPgBouncer } from './pgbouncer';
import { freePort, type RunningPostgres, startPostgres } from './postgres.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-pooled-'));
const data = new DataFolder();
let postgres: RunningPostgres;
let pooler: PgBouncer | undefined;

beforeAll(async () => {
  postgres = await startPostgres(folder, { temporary: true });
  await createDatabase(postgres, 'pooled');
});
afterEach(async () => {
  await pooler?.stop();
  pooler = undefined;
});
afterAll(async () => {
  await data.remove();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function started(settings: Record<string, string>) {
  const port = String(await freePort());
  const url = { PORT: port, NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: 'x'.repeat(32), SEED_DEMO: '1' };
  return data.start({ ...url, ...settings });
}

it('refuses a pooler that shares connections, for the owner and for the app, and leaves the database as it is', async () => {
  for (const mode of ['transaction', 'statement']) {
    pooler = await startPgBouncer(postgres, mode);
    const owners = await started({ DATABASE_URL: pooler.url('postgres', 'pooled') });
    expect(await owners.ended()).toBe(1);
    expect(owners.output()).toContain('DATABASE_URL の接続先は、接続を処理（トランザクション）ごとに使い回しています');
    await pooler.stop();
  }
  const client = new pg.Client(postgres.url('postgres', 'pooled'));
  await client.connect();
  const { rowCount } = await client.query(`SELECT 1 FROM information_schema.tables WHERE table_schema = 'public'`);
  await client.end();
  expect(rowCount).toBe(0);

  pooler = await startPgBouncer(postgres, 'transaction');
  const apps = await started({
    DATABASE_URL: pooler.url('yosan_app', 'pooled'),
    DATABASE_OWNER_URL: postgres.url('postgres', 'pooled'),
  });
  expect(await apps.ended()).toBe(1);
  expect(apps.output()).toContain('DATABASE_URL の接続先は');
});

it('works through a pooler that gives each connection its own', async () => {
  pooler = await startPgBouncer(postgres, 'session');
  const launcher = await started({
    DATABASE_URL: pooler.url('yosan_app', 'pooled'),
    DATABASE_OWNER_URL: pooler.url('postgres', 'pooled'),
  });
  await launcher.ready();
  await launcher.says('終了するには');
  const [, loginId = '', password = ''] = /^ {2}(drafter) +(\S+)/m.exec(launcher.output()) ?? [];
  const cookie = await signIn(launcher.url, { loginId, password });
  for (let tries = 0; tries < 5; tries += 1) {
    const { status } = await send(`${launcher.url}/years/2023/entries`, { headers: { cookie } });
    expect(status).toBe(200);
  }
  launcher.child.kill('SIGTERM');
  expect(await launcher.ended()).toBe(0);
});
