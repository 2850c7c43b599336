import 'server-only';
import pLimit from 'p-limit';
import { normalizeLoginId } from '@/lib/domain/people/user';
import { isLocked, type Locked } from '@/lib/domain/sign-in/sign-in';
import { db, sql } from '@/lib/server/database/db';
import { countSecurityEvent, recordSecurityEvent } from '@/lib/server/gate/security-events';
import type { SignedIn } from '@/lib/server/gate/session';
import { knownDevice } from './device-cookie';
import { isPasswordOf } from './passwords';
import { admit, type Count, countMistake, forgetFailures } from './sign-in-throttle';

/** Where an attempt comes from: the address, and what the browser shows as a device that is known. */
type Source = { address: string | null; device?: string | undefined };

/** isExpired: an initial password that its owner didn't use in time. */
type Account = SignedIn & { isExpired: boolean };

/** The home ward comes first where an account is a member of several. Disabled accounts and accounts of no ward are not found. */
const findAccount = (loginId: string) =>
  db.first<Account>(sql`
    SELECT a.id AS "accountId", a.password_hash AS "passwordHash", m.ward_id AS "wardId",
      coalesce(a.initial_password_until < now(), false) AS "isExpired"
    FROM account a JOIN membership m ON m.account_id = a.id
    WHERE a.login_id = ${loginId} AND a.disabled_at IS NULL
    ORDER BY m.ward_id = a.home_ward_id DESC, m.id LIMIT 1`);

async function tryPassword(
  loginId: string,
  password: string,
  { address, device }: Source,
): Promise<SignedIn | 'refused' | 'expired' | Locked> {
  const account = await findAccount(loginId);
  const facts = { loginId, address, wardId: null, accountId: account?.accountId ?? null };
  const known = await knownDevice(account, device);
  // Strangers' mistakes, at the account and at its address, never keep its owner out of a device that is known.
  const own: Count = known ? { kind: 'device', key: known } : { kind: 'login', key: loginId };
  const shared = known ? null : address;
  const admitted = await admit(own, shared);
  if (isLocked(admitted)) {
    if (account) await countSecurityEvent({ ...account, wardId: null, kind: 'attempt_while_locked', address });
    return admitted;
  }
  if (!(await isPasswordOf(account, password)) || !account) {
    await recordSecurityEvent(db, { ...facts, kind: 'sign_in_failed' });
    if (await countMistake(admitted, shared)) await recordSecurityEvent(db, { ...facts, kind: 'sign_in_locked' });
    return 'refused';
  }
  if (account.isExpired) {
    await recordSecurityEvent(db, { ...facts, kind: 'sign_in_failed' });
    return 'expired';
  }
  await forgetFailures(own);
  await recordSecurityEvent(db, { ...facts, kind: 'sign_in', wardId: account.wardId });
  return account;
}

/** As many as hash at once anyway. However many guesses arrive together, all but these find what the earlier ones counted. */
export const SIDE_BY_SIDE = 4;

const queue = pLimit(SIDE_BY_SIDE);

/** The answer, by text and by time, does not tell whether the ID exists. */
export const signIn = (loginIdAsTyped: string, password: string, source: Source) =>
  queue(tryPassword, normalizeLoginId(loginIdAsTyped), password, source);
