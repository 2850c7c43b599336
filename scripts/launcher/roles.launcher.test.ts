import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataFolder } from '../test/launcher-harness';
import { type RunningPostgres, startPostgres } from './postgres';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-roles-'));
const data = new DataFolder();
let outside: RunningPostgres;
let admin: pg.Client;

beforeAll(async () => {
  outside = await startPostgres(folder, { temporary: true });
  admin = new pg.Client(outside.url('postgres', 'postgres'));
  await admin.connect();
  await admin.query(`CREATE ROLE ward LOGIN PASSWORD 'ward'`);
  await admin.query('CREATE DATABASE outside OWNER ward');
});
afterAll(async () => {
  await data.remove();
  await admin.end();
  await outside.stop();
  rmSync(folder, { recursive: true, force: true });
});

const SETTINGS = { NEXTAUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: 'http://localhost:3000' };
const UNPROTECTED = '履歴の保護はトリガーだけになります';

async function started(owner?: string): Promise<string> {
  const launcher = await data.start({
    DATABASE_URL: urlOfWard(),
    ...(owner && { DATABASE_OWNER_URL: owner }),
    ...SETTINGS,
  });
  await launcher.ready();
  launcher.child.kill('SIGTERM');
  expect(await launcher.ended()).toBe(0);
  return launcher.output();
}

function urlOfWard(): string {
  const url = new URL(outside.url('postgres', 'outside'));
  return Object.assign(url, { username: 'ward', password: 'ward' }).href;
}

it('takes the tables over from the only role when another becomes the owner, and says when that protects nothing', async () => {
  const owner = outside.url('postgres', 'outside');
  expect(await started()).toContain(`所有者と同じ利用者で接続します。${UNPROTECTED}`);

  const split = await started(owner);
  expect(split).toContain('データベースの所有者を「ward」から');
  expect(split).not.toContain(UNPROTECTED);
  const ward = new pg.Client(urlOfWard());
  await ward.connect();
  await expect(ward.query('ALTER TABLE entry_step DISABLE TRIGGER USER')).rejects.toThrow(/must be owner/);
  await expect(ward.query('UPDATE entry_step SET version = version')).rejects.toThrow(/permission denied/);
  await ward.end();

  await admin.query('GRANT postgres TO ward');
  expect(await started(owner)).toContain(`利用者「ward」は、所有者と同じことができます。${UNPROTECTED}`);
});
