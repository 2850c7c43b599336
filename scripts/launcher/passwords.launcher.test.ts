import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataFolder, prepareDatabase } from '../test/launcher-harness';
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

/** The server's way in. */
async function expectOpen(password: string): Promise<void> {
  const client = new pg.Client(urlOf('ward_app', password));
  await client.connect();
  expect((await client.query('SELECT count(*)::int AS wards FROM ward')).rows).toEqual([{ wards: 0 }]);
  await client.end();
}

const prepareWith = (owner: string, app: string) => prepareDatabase(settings(owner, app));
const done = (output: unknown = expect.anything()) => ({ status: 0, output });
const refused = (reason: string) => ({ status: 1, output: expect.stringContaining(reason) });

it('takes a new password of the app’s role, with any signs in it, and serves', async () => {
  expect(await prepareWith('first', 'first')).toEqual(
    done(expect.stringContaining('利用者「ward_app」を作成しました')),
  );
  const renewed = '利用者「ward_app」のパスワードを';
  const launcher = await data.start(settings('first', HARD));
  await launcher.ready();
  expect((await fetch(`${launcher.url}/api/health`)).status).toBe(200);
  launcher.child.kill('SIGTERM');
  await launcher.ended();
  expect(launcher.output()).toContain(renewed);
  expect(await prepareWith('first', 'second')).toEqual(done(expect.stringContaining(renewed)));
  expect(await prepareWith('first', 'second')).toEqual(done(expect.not.stringContaining('ward_app')));
  await expectOpen('second');
});

it('takes a new password of the owner that was set in the database', async () => {
  const launcher = await data.start(settings('new', 'second'));
  expect(await launcher.ended()).toBe(1);
  expect(launcher.output()).toContain('DATABASE_OWNER_URL を確認してください');
  await admin.query(`ALTER ROLE ward_owner PASSWORD 'new'`);
  expect(await prepareWith('new', 'second')).toEqual(done());
  await expectOpen('second');
});

it('refuses to start where the owner may not set the password, or the role may not sign in', async () => {
  await admin.query('ALTER ROLE ward_owner NOCREATEROLE');
  expect(await prepareWith('new', 'third')).toEqual(
    refused('パスワードを DATABASE_URL のものに変えてもらってください'),
  );
  expect(await prepareWith('new', 'second')).toEqual(done());
  await expectOpen('second');
  await admin.query('ALTER ROLE ward_app NOLOGIN');
  expect(await prepareWith('new', 'second')).toEqual(refused('利用者「ward_app」で接続できません'));
  await admin.query('ALTER ROLE ward_app LOGIN');
  const broken = settings('new', 'second').DATABASE_URL.replace('second', '100%');
  expect(await prepareDatabase({ ...settings('new', 'second'), DATABASE_URL: broken })).toEqual(refused('%25（%）'));
});
