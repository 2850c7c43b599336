import 'server-only';
import { type ThrottleKind, waitSeconds } from '@/lib/domain/sign-in-lock';
import { db, sql } from './db';

type Attempt = { kind: ThrottleKind; key: string };
type Row = { failures: number; isLocked: boolean };

/**
 * Counts the attempt as a failure before the password is looked at, so that guesses sent side by side are all counted.
 * While locked nothing is counted; a day without attempts starts anew.
 * @returns whether the attempt may go on.
 */
async function countAttempt({ kind, key }: Attempt): Promise<boolean> {
  const row = await db.first<Row>(sql`
    INSERT INTO sign_in_throttle AS t (kind, key, failures, updated_at) VALUES (${kind}, ${key}, 1, now())
    ON CONFLICT (kind, key) DO UPDATE SET
      failures = CASE WHEN t.locked_until > now() THEN t.failures
                      WHEN t.updated_at < now() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
      updated_at = CASE WHEN t.locked_until > now() THEN t.updated_at ELSE now() END
    RETURNING failures, coalesce(locked_until > now(), false) AS "isLocked"`);
  if (!row || row.isLocked) return false;
  const wait = waitSeconds(kind, row.failures);
  if (wait > 0) {
    await db.run(sql`UPDATE sign_in_throttle SET locked_until = now() + make_interval(secs => ${wait})
      WHERE kind = ${kind} AND key = ${key}`);
  }
  return true;
}

const attemptsOf = (loginId: string, address: string | null): Attempt[] => [
  { kind: 'login', key: loginId },
  ...(address ? [{ kind: 'address' as const, key: address }] : []),
];

export async function mayAttempt(loginId: string, address: string | null): Promise<boolean> {
  const allowed: boolean[] = [];
  for (const attempt of attemptsOf(loginId, address)) allowed.push(await countAttempt(attempt));
  return allowed.every(Boolean);
}

/** The account's count starts anew; the address's count is only taken back by this one attempt. */
export async function forgetFailures(loginId: string, address: string | null): Promise<void> {
  await db.run(sql`DELETE FROM sign_in_throttle WHERE kind = 'login' AND key = ${loginId}`);
  await db.run(sql`UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0), locked_until = NULL
    WHERE kind = 'address' AND key = ${address}`);
}
