import 'server-only';
import type { SecurityEventKind } from '@/lib/domain/history/security-event';
import { fail, type Result, succeed } from '@/lib/domain/result';
import { changePasswordInput } from '@/lib/domain/sign-in/password';
import { isLocked } from '@/lib/domain/sign-in/sign-in';
import { db, sql } from '@/lib/server/database/db';
import { atWard, type Command, command, type Request } from '@/lib/server/gate/command';
import { countSecurityEvent, recordSecurityEvent } from '@/lib/server/gate/security-events';
import { renewSession } from '@/lib/server/gate/session';
import { writeSessionCookie } from '@/lib/server/gate/session-cookie';
import { revokeSessions } from '@/lib/server/people/user-target';
import { writeDeviceCookie } from './device-cookie';
import { isCommonPassword } from './password-strength';
import { hashPassword, isPasswordOf } from './passwords';
import { admit, type Count, countMistake, forgetFailures } from './sign-in-throttle';

/** What the browser goes on with: no cookie of before the change opens anything. */
type Renewed = { accountId: string; passwordHash: string; sessionId: string };

/** The hash that the current password was verified against, and the one to come. */
type Hashes = { verified: string; passwordHash: string };

/** The new hash replaces the one that was verified and no other. All other sessions of the account end. */
export const replacePassword = command({
  operation: 'password.change',
  input: changePasswordInput,
  async prepare({ actor }, { current, next }): Promise<Result<Hashes>> {
    const account = await db.first<{ passwordHash: string }>(
      sql`SELECT password_hash AS "passwordHash" FROM account WHERE id = ${actor.accountId} AND disabled_at IS NULL`,
    );
    if (!account || !(await isPasswordOf(account, current))) {
      return fail('wrong_password', { current: 'wrong_password' });
    }
    return succeed({ verified: account.passwordHash, passwordHash: await hashPassword(next) });
  },
  load: atWard,
  async run(context, _target, _input, { verified, passwordHash }) {
    const { tx, actor, address } = context;
    const { accountId, wardId } = actor;
    const changed = await tx.run(sql`
      UPDATE account
      SET password_hash = ${passwordHash}, must_change_password = false, initial_password_until = NULL
      WHERE id = ${accountId} AND password_hash = ${verified} AND disabled_at IS NULL`);
    if (changed !== 1) return fail('conflict');
    const sessionId = await renewSession(tx, context.sessionId ?? null, accountId);
    if (!sessionId) return fail('signed_out');
    await revokeSessions(context, { accountId, except: sessionId });
    await recordSecurityEvent(tx, { kind: 'password_changed', wardId, accountId, loginId: null, address });
    return succeed<Renewed>({ accountId, passwordHash, sessionId });
  },
});

type Names = { loginId: string; wardName: string };

const accountNames = ({ accountId, wardId }: Request['actor']) =>
  db.first<Names>(sql`
    SELECT a.login_id AS "loginId", w.name AS "wardName" FROM account a CROSS JOIN ward w
    WHERE a.id = ${accountId} AND w.id = ${wardId}`);

/**
 * Throttled like a sign-in, under a count that only the account's own sessions raise: strangers can't stand in the way of a
 * change. The count stands outside the change's transaction: a wrong guess must not take it back.
 */
export const changePassword: Command<Renewed> = {
  operation: replacePassword.operation,
  async execute(request, raw) {
    const { actor, address } = request;
    const input = changePasswordInput.safeParse(raw);
    const names = await accountNames(actor);
    if (!input.success || !names) return replacePassword.execute(request, raw);
    if (await isCommonPassword(input.data.next, [names.loginId, actor.name, names.wardName])) {
      return fail('invalid_input', { next: 'password_too_common' });
    }
    const own: Count = { kind: 'password', key: actor.accountId };
    const record = (kind: SecurityEventKind) =>
      recordSecurityEvent(db, { ...actor, kind, loginId: names.loginId, address });
    const admitted = await admit(own, null);
    if (isLocked(admitted)) {
      await countSecurityEvent({ ...actor, kind: 'attempt_while_locked', address });
      return fail('locked', { current: admitted });
    }
    const result = await replacePassword.execute(request, raw);
    if (result.ok) await forgetFailures(own);
    else if (result.code === 'wrong_password') {
      await record('password_change_failed');
      if (await countMistake(admitted, null)) await record('sign_in_locked');
    }
    return result;
  },
};

/** The same for a browser, which alone learns the new session's id, in its cookies. */
export const changeOwnPassword: Command<undefined> = {
  operation: changePassword.operation,
  async execute(request, raw) {
    const result = await changePassword.execute(request, raw);
    if (!result.ok) return result;
    await writeSessionCookie(result.value.sessionId);
    await writeDeviceCookie(result.value);
    return succeed(undefined);
  },
};
