import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareDatabase } from '../test/launcher-harness';
import { type RunningPostgres, startPostgres } from './postgres';

const folder = mkdtempSync(path.join(tmpdir(), 'yosan-roles-'));
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
  await admin.end();
  await outside.stop();
  rmSync(folder, { recursive: true, force: true });
});

const UNPROTECTED = '履歴の保護はトリガーだけになります';

async function prepared(owner?: string): Promise<string> {
  const urls = { DATABASE_URL: urlOfWard(), ...(owner && { DATABASE_OWNER_URL: owner }) };
  const { status, output } = await prepareDatabase(urls);
  expect(status).toBe(0);
  return output;
}

function urlOfWard(): string {
  const url = new URL(outside.url('postgres', 'outside'));
  return Object.assign(url, { username: 'ward', password: 'ward' }).href;
}

it('takes the tables over from the only role when another becomes the owner, and says when that protects nothing', async () => {
  const owner = outside.url('postgres', 'outside');
  expect(await prepared()).toContain(`所有者と同じ利用者で接続します。${UNPROTECTED}`);

  const split = await prepared(owner);
  expect(split).toContain('データベースの所有者を「ward」から');
  expect(split).not.toContain(UNPROTECTED);
  const ward = new pg.Client(urlOfWard());
  await ward.connect();
  await expect(ward.query('ALTER TABLE entry_step DISABLE TRIGGER USER')).rejects.toThrow(/must be owner/);
  await expect(ward.query('UPDATE entry_step SET version = version')).rejects.toThrow(/permission denied/);
  await ward.end();

  await admin.query('GRANT postgres TO ward');
  expect(await prepared(owner)).toContain(`利用者「ward」は、所有者と同じことができます。${UNPROTECTED}`);
});
