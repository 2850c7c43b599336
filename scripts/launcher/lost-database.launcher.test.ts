import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataFolder } from '../test/launcher-harness';
import { prepareEmbedded, urlsOf } from './embedded-database';
import { startPostgres } from './postgres';

let data: DataFolder;
beforeEach(() => {
  data = new DataFolder();
});
afterEach(() => data.remove());

/** As `npm start` does, without the program. */
async function open(work: (owner: pg.Client) => Promise<void> = async () => undefined): Promise<void> {
  const postgres = await startPostgres(data.path);
  try {
    await prepareEmbedded(postgres, data.path);
    const owner = new pg.Client(urlsOf(postgres).DATABASE_OWNER_URL);
    await owner.connect();
    await work(owner).finally(() => owner.end());
  } finally {
    await postgres.stop();
  }
}
const fill = (owner: pg.Client) => owner.query('CREATE TABLE kept AS SELECT 1').then(() => undefined);
const isKept = (owner: pg.Client) => owner.query('SELECT FROM kept').then(() => undefined);

it('never makes another database where one is missing, and goes on when it is back', async () => {
  await open(fill);
  const { cluster } = data;
  for (const put of [() => undefined, () => mkdirSync(cluster)]) {
    renameSync(cluster, `${cluster}.away`);
    put();
    await expect(open()).rejects.toThrow(`データベースが見つかりません: ${cluster}`);
    expect(existsSync(cluster) ? readdirSync(cluster) : []).toEqual([]);
    rmSync(cluster, { recursive: true, force: true });
    renameSync(`${cluster}.away`, cluster);
    await open(isKept);
  }
});

it('never makes another database in a cluster that has lost it', async () => {
  await open();
  const postgres = await startPostgres(data.path);
  const admin = new pg.Client(postgres.url('postgres', 'postgres'));
  await admin.connect();
  await admin.query('DROP DATABASE yosan').finally(() => admin.end());
  await postgres.stop();
  await expect(open()).rejects.toThrow(`データベースが見つかりません: ${data.cluster}（yosan）`);
});

it('knows by the accounts that it showed that there was one before there were marks', async () => {
  writeFileSync(path.join(data.path, 'demo-accounts.json'), '[]');
  await expect(open()).rejects.toThrow('データベースが見つかりません');
});

it('goes on with a first start that was interrupted at any point', async () => {
  await open(fill);
  rmSync(path.join(data.path, 'database-created'));
  await open(isKept);
  rmSync(path.join(data.path, 'database-created'));
  renameSync(data.cluster, `${data.cluster}.new`);
  await open(fill);
});

it('gives both roles new passwords when the files of the old ones are removed', async () => {
  await open(fill);
  const [owner, app] = [data.read('owner-password'), data.read('app-password')];
  for (const name of ['owner-password', 'app-password']) rmSync(path.join(data.path, name));
  await open(isKept);
  expect(data.read('owner-password')).not.toBe(owner);
  expect(data.read('app-password')).not.toBe(app);
});

it('says what to do about a password that is not the owner’s', async () => {
  await open();
  writeFileSync(path.join(data.path, 'owner-password'), 'another');
  await expect(open()).rejects.toThrow('owner-password が、データベースのパスワードと違います');
});
