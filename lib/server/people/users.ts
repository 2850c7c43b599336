import 'server-only';
import type { Role } from '@/lib/domain/actor';
import {
  addMemberInput,
  addUserInput,
  editUserInput,
  INITIAL_PASSWORD_DAYS,
  type InitialPassword,
  widensRights,
} from '@/lib/domain/people/user';
import { fail, succeed } from '@/lib/domain/result';
import { type Db, newId, sql } from '@/lib/server/database/db';
import { withKnownUndecidable } from '@/lib/server/entry/undecidable-entries';
import { atLockedWard, type CommandContext, command } from '@/lib/server/gate/command';
import { recordAccountEvent } from '@/lib/server/gate/security-events';
import { changeOf, isUnchanged, recordAudit } from '@/lib/server/history/audit';
import { prepareInitialPassword } from '@/lib/server/sign-in/passwords';
import { loadMember } from './user-target';

/**
 * Whether the account is active and the ward would be left without an active administrator if the account weren't one any more.
 * For members that `loadMember` has locked with their wards.
 */
export async function isLastAdmin(tx: Db, accountId: string, wardId: string): Promise<boolean> {
  const left = await tx.first(sql`
    SELECT own.id FROM membership own JOIN account self ON self.id = own.account_id AND self.disabled_at IS NULL
    WHERE own.account_id = ${accountId} AND own.ward_id = ${wardId} AND 'admin' = ANY(own.roles)
      AND NOT EXISTS (
        SELECT other.id FROM membership other JOIN account a ON a.id = other.account_id AND a.disabled_at IS NULL
        WHERE other.ward_id = own.ward_id AND other.account_id <> own.account_id AND 'admin' = ANY(other.roles))`);
  return left !== undefined;
}

type Membership = { departmentId: string | null; roles: Role[] };

/** Locks the 課, so that it can't be retired meanwhile. */
async function isWrongDepartment({ tx, actor }: CommandContext, departmentId: string | null): Promise<boolean> {
  if (departmentId === null) return false;
  const found = await tx.first(sql`SELECT id FROM department
    WHERE ward_id = ${actor.wardId} AND id = ${departmentId} AND retired_at IS NULL FOR SHARE`);
  return found === undefined;
}

const wrongDepartment = () => fail('invalid_input', { departmentId: 'not_in_list' });

/** @returns the membership's id; undefined when the account is a member already. */
async function insertMembership(context: CommandContext, accountId: string, { departmentId, roles }: Membership) {
  const { tx, actor } = context;
  const id = newId();
  const added = await tx.run(sql`
    INSERT INTO membership (ward_id, id, account_id, department_id, roles)
    VALUES (${actor.wardId}, ${id}, ${accountId}, ${departmentId}, ${roles}) ON CONFLICT (ward_id, account_id) DO NOTHING`);
  if (added !== 1) return undefined;
  await recordAccountEvent(context, { kind: 'roles_changed', accountId, rolesAfter: roles });
  return id;
}

/** A new account of this ward. Its password is returned once and stored as a hash only. */
export const addUser = command({
  operation: 'user.add',
  input: addUserInput,
  prepare: prepareInitialPassword,
  load: atLockedWard,
  async run(context, _target, { loginId, name, departmentId, roles }, { password, hash }) {
    const { tx, actor } = context;
    if (await isWrongDepartment(context, departmentId)) return wrongDepartment();
    const accountId = newId();
    const added = await tx.run(sql`
      INSERT INTO account (id, login_id, name, password_hash, home_ward_id, initial_password_until)
      VALUES (${accountId}, ${loginId}, ${name}, ${hash}, ${actor.wardId},
        now() + make_interval(days => ${INITIAL_PASSWORD_DAYS}))
      ON CONFLICT (login_id) DO NOTHING`);
    if (added !== 1) {
      const isMember = await tx.first(sql`SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.ward_id = ${actor.wardId} AND a.login_id = ${loginId}`);
      return isMember ? fail('invalid_input', { loginId: 'already_used' }) : fail('already_exists');
    }
    const membershipId = await insertMembership(context, accountId, { departmentId, roles });
    if (!membershipId) return fail('conflict');
    const after = { loginId, name, departmentId, roles: roles.join() };
    await recordAudit(context, { subject: 'membership', subjectId: membershipId, after });
    return succeed<InitialPassword>({ membershipId, loginId, password });
  },
});

/** Another ward's account, named by its exact ID, becomes a member of this ward too. It keeps its home and password. */
export const addMember = command({
  operation: 'user.addMember',
  input: addMemberInput,
  load: atLockedWard,
  async run(context, _target, { loginId, departmentId, roles }) {
    if (await isWrongDepartment(context, departmentId)) return wrongDepartment();
    const account = await context.tx.first<{ id: string; name: string }>(
      sql`SELECT id, name FROM account WHERE login_id = ${loginId}`,
    );
    if (!account) return fail('not_found');
    const membershipId = await insertMembership(context, account.id, { departmentId, roles });
    if (!membershipId) return fail('invalid_input', { loginId: 'already_used' });
    const after = { loginId, name: account.name, departmentId, roles: roles.join() };
    await recordAudit(context, { subject: 'membership', subjectId: membershipId, after });
    return succeed({ membershipId });
  },
});

/** Name (by the home ward alone), 課 and roles. */
export const editUser = command({
  operation: 'user.edit',
  input: editUserInput,
  load: loadMember,
  async run(context, { row, homeWardId }, { membershipId, version, name, departmentId, roles, knownUndecidable }) {
    const { tx, actor } = context;
    const { accountId } = row;
    const before = { name: row.name, departmentId: row.departmentId, roles: row.roles.join() };
    const change = changeOf(before, { name, departmentId, roles: roles.join() });
    if (isUnchanged(change) && version === row.version) return succeed({ version });
    const isRenamed = name !== row.name;
    if (isRenamed && homeWardId !== actor.wardId) return fail('not_home_ward');
    if (accountId === actor.accountId && widensRights(row, { departmentId, roles })) {
      return fail((await isLastAdmin(tx, accountId, actor.wardId)) ? 'second_admin_first' : 'own_roles');
    }
    if (!roles.includes('admin') && (await isLastAdmin(tx, accountId, actor.wardId))) return fail('last_admin');
    if (departmentId !== row.departmentId && (await isWrongDepartment(context, departmentId))) return wrongDepartment();
    return withKnownUndecidable(context, { known: knownUndecidable, accountId }, async () => {
      // Before the change: it may take the very role that it is made in.
      await recordAudit(context, { subject: 'membership', subjectId: membershipId, ...change });
      const changed = await tx.run(sql`
        UPDATE membership SET department_id = ${departmentId}, roles = ${roles}, version = version + 1
        WHERE ward_id = ${actor.wardId} AND id = ${membershipId} AND version = ${version}`);
      if (changed !== 1) return fail('conflict');
      if (isRenamed) await tx.run(sql`UPDATE account SET name = ${name} WHERE id = ${accountId}`);
      if (change.after.roles !== undefined)
        await recordAccountEvent(context, {
          kind: 'roles_changed',
          accountId,
          rolesBefore: row.roles,
          rolesAfter: roles,
        });
      return succeed({ version: version + 1 });
    });
  },
});
