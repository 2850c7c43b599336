import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataFolder } from '../test/launcher-harness';
import { freePort, type RunningPostgres, startPostgres } from './postgres';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-outside-'));
const data = new DataFolder();
let outside: RunningPostgres;

beforeAll(async () => {
  outside = await startPostgres(folder, { temporary: true });
  const client = new pg.Client(outside.url('postgres', 'postgres'));
  await client.connect();
  await client.query('CREATE DATABASE outside');
  await client.query(`CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`);
  await client.end();
});
afterAll(async () => {
  await data.remove();
  await outside.stop();
  rmSync(folder, { recursive: true, force: true });
});

const SETTINGS = { NEXTAUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: 'http://localhost:3000' };

async function startErrorWith(settings: Record<string, string>): Promise<string> {
  const launcher = await data.start(settings);
  expect(await launcher.ended()).toBe(1);
  return launcher.output();
}

it('refuses a port that is taken', async () => {
  const port = await freePort();
  const other = createServer((_, answer) => answer.end('other')).listen(port, '127.0.0.1');
  expect(await startErrorWith({ PORT: String(port) })).toContain(`ポート${port}を使えません`);
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('other');
  other.close();
});

it('refuses an outside database without a secret and an address, and tells which is missing', async () => {
  const DATABASE_URL = outside.url('postgres', 'outside');
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = SETTINGS;
  expect(await startErrorWith({ DATABASE_URL, NEXTAUTH_URL })).toContain('NEXTAUTH_SECRET も指定');
  expect(await startErrorWith({ DATABASE_URL, NEXTAUTH_SECRET })).toContain('NEXTAUTH_URL も指定');
});

it('refuses settings that can’t be right before it touches a database', async () => {
  const DATABASE_URL = outside.url('postgres', 'outside');
  expect(await startErrorWith({ DATABASE_URL: 'outside', ...SETTINGS })).toContain('DATABASE_URL が正しくありません');
  expect(await startErrorWith({ HOST: 'nowhere.invalid' })).toContain('HOST が正しくありません: nowhere.invalid');
  const wrong = { DATABASE_URL, ...SETTINGS, SESSION_IDLE_MINUTES: 'abc', SEED_DEMO: 'yes' };
  expect(await startErrorWith(wrong)).toMatch(/環境変数が正しくありません: .*SESSION_IDLE_MINUTES.*SEED_DEMO/);
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const tables = await client.query(`SELECT 1 FROM information_schema.tables WHERE table_schema = 'public'`);
  await client.end();
  expect(tables.rowCount).toBe(0);
});

it('tells an operator that a database is not prepared yet, or not there', () => {
  const create = ['user-create', '--ward', '271071', '--ward-name', '港区', '--login-id', 'admin', '--name', '管理者'];
  const run = (DATABASE_URL: string, args: string[]) =>
    spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'tools/run-tool', ...args], {
      env: { ...process.env, DATABASE_URL },
      encoding: 'utf8',
    });
  for (const args of [create, ['audit-verify']]) {
    const unprepared = run(outside.url('postgres', 'outside'), args);
    expect([unprepared.status, unprepared.stderr]).toEqual([
      1,
      'データベースの準備ができていません。先に npm start で起動してください。\n',
    ]);
    const absent = run(outside.url('postgres', 'absent'), args);
    expect([absent.status, absent.stderr]).toEqual([
      1,
      'データベースに接続できません（database "absent" does not exist）。DATABASE_URL を確認してください。\n',
    ]);
  }
});

it('refuses a database that is not UTF-8 and leaves it empty', async () => {
  const DATABASE_URL = outside.url('postgres', 'ascii');
  expect(await startErrorWith({ DATABASE_URL, ...SETTINGS })).toContain('文字コードがUTF8ではありません（SQL_ASCII）');
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const tables = await client.query(`SELECT 1 FROM information_schema.tables WHERE table_schema = 'public'`);
  await client.end();
  expect(tables.rowCount).toBe(0);
});

it('refuses a data folder of another version and leaves it as it is', async () => {
  const other = new DataFolder();
  const cluster = path.join(other.path, 'place', 'cluster');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');
  writeFileSync(path.join(other.path, 'postgres-location'), path.dirname(cluster));
  if (process.getuid?.() !== 0) {
    mkdirSync(path.join(other.path, 'cluster'));
    writeFileSync(path.join(other.path, 'cluster', 'PG_VERSION'), '17\n');
  }
  const launcher = await other.start();
  expect(await launcher.ended()).toBe(1);
  expect(launcher.output()).toContain('データベースの版（17）');
  expect(readdirSync(cluster)).toEqual(['PG_VERSION']);
  await other.remove();
});

const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount'];
const mayMount = spawnSync(OWN_MOUNTS[0] ?? '', [...OWN_MOUNTS.slice(1), 'true']).status === 0;

it.runIf(mayMount)('refuses a disk that is full before it writes to it', async () => {
  const small = new DataFolder();
  const script = `mount -t tmpfs -o size=50m tmpfs "$0" && mkdir "$0/place" && echo "$0/place" > "$0/postgres-location" &&
    "$@"; code=$?; ls "$0/place"; exit $code`;
  const launcher = await small.start({}, [...OWN_MOUNTS, 'sh', '-c', script, small.path]);
  expect(await launcher.ended()).toBe(1);
  expect(launcher.output()).toContain('ディスクの空き容量が足りません');
  expect(launcher.output()).not.toContain('cluster');
  await small.remove();
});

it('serves an outside database that one role owns, says so, and fills it with nothing', async () => {
  const DATABASE_URL = outside.url('postgres', 'outside');
  const launcher = await data.start({ DATABASE_URL, ...SETTINGS });
  await launcher.ready();
  expect(launcher.output()).toContain('所有者と同じ利用者で接続します');
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const { rows } = await client.query(
    'SELECT (SELECT count(*)::int FROM ward) AS wards, count(*)::int AS accounts FROM account',
  );
  await client.end();
  expect(rows).toEqual([{ wards: 0, accounts: 0 }]);
  expect(readdirSync(data.path).filter((name) => name.startsWith('demo-accounts'))).toEqual([]);
  launcher.child.kill('SIGTERM');
  expect(await launcher.ended()).toBe(0);
});

it('lists the demonstration accounts of the database that it serves, and no other’s', async () => {
  writeFileSync(path.join(data.path, 'demo-accounts.json'), JSON.stringify([{ loginId: 'embedded', password: '-' }]));
  const client = new pg.Client(outside.url('postgres', 'postgres'));
  await client.connect();
  await client.query('CREATE DATABASE shown');
  await client.end();
  const settings = { DATABASE_URL: outside.url('postgres', 'shown'), ...SETTINGS };
  for (const SEED_DEMO of ['true', '']) {
    const launcher = await data.start({ ...settings, SEED_DEMO });
    await launcher.ready();
    await launcher.says('終了するには');
    expect(launcher.output()).toMatch(/demo-accounts-\w+\.json/);
    expect(launcher.output()).toMatch(/^ {2}drafter /m);
    expect(launcher.output()).not.toContain('embedded');
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended()).toBe(0);
  }
});
