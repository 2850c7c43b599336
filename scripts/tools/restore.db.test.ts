import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { publishEdition } from '@/lib/server/edition/editions';
import { saveEntry } from '@/lib/server/entry/entries';
import { startSession } from '@/lib/server/gate/session';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { migrate } from '../migration/migrate';
import { readMigrations } from '../migration/migrations';
import { actorOf, allRows, entryOf, saveInputOf } from '../test/actors';
import { Backups } from '../test/backup-harness';
import { testDatabase } from '../test/database';
import { publishInputOf, publishWithoutReaders } from '../test/publish';
import { runScript } from '../test/script';

const database = testDatabase();
const backups = new Backups();
const whole = backups.file('quiet.gz');
beforeAll(async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const { rows } = await database.owner.query('SELECT password_hash FROM account WHERE id = $1', [actor.accountId]);
  await startSession({ accountId: actor.accountId, wardId: actor.wardId, passwordHash: rows[0].password_hash });
  const entry = await entryOf(database.owner, '不登校');
  expect(await saveEntry.execute({ actor, address: null }, saveInputOf(entry))).toMatchObject({ ok: true });
  const admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  const input = await publishInputOf(admin, 2022);
  expect(await publishEdition.execute({ actor: admin, address: null }, input)).toMatchObject({ ok: true });
  globalThis.yosanPrinting?.stop();
  await database.owner.query(`UPDATE entry SET summary = E'\\u2028\\\\N\\t改\\n行\\\\.\\r' WHERE name LIKE '%会館%'`);
  await database.owner.query(`ALTER DATABASE ${backups.source} SET datestyle = 'German, DMY'`);
  expect(backups.backup(whole)).toMatchObject({ status: 0 });
}, 60_000);

it('restores every row as it was, for its owner alone, without anybody’s session', async () => {
  expect((statSync(whole).mode & 0o777).toString(8)).toBe('600');
  await backups.emptyTarget();
  expect(backups.restore(whole)).toMatchObject({ status: 0 });
  const { _prisma_migrations: _, session: before, ...rows } = await allRows(database.owner);
  const { _prisma_migrations: __, session: after, ...restored } = await backups.onTarget(allRows);
  expect(restored).toEqual(rows);
  expect([before === '', after]).toEqual([false, '']);
  expect(rows.edition_file?.split('\n').length).toBeGreaterThan(10);
  const findings = await backups.onTarget(verifyAudit);
  expect(findings.filter(({ subject }) => subject === 'edition')).toEqual([]);
});

it('leaves the restored histories as protected as they were', async () => {
  await backups.onTarget(async (client) => {
    await client.query('SET ROLE yosan_app');
    await expect(client.query('UPDATE entry_step SET version = version')).rejects.toThrow(/permission denied/);
    await expect(client.query('SELECT FROM _prisma_migrations')).rejects.toThrow(/permission denied/);
    await client.query('SELECT FROM entry');
    await client.query('RESET ROLE');
    await expect(client.query('DELETE FROM entry_step')).rejects.toThrow(/append-only/);
    const keys = `SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`;
    expect((await client.query(keys)).rows).toEqual((await database.owner.query(keys)).rows);
    const triggers = `SELECT tgname, tgenabled, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 3, 1`;
    expect((await client.query(triggers)).rows).toEqual((await database.owner.query(triggers)).rows);
  });
});

it('refuses a database that has rows, and leaves them alone', async () => {
  const before = await backups.onTarget(allRows);
  const { status, output } = backups.restore(whole);
  expect([status, output]).toEqual([1, expect.stringContaining('データベースが空ではありません')]);
  expect(await backups.onTarget(allRows)).toEqual(before);

  await backups.emptyTarget();
  await backups.onTarget((client) => client.query('CREATE TABLE somebody_elses (id int)'));
  expect(backups.restore(whole)).toMatchObject({
    status: 1,
    output: expect.stringContaining('空ではありません'),
  });
  expect(Object.keys(await backups.onTarget(allRows))).toEqual(['somebody_elses']);
});

