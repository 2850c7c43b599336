import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from '../bench/load';
import { signIn } from '../bench/sign-in';
import { DataFolder } from '../test/launcher-harness';
import { type RunningPostgres, startPostgres } from './postgres';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-passwords-'));
const data = new DataFolder();
let outside: RunningPostgres;
let admin: pg.Client;

beforeAll(async () => {
  outside = await startPostgres(folder, { temporary: true });
  admin = new pg.Client(outside.url('postgres', 'postgres'));
  await admin.connect();
  await admin.query(`CREATE ROLE ward_owner LOGIN CREATEROLE PASSWORD 'first'`);
  await admin.query('CREATE DATABASE outside OWNER ward_owner');
});
afterAll(async () => {
  await data.remove();
  await admin.end();
  await outside.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Signs that mean something in an address, and letters that are no ASCII. */
const HARD = `p@ss:w/o?r#d%&'"\\ 予算＝￥１`;
const urlOf = (username: string, password: string) =>
  Object.assign(new URL(outside.url('postgres', 'outside')), { username, password: encodeURIComponent(password) }).href;
const settings = (owner: string, app: string) => ({
  DATABASE_OWNER_URL: urlOf('ward_owner', owner),
  DATABASE_URL: urlOf('ward_app', app),
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000',
});

async function healthWith(owner: string, app: string): Promise<{ health: number; output: string }> {
  const launcher = await data.start(settings(owner, app));
  await launcher.ready();
  const health = await fetch(`${launcher.url}/api/health`);
  launcher.child.kill('SIGTERM');
  await launcher.ended();
  return { health: health.status, output: launcher.output() };
}

async function errorWith(owner: string, app: string): Promise<string> {
  const launcher = await data.start(settings(owner, app));
  expect(await launcher.ended()).toBe(1);
  return launcher.output();
}

it('takes a new password of the app’s role, with any signs in it, and serves', async () => {
  expect((await healthWith('first', 'first')).output).toContain('利用者「ward_app」を作成しました');
  for (const password of [HARD, 'second']) {
    const { health, output } = await healthWith('first', password);
    expect([health, output]).toEqual([200, expect.stringContaining('利用者「ward_app」のパスワードを')]);
  }
  expect((await healthWith('first', 'second')).output).not.toContain('ward_app');
});

it('takes a new password of the owner that was set in the database', async () => {
  expect(await errorWith('new', 'second')).toContain('DATABASE_OWNER_URL を確認してください');
  await admin.query(`ALTER ROLE ward_owner PASSWORD 'new'`);
  expect((await healthWith('new', 'second')).health).toBe(200);
});

it('refuses to start where the owner may not set the password, or the role may not sign in', async () => {
  await admin.query('ALTER ROLE ward_owner NOCREATEROLE');
  expect(await errorWith('new', 'third')).toContain('パスワードを DATABASE_URL のものに変えてもらってください');
  expect((await healthWith('new', 'second')).health).toBe(200);
  await admin.query('ALTER ROLE ward_app NOLOGIN');
  expect(await errorWith('new', 'second')).toContain('利用者「ward_app」で接続できません');
  await admin.query('ALTER ROLE ward_app LOGIN');
  const broken = settings('new', 'second').DATABASE_URL.replace('second', '100%');
  const launcher = await data.start({ ...settings('new', 'second'), DATABASE_URL: broken });
  expect(await launcher.ended()).toBe(1);
  expect(launcher.output()).toContain('%25（%）');
});

it('ends every session with a new secret, and lets people sign in again', async () => {
  const embedded = new DataFolder();
  const first = await embedded.start();
  await first.ready();
  const [account] = JSON.parse(embedded.read('demo-accounts.json'));
  const cookie = await signIn(first.url, account);
  const ask = async (session: string) =>
    (await send(`${first.url}/api/years/2022/document/pdf`, { headers: { cookie: session } })).status;
  expect(await ask(cookie)).toBe(200);
  first.child.kill('SIGTERM');
  await first.ended();

  for (const name of ['session-secret', 'owner-password', 'app-password']) rmSync(path.join(embedded.path, name));
  const again = await embedded.start({ PORT: new URL(first.url).port });
  await again.ready();
  expect((await send(`${again.url}/api/health`)).status).toBe(200);
  expect(await ask(cookie)).toBe(401);
  expect(await ask(await signIn(again.url, account))).toBe(200);
  await embedded.remove();
});
