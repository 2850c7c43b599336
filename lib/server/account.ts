import 'server-only';
import { changePasswordInput } from '@/lib/domain/password';
import { fail, succeed } from '@/lib/domain/result';
import { atWard, type Command, command, type Request } from './command';
import { db, sql } from './db';
import { hashPassword, isPasswordOf } from './passwords';
import { recordSecurityEvent, type SecurityEventKind } from './security-events';
import { admit, countMistake, forgetFailures } from './sign-in-throttle';
import { revokeSessions } from './user-target';

/** The new hash replaces the one that was verified and no other. All other sessions of the account end. */
export const replacePassword = command({
  operation: 'password.change',
  input: changePasswordInput,
  load: atWard,
  async run(context, _target, { current, next }) {
    const { tx, actor, address, sessionId } = context;
    const { accountId, wardId } = actor;
    const account = await tx.first<{ passwordHash: string }>(
      sql`SELECT password_hash AS "passwordHash" FROM account WHERE id = ${accountId} AND disabled_at IS NULL`,
    );
    if (!account || !(await isPasswordOf(account, current))) {
      return fail('wrong_password', { current: 'wrong_password' });
    }
    const changed = await tx.run(sql`
      UPDATE account SET password_hash = ${await hashPassword(next)}, must_change_password = false
      WHERE id = ${accountId} AND password_hash = ${account.passwordHash}`);
    if (changed !== 1) return fail('conflict');
    await revokeSessions(context, { accountId, ...(sessionId && { except: sessionId }) });
    await recordSecurityEvent(tx, { kind: 'password_changed', wardId, accountId, loginId: null, address });
    return succeed(undefined);
  },
});

async function loginIdOf(accountId: string): Promise<string> {
  const account = await db.first<{ loginId: string }>(
    sql`SELECT login_id AS "loginId" FROM account WHERE id = ${accountId}`,
  );
  return account?.loginId ?? accountId;
}

const record = (kind: SecurityEventKind, { actor, address }: Request, loginId: string) =>
  recordSecurityEvent(db, { kind, wardId: actor.wardId, accountId: actor.accountId, loginId, address });

/** Throttled like a sign-in. The count stands outside the change's transaction: a wrong guess must not take it back. */
export const changePassword: Command<undefined> = {
  operation: replacePassword.operation,
  async execute(request, raw) {
    if (!changePasswordInput.safeParse(raw).success) return replacePassword.execute(request, raw);
    const loginId = await loginIdOf(request.actor.accountId);
    const admitted = await admit(loginId, request.address);
    if (admitted === 'locked') return fail('locked');
    const result = await replacePassword.execute(request, raw);
    if (result.ok) await forgetFailures(loginId);
    else if (result.code === 'wrong_password') {
      await record('password_change_failed', request, loginId);
      if (await countMistake(admitted, request.address)) await record('sign_in_locked', request, loginId);
    }
    return result;
  },
};
