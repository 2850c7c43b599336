import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { disableUser, enableUser, endUserSessions, removeMembership, resetPassword } from './user-access';
import { getUser } from './user-queries';
import { addMember, addUser, editUser } from './users';

const database = testDatabase();
let admin: Actor;
let otherAdmin: Actor;
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const as = (actor: Actor) => ({ actor, address: '192.0.2.1' });

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  otherAdmin = await actorOf(database.owner, 'taisho-admin');
});

async function member(loginId: string, wardId = admin.wardId) {
  const [row] = await rows(
    `SELECT m.id AS "membershipId", m.version, a.name, coalesce(m.department_id::text, '') AS "departmentId", m.roles
     FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = $1 AND m.ward_id = $2`,
    [loginId, wardId],
  );
  return row;
}

async function create(loginId: string, roles: string[] = ['viewer']) {
  const result = await addUser.execute(as(admin), { loginId, name: `利用者 ${loginId}`, departmentId: '', roles });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const signedIn = (loginId: string, wardId: string) =>
  rows(
    `INSERT INTO session (id, ward_id, account_id) SELECT gen_random_uuid(), $2, id FROM account WHERE login_id = $1`,
    [loginId, wardId],
  );
const sessions = async (loginId: string) =>
  (await rows('SELECT s.id FROM session s JOIN account a ON a.id = s.account_id WHERE a.login_id = $1', [loginId]))
    .length;

describe('adding', () => {
  it('makes an account that must change its password, and audits it without one', async () => {
    const { password, membershipId } = await create('Ｓｔａｆｆ.1');
    const [account] = await rows(
      `SELECT must_change_password, is_demo, password_hash FROM account WHERE login_id = 'staff.1'`,
    );
    expect(account).toMatchObject({ must_change_password: true, is_demo: false });
    expect(account.password_hash).toMatch(/^\$argon2id\$/);
    const [audit] = await rows('SELECT operation, after::text FROM audit_event WHERE subject_id = $1', [membershipId]);
    expect(audit.operation).toBe('user.add');
    expect(audit.after).toContain('staff.1');
    expect(audit.after).not.toContain(password);
    expect(audit.after).not.toContain('argon2');
  });

  it('gives it a password that can be read aloud, for 14 days, and so does a reset', async () => {
    const readable = /^([a-km-np-z2-9]{4}-){2}[a-km-np-z2-9]{4}$/;
    const limits = `SELECT round(extract(epoch FROM initial_password_until - now()) / 86400)::int AS days
      FROM account WHERE login_id = 'staff.2'`;
    expect((await create('staff.2')).password).toMatch(readable);
    expect(await rows(limits)).toEqual([{ days: 14 }]);
    await rows(`UPDATE account SET initial_password_until = now() - interval '1 second' WHERE login_id = 'staff.2'`);
    const reset = await resetPassword.execute(as(admin), await member('staff.2'));
    expect(reset.ok && reset.value.password).toMatch(readable);
    expect(await rows(limits)).toEqual([{ days: 14 }]);
    const detail = await getUser(readerOf(admin, 'user.manage'), (await member('staff.2')).membershipId);
    expect(detail?.initialPasswordUntil).toBeInstanceOf(Date);
  });

  it.each([
    [{ loginId: 'a b' }, { loginId: 'login_id_form' }],
    [{ loginId: 'admin' }, { loginId: 'already_used' }],
    [{ roles: [] }, { roles: 'not_chosen' }],
    [{ roles: ['owner'] }, { roles: 'not_in_list' }],
    [{ roles: ['drafter'] }, { departmentId: 'department_required_for_drafter' }],
    [{ departmentId: '0197f000-0000-7000-8000-000000000000' }, { departmentId: 'not_in_list' }],
  ])('refuses %j', async (changes, fields) => {
    const input = { loginId: 'someone', name: '氏名', departmentId: '', roles: ['viewer'], ...changes };
    expect(await addUser.execute(as(admin), input)).toEqual({ ok: false, code: 'invalid_input', fields });
  });

  it('offers to take in an account of another ward, which stays there too', async () => {
    const input = { loginId: 'taisho-admin', name: '氏名', departmentId: '', roles: ['viewer'] };
    expect(await addUser.execute(as(admin), input)).toEqual({ ok: false, code: 'already_exists' });
    expect(await addMember.execute(as(admin), input)).toMatchObject({ ok: true });
    expect(await addMember.execute(as(admin), input)).toMatchObject({ fields: { loginId: 'already_used' } });
    expect(await addMember.execute(as(admin), { ...input, loginId: 'nobody' })).toMatchObject({ code: 'not_found' });
  });
});

describe('the home ward', () => {
  it.each([resetPassword, disableUser, enableUser])('alone may do %o', async (command) => {
    const guest = await member('taisho-admin');
    expect(await command.execute(as(admin), guest)).toEqual({ ok: false, code: 'not_home_ward' });
  });

  it('alone names the person; every ward decides on its own membership', async () => {
    const guest = await member('taisho-admin');
    expect(await editUser.execute(as(admin), { ...guest, name: '別の名前' })).toMatchObject({ code: 'not_home_ward' });
    expect(await editUser.execute(as(admin), { ...guest, roles: ['approver'] })).toMatchObject({ ok: true });
    await signedIn('taisho-admin', admin.wardId);
    await signedIn('taisho-admin', otherAdmin.wardId);
    expect(await removeMembership.execute(as(admin), await member('taisho-admin'))).toMatchObject({ ok: true });
    expect(await member('taisho-admin')).toBeUndefined();
    expect(await sessions('taisho-admin')).toBe(1);
  });

  it('disables its account also where another ward has no other administrator', async () => {
    await create('lent');
    await addMember.execute(as(otherAdmin), { loginId: 'lent', departmentId: '', roles: ['admin'] });
    const lent = await actorOf(database.owner, 'lent');
    const borrower = { ...lent, wardId: otherAdmin.wardId, roles: ['admin' as const] };
    const own = await member('taisho-admin', otherAdmin.wardId);
    expect(await editUser.execute(as(borrower), { ...own, roles: ['viewer'] })).toMatchObject({ ok: true });
    expect(await disableUser.execute(as(admin), await member('lent'))).toMatchObject({ ok: true });
    await database.owner.query("UPDATE membership SET roles = '{admin}' WHERE id = $1", [own.membershipId]);
  });

  it('takes back by its ID whom it has removed, and alone disables the account that lives on elsewhere', async () => {
    const gone = { loginId: 'gone', name: '氏名', departmentId: '', roles: ['viewer'] };
    await create('gone');
    await addMember.execute(as(otherAdmin), gone);
    expect(await removeMembership.execute(as(admin), await member('gone'))).toMatchObject({ ok: true });
    const guest = await member('gone', otherAdmin.wardId);
    expect(await disableUser.execute(as(otherAdmin), guest)).toMatchObject({ code: 'not_home_ward' });
    expect(await addUser.execute(as(admin), gone)).toMatchObject({ code: 'already_exists' });
    expect(await addMember.execute(as(admin), gone)).toMatchObject({ ok: true });
    expect(await disableUser.execute(as(admin), await member('gone'))).toMatchObject({ ok: true });
  });

  it('does not see members of another ward', async () => {
    const target = await member('viewer');
    for (const command of [editUser, resetPassword, disableUser, endUserSessions, removeMembership]) {
      expect(await command.execute(as(otherAdmin), target)).toEqual({ ok: false, code: 'not_found' });
    }
  });
});

describe('access', () => {
  it('ends sessions with the reset, and the new password must be changed', async () => {
    await signedIn('viewer', admin.wardId);
    const result = await resetPassword.execute(as(admin), await member('viewer'));
    expect(result).toMatchObject({ ok: true, value: { loginId: 'viewer' } });
    expect(await sessions('viewer')).toBe(0);
    const [account] = await rows(
      `SELECT must_change_password AND NOT is_demo AS must FROM account WHERE login_id = 'viewer'`,
    );
    expect(account).toEqual({ must: true });
    const revoked = await rows(
      `SELECT account_id, actor_id, address FROM security_event WHERE kind = 'session_revoked' AND ward_id = $1 ORDER BY at, id`,
      [admin.wardId],
    );
    const { accountId } = await actorOf(database.owner, 'viewer');
    expect(revoked.at(-1)).toEqual({ account_id: accountId, actor_id: admin.accountId, address: '192.0.2.1' });
  });

  it('counts, ends and records the sessions that are live alone', async () => {
    const { membershipId } = await create('idler');
    await signedIn('idler', admin.wardId);
    await rows(`UPDATE session SET last_seen_at = now() - interval '61 minutes'
      WHERE account_id = (SELECT id FROM account WHERE login_id = 'idler')`);
    await signedIn('idler', admin.wardId);
    expect(await getUser(readerOf(admin, 'user.manage'), membershipId)).toMatchObject({ sessionCount: 1 });
    expect(await endUserSessions.execute(as(admin), await member('idler'))).toMatchObject({ value: { count: 1 } });
    expect(await sessions('idler')).toBe(0);
    const recorded = await rows(
      `SELECT 1 FROM security_event e JOIN account a ON a.id = e.account_id
       WHERE e.kind = 'session_revoked' AND a.login_id = 'idler'`,
    );
    expect(recorded).toHaveLength(1);
  });

  it('is taken by disabling and given back by enabling', async () => {
    await create('leaver');
    await signedIn('leaver', admin.wardId);
    expect(await disableUser.execute(as(admin), await member('leaver'))).toMatchObject({ ok: true });
    expect(await sessions('leaver')).toBe(0);
    expect(await enableUser.execute(as(admin), await member('leaver'))).toMatchObject({ ok: true });
    const [account] = await rows(`SELECT disabled_at FROM account WHERE login_id = 'leaver'`);
    expect(account).toEqual({ disabled_at: null });
  });

  it('is not changed by someone who saw an older version', async () => {
    const seen = await member('leaver');
    expect(await editUser.execute(as(admin), { ...seen, roles: ['approver'] })).toMatchObject({ ok: true });
    for (const command of [editUser, disableUser, removeMembership, endUserSessions, resetPassword]) {
      expect(await command.execute(as(admin), seen)).toEqual({ ok: false, code: 'conflict' });
    }
  });
});

describe('the own rights', () => {
  const department = async () =>
    (await rows(`SELECT id FROM department WHERE ward_id = $1 AND name = '保健福祉課'`, [admin.wardId]))[0].id;

  it('are widened by nobody for themselves; the only administrator is told to add a second one first', async () => {
    const target = await member('admin');
    for (const change of [
      { roles: ['admin', 'approver'] },
      { roles: ['approver'] },
      { departmentId: '' },
      { departmentId: await department() },
      { departmentId: await department(), roles: ['admin', 'drafter'] },
    ]) {
      expect(await editUser.execute(as(admin), { ...target, ...change })).toEqual({
        ok: false,
        code: 'second_admin_first',
      });
    }
    await create('other.admin', ['admin']);
    const wanted = { ...target, roles: ['admin', 'approver'] };
    expect(await editUser.execute(as(admin), wanted)).toEqual({ ok: false, code: 'own_roles' });
    const other = await actorOf(database.owner, 'other.admin');
    expect(await editUser.execute(as(other), wanted)).toMatchObject({ ok: true });
  });

  it('are given up by anybody, and the name changed', async () => {
    const target = await member('admin');
    expect(target.roles).toEqual(['approver', 'admin']);
    expect(
      await editUser.execute(as(admin), { ...target, name: '新しい氏名', roles: ['admin', 'viewer'] }),
    ).toMatchObject({
      ok: true,
    });
    expect(await removeMembership.execute(as(admin), await member('other.admin'))).toMatchObject({ ok: true });
  });

  it('are not widened by being taken in once more, nor in another ward where one is no administrator', async () => {
    const self = { loginId: 'admin', departmentId: '', roles: ['approver'] };
    expect(await addMember.execute(as(admin), self)).toMatchObject({ fields: { loginId: 'already_used' } });
    expect(await addUser.execute(as(admin), { ...self, name: '氏名' })).toMatchObject({
      fields: { loginId: 'already_used' },
    });
    const abroad = { ...admin, wardId: otherAdmin.wardId };
    expect(await addMember.execute(as(abroad), self)).toEqual({ ok: false, code: 'signed_out' });
  });
});

describe('the last administrator', () => {
  it('can neither be demoted nor shut themselves out', async () => {
    const target = await member('admin');
    expect(await editUser.execute(as(admin), { ...target, roles: ['viewer'] })).toMatchObject({ code: 'last_admin' });
    for (const command of [resetPassword, disableUser, endUserSessions, removeMembership]) {
      expect(await command.execute(as(admin), target)).toMatchObject({ code: 'own_account' });
    }
  });

  it('stays when two administrators shut each other out at once', async () => {
    const names = ['second', 'third', 'fourth', 'fifth'];
    for (const name of names) await create(name, ['admin']);
    const everybody: unknown[] = [];
    const actors: Actor[] = [];
    for (const name of ['admin', ...names]) {
      everybody.push(await member(name));
      actors.push(await actorOf(database.owner, name));
    }
    const commands = [disableUser, removeMembership, disableUser, removeMembership, disableUser];
    const results = await Promise.all(
      commands.map((command, i) => command.execute(as(actors[(i + 1) % 5] ?? admin), everybody[i])),
    );
    const done = results.filter(({ ok }) => ok).length;
    expect(done).toBeGreaterThan(0);
    // Some are shut out before their own command is judged; the last one can't be.
    for (const result of results) if (!result.ok) expect(['last_admin', 'signed_out']).toContain(result.code);
    const left = await rows(
      `SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
      WHERE 'admin' = ANY(m.roles) AND a.disabled_at IS NULL AND m.ward_id = $1`,
      [admin.wardId],
    );
    expect(left).toHaveLength(5 - done);
    expect(left.length).toBeGreaterThan(0);
  });
});
