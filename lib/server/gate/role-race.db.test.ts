import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveEntry } from '@/lib/server/entry/entries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { disableUser } from '@/lib/server/people/user-access';
import { addMember, addUser, editUser } from '@/lib/server/people/users';
import { openYear } from '@/lib/server/year/years';
import { actorOf, entryOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';

const database = testDatabase();
let people: { account_id: string; roles: string[]; department_id: string | null }[];
const query = (text: string, values: unknown[] = []) => database.owner.query(text, values);

beforeEach(async () => {
  people = (await query('SELECT account_id, roles, department_id FROM membership')).rows;
});
afterEach(async () => {
  await query('UPDATE account SET disabled_at = NULL');
  for (const { account_id, roles, department_id } of people)
    await query('UPDATE membership SET roles = $2, department_id = $3 WHERE account_id = $1', [
      account_id,
      roles,
      department_id,
    ]);
});

const LOSE_ROLE = "UPDATE membership SET roles = '{viewer}' WHERE account_id = $1";
const CHANGE_DEPARTMENT = `UPDATE membership m SET department_id = (SELECT id FROM department d
  WHERE d.ward_id = m.ward_id AND d.id <> m.department_id LIMIT 1) WHERE account_id = $1`;
const DISABLE = 'UPDATE account SET disabled_at = now() WHERE id = $1';

const memberOf = async (loginId: string) => {
  const { rows } = await query(
    `SELECT m.id AS "membershipId", m.version FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = $1`,
    [loginId],
  );
  return rows[0];
};
const COMMANDS = {
  'a save': {
    by: 'drafter',
    command: saveEntry,
    input: async () => saveInputOf(await entryOf(database.owner, '児童虐待'), { summary: '待った概要' }),
  },
  'opening a year': { by: 'admin', command: openYear, input: async () => ({ year: 2024 }) },
  'disabling a user': { by: 'admin', command: disableUser, input: () => memberOf('viewer') },
  'adding a user': {
    by: 'admin',
    command: addUser,
    input: async () => ({ loginId: 'shinsei', name: '新任', departmentId: '', roles: ['admin'] }),
  },
  'taking in a user': {
    by: 'admin',
    command: addMember,
    input: async () => ({ loginId: 'taisho-admin', departmentId: '', roles: ['admin'] }),
  },
  'changing a user': {
    by: 'admin',
    command: editUser,
    input: async () => ({
      ...(await memberOf('viewer')),
      name: '区役所 閲覧者',
      departmentId: '',
      roles: ['approver'],
    }),
  },
} as const;

const everything = async () => {
  const tables = ['entry', 'entry_step', 'fiscal_year', 'membership', 'account', 'audit_event'];
  return Promise.all(tables.map(async (table) => (await query(`SELECT * FROM ${table} ORDER BY id`)).rows));
};

const waiting = (statements: number) =>
  expect
    .poll(async () => {
      await query('SELECT pg_stat_clear_snapshot()');
      const found = await query(`SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      return found.rowCount;
    })
    .toBe(statements);

it.each([
  ['a save', 'loses the role', LOSE_ROLE, 'forbidden'],
  ['a save', 'changes the 課', CHANGE_DEPARTMENT, 'forbidden'],
  ['a save', 'is disabled', DISABLE, 'signed_out'],
  ['opening a year', 'loses the role', LOSE_ROLE, 'forbidden'],
  ['opening a year', 'is disabled', DISABLE, 'signed_out'],
  ['disabling a user', 'loses the role', LOSE_ROLE, 'forbidden'],
  ['disabling a user', 'is disabled', DISABLE, 'signed_out'],
  ['changing a user', 'loses the role', LOSE_ROLE, 'forbidden'],
  ['adding a user', 'loses the role', LOSE_ROLE, 'forbidden'],
  ['taking in a user', 'is disabled', DISABLE, 'signed_out'],
] as const)('refuses %s by somebody who %s while it waits', async (name, _, change, code) => {
  const { by, command, input } = COMMANDS[name];
  const actor = await actorOf(database.owner, by);
  const raw = await input();
  await query('BEGIN');
  await query('SELECT 1 FROM ward w JOIN fiscal_year y ON y.ward_id = w.id WHERE w.id = $1 FOR UPDATE', [actor.wardId]);
  await query(change, [actor.accountId]);
  const running = command.execute({ actor, address: null }, raw);
  await waiting(1);
  await query('COMMIT');
  const before = await everything();
  expect(await running).toMatchObject({ ok: false, code });
  expect(await everything()).toEqual(before);
});

it('gives entry and history one name when its actor is renamed while a save waits', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const raw = await COMMANDS['a save'].input();
  const other = new pg.Client(database.ownerUrl);
  await other.connect();
  await query('BEGIN');
  await query('SELECT 1 FROM entry WHERE id = $1 FOR UPDATE', [raw.entryId]);
  const saving = saveEntry.execute({ actor, address: null }, raw);
  await waiting(1);
  const renaming = other.query("UPDATE account SET name = '改姓した人' WHERE id = $1", [actor.accountId]);
  await Promise.race([renaming, waiting(2)]);
  await query('COMMIT');
  expect(await saving).toMatchObject({ ok: true });
  await renaming;
  await other.end();
  expect(await verifyAudit(database.owner)).toEqual([]);
});
