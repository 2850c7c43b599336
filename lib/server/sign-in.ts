import 'server-only';
import { normalizeLoginId } from '@/lib/domain/user';
import { db, sql } from './db';
import { isPasswordOf } from './passwords';
import { recordSecurityEvent } from './security-events';
import { admit, countMistake, forgetFailures } from './sign-in-throttle';

/** With the hash that was verified: a session begins only while it is still the account's. */
export type SignedIn = { accountId: string; wardId: string; passwordHash: string };

type AccountRow = { id: string; passwordHash: string; wardId: string };

/** The home ward comes first where an account is a member of several. Disabled accounts and accounts of no ward are not found. */
const findAccount = (loginId: string) =>
  db.first<AccountRow>(sql`
    SELECT a.id, a.password_hash AS "passwordHash", m.ward_id AS "wardId"
    FROM account a JOIN membership m ON m.account_id = a.id
    WHERE a.login_id = ${loginId} AND a.disabled_at IS NULL
    ORDER BY m.ward_id = a.home_ward_id DESC, m.id LIMIT 1`);

/** The answer, by text and by time, does not tell whether the ID exists. */
export async function signIn(
  loginIdAsTyped: string,
  password: string,
  address: string | null,
): Promise<SignedIn | 'refused' | 'locked'> {
  const loginId = normalizeLoginId(loginIdAsTyped);
  const facts = { loginId, address, wardId: null, accountId: null };
  const admitted = await admit(loginId, address);
  if (admitted === 'locked') return 'locked';
  const account = await findAccount(loginId);
  if (!(await isPasswordOf(account, password)) || !account) {
    await recordSecurityEvent(db, { ...facts, kind: 'sign_in_failed', accountId: account?.id ?? null });
    if (await countMistake(admitted, address)) await recordSecurityEvent(db, { ...facts, kind: 'sign_in_locked' });
    return 'refused';
  }
  await forgetFailures(loginId);
  await recordSecurityEvent(db, { ...facts, kind: 'sign_in', accountId: account.id, wardId: account.wardId });
  return { accountId: account.id, wardId: account.wardId, passwordHash: account.passwordHash };
}
