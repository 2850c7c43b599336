import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { type SecurityEventRow, securityFilterOf } from '@/lib/domain/history/security-event';
import { db } from '@/lib/server/database/db';
import {
  exportSecurityEvents,
  listSecurityEvents,
  listSecurityPeople,
} from '@/lib/server/history/security-event-queries';
import { disableUser, enableUser, removeMembership, resetPassword } from '@/lib/server/people/user-access';
import { addMember, addUser, editUser } from '@/lib/server/people/users';
import { hashPassword } from '@/lib/server/sign-in/passwords';
import { signIn } from '@/lib/server/sign-in/sign-in';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { countSecurityEvent, recordRefusal, recordSecurityEvent } from './security-events';

const database = testDatabase();
const PASSWORD = 'correct horse battery';
let admin: Actor;
let stranger: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  stranger = await actorOf(database.owner, 'taisho-admin');
  await database.owner.query('UPDATE account SET password_hash = $1', [await hashPassword(PASSWORD)]);
});
beforeEach(async () => {
  await database.owner.query(`ALTER TABLE security_event DISABLE TRIGGER ALL; TRUNCATE security_event, security_count,
    sign_in_throttle; ALTER TABLE security_event ENABLE TRIGGER ALL`);
});

const list = async (actor: Actor, query = {}): Promise<SecurityEventRow[]> =>
  (await listSecurityEvents(readerOf(actor, 'security.read'), securityFilterOf(query), null)).rows;
const kinds = async (actor: Actor, query = {}) => (await list(actor, query)).map(({ kind }) => kind);

const trySignIn = (loginId: string, password = 'wrong') => signIn(loginId, password, { address: '192.0.2.7' });

/** The tally's minute is over. */
const wait = () => database.owner.query(`UPDATE security_count SET written_at = now() - interval '61 seconds'`);

it('shows failures to the home ward of the account alone, and IDs of nobody to no ward', async () => {
  await trySignIn('taisho-admin');
  await trySignIn('nobody-at-all');
  await trySignIn('admin', PASSWORD);
  expect(await kinds(stranger)).toEqual(['sign_in_failed']);
  expect(await list(admin)).toMatchObject([{ kind: 'sign_in', loginId: 'admin', address: '192.0.2.7', count: 1 }]);
});

it('shows what an account at home did in another ward, and that ward sees it too', async () => {
  const added = { loginId: 'admin', departmentId: '', roles: ['viewer'] };
  expect(await addMember.execute({ actor: stranger, address: null }, added)).toMatchObject({ ok: true });
  const guest = { kind: 'sign_in' as const, wardId: stranger.wardId, accountId: admin.accountId };
  await recordSecurityEvent(db, { ...guest, loginId: null, address: null });
  expect(await kinds(admin)).toEqual(['sign_in', 'roles_changed']);
  expect(await kinds(stranger)).toEqual(['sign_in', 'roles_changed']);
  // A failure says nothing about the ward where it is a guest.
  await trySignIn('admin');
  expect(await kinds(stranger)).toEqual(['sign_in', 'roles_changed']);
  expect(await kinds(admin)).toEqual(['sign_in_failed', 'sign_in', 'roles_changed']);
});

it('counts attempts while locked: a row at once, then one a minute, and who looks sees them all', async () => {
  for (let n = 0; n < 5; n += 1) await trySignIn('viewer');
  expect(await kinds(admin, { kind: 'sign_in_locked' })).toEqual(['sign_in_locked']);
  const counts = async () => (await list(admin, { kind: 'attempt_while_locked' })).map(({ count }) => count);
  for (let n = 0; n < 30; n += 1) expect(await trySignIn('viewer', PASSWORD)).toMatch(/^locked/);
  await wait();
  await trySignIn('viewer');
  const { rows } = await database.owner.query(`SELECT count FROM security_event WHERE kind = 'attempt_while_locked'`);
  expect(rows).toEqual([{ count: 1 }, { count: 30 }]);
  await Promise.all(Array.from({ length: 10 }, () => trySignIn('viewer')));
  expect(await counts()).toEqual([10, 30, 1]);
  expect(await counts()).toEqual([10, 30, 1]);
});

it('writes down a flood of refused operations as few rows', async () => {
  const flood = (operation: string, code: 'forbidden' | 'not_found') =>
    Promise.all(Array.from({ length: 100 }, () => recordRefusal(admin, '192.0.2.9', operation, code)));
  await flood('entry.approve', 'forbidden');
  await flood('user.edit', 'not_found');
  expect(await list(admin)).toMatchObject([
    { kind: 'operation_refused', operation: 'user.edit', code: 'not_found', count: 99 },
    { kind: 'operation_refused', operation: 'user.edit', code: 'not_found', count: 1 },
    { kind: 'operation_refused', operation: 'entry.approve', code: 'forbidden', count: 99 },
    { kind: 'operation_refused', operation: 'entry.approve', code: 'forbidden', count: 1, loginId: 'admin' },
  ]);
  expect(await kinds(stranger)).toEqual([]);
});