it('refuses a database without tables that has something else, which others may rely on', async () => {
  await backups.emptyTarget();
  await backups.onTarget((client) =>
    client.query(
      `CREATE TYPE public.kind AS ENUM ('one'); CREATE SCHEMA other; CREATE TABLE other.kept (kind public.kind)`,
    ),
  );
  const { status, output } = backups.restore(whole);
  expect([status, output]).toEqual([1, expect.stringContaining('データベースが空ではありません')]);
  await backups.onTarget((client) => client.query('SELECT kind FROM other.kept'));
});

it('takes a database that was prepared and not used', async () => {
  await backups.emptyTarget();
  expect(runScript('prepare-database', [], backups.settings(backups.target))).toMatchObject({ status: 0 });
  expect(backups.restore(whole)).toMatchObject({ status: 0 });
});

const text = () => gunzipSync(readFileSync(whole)).toString();
/** The same backup with another header and a last line that fits. */
function withHeader(change: (header: Record<string, unknown>) => object): Buffer {
  const [first = '', ...rest] = text().split('\n').slice(0, -2);
  const lines = `${[JSON.stringify(change(JSON.parse(first))), ...rest].join('\n')}\n`;
  return gzipSync(`${lines}${createHash('sha256').update(lines).digest('hex')}\n`);
}
it.each<[string, () => Buffer, string]>([
  ['one that was cut', () => readFileSync(whole).subarray(0, -20), '壊れています'],
  [
    'a newer program’s',
    () => withHeader((h) => ({ ...h, migrations: [...(h.migrations as string[]), '20991231000000_later'] })),
    'より新しい版のプログラムで作成されています（20991231000000_later）',
  ],
  [
    'one whose histories are others',
    () => withHeader((h) => ({ ...h, history: { ...(h.history as object), digest: '0'.repeat(64) } })),
    '要約値が、バックアップのものと違います',
  ],
  [
    'one that does not fit the tables',
    () => withHeader((h) => ({ ...h, tables: (h.tables as object[]).map((t) => ({ ...t, columns: ['id'] })) })),
    'extra data after last expected column',
  ],
])('refuses %s, and leaves the database empty', async (_, bytes, reason) => {
  await backups.emptyTarget();
  const wrong = backups.file('wrong.gz');
  writeFileSync(wrong, bytes());
  const { status, output } = backups.restore(wrong);
  expect([status, output]).toEqual([1, expect.stringContaining(reason)]);
  expect(await backups.onTarget(allRows)).toEqual({});
});

it('restores the backup of an older program into today’s tables', async () => {
  const older = `older_${process.pid}`;
  const file = backups.file('older.gz');
  await backups.admin.query(`CREATE DATABASE ${older}`);
  try {
    await migrate(backups.owner(older), undefined, readMigrations().slice(0, 2));
    await backups.on(older, async (owner) => {
      await owner.query(`INSERT INTO ward (id, code, name) VALUES (gen_random_uuid(), '271071', '港区')`);
      await owner.query(`INSERT INTO security_event (id, kind) VALUES (gen_random_uuid(), 'sign_in_failed')`);
    });
    expect(backups.backup(file, older)).toMatchObject({ status: 0 });
  } finally {
    await backups.admin.query(`DROP DATABASE ${older}`);
  }
  await backups.emptyTarget();
  expect(backups.restore(file)).toMatchObject({ status: 0 });
  await backups.onTarget(async (client) => {
    const { rows } = await client.query('SELECT w.name, s.kind, s.actor_id FROM ward w, security_event s');
    expect(rows).toEqual([{ name: '港区', kind: 'sign_in_failed', actor_id: null }]);
    const applied = 'SELECT count(*)::int AS count FROM _prisma_migrations';
    expect((await client.query(applied)).rows).toEqual((await database.owner.query(applied)).rows);
  });
});
