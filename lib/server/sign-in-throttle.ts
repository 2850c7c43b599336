import 'server-only';
import { succeed } from '@/lib/domain/result';
import { type ThrottleKind, waitSeconds } from '@/lib/domain/sign-in-lock';
import { db, sql, transaction } from './db';

type Attempt = { kind: ThrottleKind; key: string };
type Row = { failures: number; isLocked: boolean; isOld: boolean };

/**
 * Counts the attempt as a failure before the password is looked at, under the row's lock, so that guesses sent side by
 * side are all counted. While locked nothing is counted; a day without attempts starts anew.
 * @returns whether the attempt may go on.
 */
const countAttempt = async ({ kind, key }: Attempt): Promise<boolean> => {
  const counted = await transaction(async (tx) => {
    await tx.run(sql`INSERT INTO sign_in_throttle (kind, key, failures, updated_at) VALUES (${kind}, ${key}, 0, now())
      ON CONFLICT DO NOTHING`);
    const row = await tx.first<Row>(sql`
      SELECT failures, coalesce(locked_until > now(), false) AS "isLocked", updated_at < now() - interval '1 day' AS "isOld"
      FROM sign_in_throttle WHERE kind = ${kind} AND key = ${key} FOR UPDATE`);
    if (!row || row.isLocked) return succeed(false);
    const failures = row.isOld ? 1 : row.failures + 1;
    await tx.run(sql`
      UPDATE sign_in_throttle SET failures = ${failures}, updated_at = now(),
        locked_until = now() + make_interval(secs => ${waitSeconds(kind, failures)})
      WHERE kind = ${kind} AND key = ${key}`);
    return succeed(true);
  });
  return counted.ok && counted.value;
};

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