it.each(['conflict', 'wrong_status', 'invalid_input'] as const)('takes %s for no refusal', async (code) => {
  await recordRefusal(admin, null, 'entry.edit', code);
  expect(await list(admin)).toEqual([]);
});

it('records every change of roles and passwords, in the words of its time', async () => {
  const request = { actor: admin, address: '192.0.2.1' };
  const made = await addUser.execute(request, {
    loginId: 'newcomer',
    name: '初めの名',
    departmentId: '',
    roles: ['viewer'],
  });
  if (!made.ok) throw new Error(made.code);
  const { membershipId } = made.value;
  const edited = { membershipId, departmentId: '', roles: ['viewer', 'approver'] };
  await editUser.execute(request, { ...edited, version: 1, name: '初めの名' });
  await editUser.execute(request, { ...edited, version: 2, name: '後の名' });
  expect(await resetPassword.execute(request, { membershipId, version: 3 })).toMatchObject({ ok: true });
  await disableUser.execute(request, { membershipId, version: 4 });
  await enableUser.execute(request, { membershipId, version: 5 });
  await removeMembership.execute(request, { membershipId, version: 6 });
  const rows = await list(admin);
  expect(rows).toMatchObject([
    { kind: 'roles_changed', operation: 'user.removeMembership', rolesAfter: [], accountName: '後の名' },
    { kind: 'account_enabled' },
    { kind: 'account_disabled' },
    { kind: 'password_reset', accountName: '後の名', actorName: admin.name, address: '192.0.2.1' },
    { kind: 'roles_changed', rolesBefore: ['viewer'], rolesAfter: ['approver', 'viewer'], accountName: '初めの名' },
    { kind: 'roles_changed', operation: 'user.add', rolesBefore: [], rolesAfter: ['viewer'], loginId: 'newcomer' },
  ]);
});

it('finds by kind, person and days in Japan', async () => {
  const add = (at: string, accountId: string, kind = 'sign_in') =>
    database.owner.query(
      `INSERT INTO security_event (id, ward_id, kind, account_id, at) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
      [admin.wardId, kind, accountId, at],
    );
  const { accountId: viewer } = await actorOf(database.owner, 'viewer');
  await add('2026-11-24T14:59:59Z', viewer);
  await add('2026-11-24T15:00:00Z', viewer);
  await add('2026-11-25T14:59:59Z', viewer, 'sign_out');
  await add('2026-11-25T15:00:00Z', admin.accountId);
  const day = { from: '2026-11-25', to: '2026-11-25' };
  expect(await kinds(admin, day)).toEqual(['sign_out', 'sign_in']);
  expect(await kinds(admin, { ...day, kind: 'sign_in' })).toEqual(['sign_in']);
  expect(await list(admin, { person: viewer })).toHaveLength(3);
  expect(await list(admin, { person: admin.accountId })).toHaveLength(1);
  for (const nonsense of [{ from: '2026-02-30' }, { to: 'x' }, { kind: "'" }, { person: '1' }])
    expect(await list(admin, nonsense)).toHaveLength(4);
});

it('pages and exports every row once, however many portions it takes', async () => {
  await database.owner.query(
    `INSERT INTO security_event (id, ward_id, kind, account_id) SELECT gen_random_uuid(), $1, 'sign_in', $2
     FROM generate_series(1, 120)`,
    [admin.wardId, admin.accountId],
  );
  const reader = readerOf(admin, 'security.read');
  const seen: string[] = [];
  let olderThan: string | null = null;
  do {
    const page = await listSecurityEvents(reader, securityFilterOf({}), olderThan);
    seen.push(...page.rows.map(({ id }) => id));
    olderThan = page.olderThan;
  } while (olderThan);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  const exported: string[] = [];
  for await (const rows of await exportSecurityEvents(reader, '192.0.2.1', securityFilterOf({}), 'すべて', 50))
    exported.push(...rows.map(({ id }) => id));
  expect(exported).toEqual(seen);
  const { rows: recorded } = await database.owner.query(
    `SELECT actor_id, after, address FROM audit_event WHERE operation = 'security.read'`,
  );
  expect(recorded).toEqual([
    { actor_id: admin.accountId, after: { format: 'csv', filter: 'すべて' }, address: '192.0.2.1' },
  ]);
  // Another ward's row is no place to go on from.
  const other = readerOf(stranger, 'security.read');
  expect((await listSecurityEvents(other, securityFilterOf({}), seen[0] ?? null)).rows).toEqual([]);
});

it('names members and accounts at home, nobody else', async () => {
  const names = (await listSecurityPeople(readerOf(stranger, 'security.read'))).map(({ name }) => name).join();
  expect(names).toContain('（taisho-admin）');
  expect(names).not.toContain('（viewer）');
});

it('counts for the account, whichever address it came from', async () => {
  const facts = { kind: 'attempt_while_locked' as const, wardId: null, accountId: admin.accountId };
  await countSecurityEvent({ ...facts, address: '192.0.2.1' });
  await countSecurityEvent({ ...facts, address: '192.0.2.2' });
  const rows = await list(admin);
  expect(rows.map(({ count, address }) => [count, address]).sort()).toEqual([
    [1, '192.0.2.1'],
    [1, '192.0.2.2'],
  ]);
});
