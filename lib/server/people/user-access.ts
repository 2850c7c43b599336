import 'server-only';
import { INITIAL_PASSWORD_DAYS, type InitialPassword, type UserAction, userInput } from '@/lib/domain/people/user';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { sql } from '@/lib/server/database/db';
import { withKnownUndecidable } from '@/lib/server/entry/undecidable-entries';
import { type CommandContext, command } from '@/lib/server/gate/command';
import { recordAccountEvent } from '@/lib/server/gate/security-events';
import { recordAudit } from '@/lib/server/history/audit';
import { prepareInitialPassword } from '@/lib/server/sign-in/passwords';
import { claimMember, loadMember, type MemberRow, revokeSessions } from './user-target';
import { isLastAdmin } from './users';

/**
 * What the five below share: the member is found, the version that the administrator saw is claimed, the change is audited, and
 * no entry is left to nobody unknown.
 */
const userCommand = <Output, Prepared = undefined>(
  action: UserAction,
  run: (context: CommandContext, row: MemberRow, prepared: Prepared) => Promise<Result<Output>>,
  prepare?: () => Promise<Result<Prepared>>,
) =>
  command({
    operation: `user.${action}`,
    input: userInput,
    ...(prepare && { prepare }),
    load: loadMember,
    async run(context, { row }, expected, prepared: Prepared) {
      if ((await claimMember(context.tx, context.actor.wardId, expected)) !== 1) return fail('conflict');
      const aim = { known: expected.knownUndecidable, accountId: row.accountId };
      return withKnownUndecidable(context, aim, () => run(context, row, prepared));
    },
  });

const audit = (context: CommandContext, row: MemberRow, change: { before?: object; after?: object } = {}) =>
  recordAudit(context, { subject: 'membership', subjectId: row.membershipId, ...change });

/** A new initial password, shown once. Whoever is signed in with the old one is signed out. */
export const resetPassword = userCommand(
  'resetPassword',
  async (context, row, { password, hash }: { password: string; hash: string }) => {
    const { accountId, membershipId, loginId } = row;
    await context.tx.run(sql`UPDATE account SET password_hash = ${hash}, must_change_password = true, is_demo = false,
        initial_password_until = now() + make_interval(days => ${INITIAL_PASSWORD_DAYS})
      WHERE id = ${accountId}`);
    await context.tx.run(sql`DELETE FROM sign_in_throttle
      WHERE (kind, key) IN (('login', ${loginId}), ('password', ${accountId}))`);
    await revokeSessions(context, { accountId });
    await recordAccountEvent(context, { kind: 'password_reset', accountId });
    await audit(context, row);
    return succeed<InitialPassword>({ membershipId, loginId, password });
  },
  prepareInitialPassword,
);

export const endUserSessions = userCommand('endSessions', async (context, row) => {
  const count = await revokeSessions(context, { accountId: row.accountId, wardId: context.actor.wardId });
  await audit(context, row);
  return succeed({ count });
});

/** The home ward's alone to decide, also where another ward has made the account its only administrator. */
export const disableUser = userCommand('disable', async (context, row) => {
  const { accountId } = row;
  if (row.isDisabled) return fail('conflict');
  if (await isLastAdmin(context.tx, accountId, context.actor.wardId)) return fail('last_admin');
  await context.tx.run(sql`UPDATE account SET disabled_at = now() WHERE id = ${accountId} AND disabled_at IS NULL`);
  await revokeSessions(context, { accountId });
  await recordAccountEvent(context, { kind: 'account_disabled', accountId });
  await audit(context, row, { before: { isDisabled: false }, after: { isDisabled: true } });
  return succeed(undefined);
});

export const enableUser = userCommand('enable', async (context, row) => {
  await context.tx.run(sql`UPDATE account SET disabled_at = NULL WHERE id = ${row.accountId}`);
  await recordAccountEvent(context, { kind: 'account_enabled', accountId: row.accountId });
  await audit(context, row, { before: { isDisabled: row.isDisabled }, after: { isDisabled: false } });
  return succeed(undefined);
});

/** Ends the membership of this ward, and with it (by the foreign key) its sessions. The account stays. */
export const removeMembership = userCommand('removeMembership', async (context, row) => {
  const { tx, actor } = context;
  const { accountId, loginId, name, departmentId, roles } = row;
  if (await isLastAdmin(tx, accountId, actor.wardId)) return fail('last_admin');
  await revokeSessions(context, { accountId, wardId: actor.wardId });
  await tx.run(sql`DELETE FROM membership WHERE ward_id = ${actor.wardId} AND id = ${row.membershipId}`);
  await recordAccountEvent(context, { kind: 'roles_changed', accountId, rolesBefore: roles });
  await audit(context, row, { before: { loginId, name, departmentId, roles: roles.join() } });
  return succeed(undefined);
});
