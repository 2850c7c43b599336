import { beforeAll, expect, it } from 'vitest';
import { saveEntry } from '@/lib/server/entry/entries';
import { getEntry } from '@/lib/server/entry/entry-queries';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { listRevisions } from '@/lib/server/history/entry-history-queries';
import { listUsers } from '@/lib/server/people/user-queries';
import { signIn } from '@/lib/server/sign-in/sign-in';
import { seed } from '@/prisma/seed';
import { migrate } from '@/scripts/migration/migrate';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { runScript } from '@/scripts/test/script';
import { db, sql } from './db';

/** What an administrator of the database may have set for it, or for all of a server. */
const ODD = {
  DateStyle: 'German, DMY',
  IntervalStyle: 'iso_8601',
  TimeZone: 'America/St_Johns',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  search_path: 'elsewhere',
  default_transaction_isolation: 'serializable',
  client_encoding: 'LATIN1',
};

const database = testDatabase('template0');
let password: string;

beforeAll(async () => {
  const { rows } = await database.owner.query('SELECT current_database() AS name');
  await database.owner.query('CREATE SCHEMA elsewhere');
  for (const [name, value] of Object.entries(ODD))
    await database.owner.query(`ALTER DATABASE ${rows[0].name} SET ${name} = '${value}'`);
  await migrate(database.ownerUrl, 'yosan_app');
  password = (await seed(database.ownerUrl)).find(({ loginId }) => loginId === 'drafter')?.password ?? '';
});

it('is the same whatever the database has been told', async () => {
  const names = Object.keys(ODD).filter((name) => name !== 'client_encoding');
  const settings = await db.rows<{ name: string; value: string; odd: string }>(
    sql`SELECT name, setting AS value, reset_val AS odd FROM pg_settings WHERE name = ANY (${names})`,
  );
  expect(settings).toHaveLength(names.length);
  for (const { name, value, odd } of settings) expect(value, name).not.toBe(odd);
  const limits = await db.first(sql`SELECT current_setting('statement_timeout') AS statement,
    current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('client_encoding') AS encoding`);
  expect(limits).toEqual({ statement: '15s', idle: '30s', encoding: 'UTF8' });
});

it('signs in, saves and reads the same times', async () => {
  expect(await signIn('drafter', password, { address: null })).toMatchObject({ wardId: expect.any(String) });
  const actor = await actorOf(database.owner, 'drafter');
  const entry = await entryOf(database.owner, '不登校');
  const saved = await saveEntry.execute({ actor, address: null }, saveInputOf(entry, { summary: '概要\\1、〜𠮷' }));
  expect(saved).toMatchObject({ ok: true });
  const { rows } = await database.owner.query('SELECT at FROM entry_step WHERE entry_id = $1 AND sequence = 2', [
    entry.id,
  ]);
  const reader = readerOf(await actorOf(database.owner, 'admin'), 'audit.read');
  const view = await getEntry(reader, 2023, entry.id);
  expect(view).toMatchObject({ summary: '概要\\1、〜𠮷' });
  if (!view) throw new Error('no entry');
  expect((await listRevisions(reader, view, 1))[0]).toMatchObject({ at: rows[0].at.toISOString() });
  expect((await listAuditEvents(reader, null)).rows[0]).toMatchObject({ at: rows[0].at });
  const users = await listUsers(reader);
  expect(users.find(({ loginId }) => loginId === 'drafter')?.lastSignInAt?.getTime()).toBeGreaterThan(
    Date.now() - 600_000,
  );
});

it.each([
  ['audit-verify', '履歴に異常はありません。'],
  ['user-create --ward 271071 --login-id another-admin --name 予算管理者', '予算管理者を作成しました。'],
])('serves operators: %s', (command, says) => {
  const [name = '', ...args] = command.split(' ');
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl };
  expect(runScript(name, args, env)).toEqual({ status: 0, output: expect.stringContaining(says) });
});

it('lets the app’s role make no administrator, and says what is missing', async () => {
  const args = ['--ward', '271071', '--login-id', 'slipped-in', '--name', '予算管理者'];
  expect(runScript('user-create', args)).toEqual({ status: 1, output: expect.stringContaining('DATABASE_OWNER_URL') });
  const { rows } = await database.owner.query(`SELECT FROM account WHERE login_id = 'slipped-in'`);
  expect(rows).toEqual([]);
});
