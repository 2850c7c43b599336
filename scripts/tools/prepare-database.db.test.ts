import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { isPasswordOf } from '@/lib/server/sign-in/passwords';
import { readMigrations } from '../migration/migrations';
import { testDatabase } from '../test/database';
import { commandOf } from '../test/script';

const database = testDatabase('template0');
const query = (text: string) => database.owner.query(text);

/** The program's files at another place, with one migration more: its script takes as long as a test wants. */
const place = mkdtempSync(path.join(tmpdir(), 'yosan-place-'));
const slow = path.join(place, 'prisma/migrations/99990101000000_slow');
const accounts = path.join(place, 'accounts.json');
cpSync('prisma', path.join(place, 'prisma'), { recursive: true });
mkdirSync(slow);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const takes = (seconds: number) =>
  writeFileSync(path.join(slow, 'migration.sql'), `CREATE TABLE slow (id int);\nSELECT pg_sleep(${seconds});\n`);

function start(): { child: ChildProcess; ended: Promise<number | null>; output: () => string } {
  const child = spawn(process.execPath, commandOf('prepare-database'), {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_OWNER_URL: database.ownerUrl,
      SEED_DEMO: '1',
      DEMO_ACCOUNTS_FILE: accounts,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { child, ended: new Promise((resolve) => child.on('close', resolve)), output: () => output };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const isMigrating = async () =>
  (await query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`))
    .rowCount === 1;

beforeEach(() => query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));

/** Whole, and its accounts open with what was written down for them. */
async function expectPrepared(): Promise<void> {
  const { rows } = await query('SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL');
  const names = readMigrations(path.join(place, 'prisma/migrations')).map(({ name }) => name);
  expect(rows.map(({ name }) => name)).toEqual(names);
  for (const { loginId, password } of JSON.parse(readFileSync(accounts, 'utf8'))) {
    const { rows: found } = await query(
      `SELECT password_hash AS "passwordHash" FROM account WHERE login_id = '${loginId}'`,
    );
    expect(await isPasswordOf(found[0], password)).toBe(true);
  }
}

it.each(['SIGINT', 'SIGKILL'] as const)('is repeated by the next start after %s in the middle', async (signal) => {
  takes(600);
  const broken = start();
  await until(isMigrating);
  broken.child.kill(signal);
  await broken.ended;
  const { rows } = await query(`SELECT to_regclass('_prisma_migrations') AS records, to_regclass('slow') AS slow`);
  expect(rows).toEqual([{ records: null, slow: null }]);

  takes(0);
  const started = performance.now();
  const next = start();
  expect([await next.ended, next.output()]).toEqual([0, expect.stringContaining('見本のデータを登録しました')]);
  expect(performance.now() - started).toBeLessThan(30_000);
  await expectPrepared();
});

it('two at once prepare one after the other', async () => {
  takes(4);
  const first = start();
  const second = start();
  expect([await first.ended, await second.ended]).toEqual([0, 0]);
  const said = [first.output(), second.output()];
  expect(said.filter((text) => text.includes('データベースを更新しました: 99990101000000_slow'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('見本のデータを登録しました'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('別のプログラムがデータベースを更新しています'))).toHaveLength(1);
  await expectPrepared();
});
