import 'server-only';
import { succeed } from '@/lib/domain/result';
import { DRAIN_SECONDS, type ThrottleKind, waitSeconds } from '@/lib/domain/sign-in-lock';
import { db, sql, transaction } from './db';

/** begins: nobody may try again for a while now. */
type Counted = 'free' | 'begins' | 'locked';
export type Admitted = Exclude<Counted, 'locked'>;

type Row = { failures: number; drained: number; isLocked: boolean };

/**
 * Counts a failure under the row's lock, so that guesses sent side by side are all counted. Old failures drain away with time,
 * however many attempts there are in between; while locked nothing is counted.
 */
const countFailure = async (kind: ThrottleKind, key: string): Promise<Counted> => {
  const counted = await transaction(async (tx) => {
    // One statement finds the row or makes it, and locks it: between two a success elsewhere could delete it.
    const row = await tx.first<Row>(sql`
      INSERT INTO sign_in_throttle AS t (kind, key, failures, updated_at) VALUES (${kind}, ${key}, 0, now())
      ON CONFLICT (kind, key) DO UPDATE SET failures = t.failures
      RETURNING failures, coalesce(locked_until > now(), false) AS "isLocked",
        least(failures, greatest(0, floor(extract(epoch FROM now() - updated_at) / ${DRAIN_SECONDS[kind]})))::int AS drained`);
    if (!row || row.isLocked) return succeed<Counted>('locked');
    const failures = row.failures - row.drained + 1;
    const wait = waitSeconds(kind, failures);
    await tx.run(sql`
      UPDATE sign_in_throttle SET failures = ${failures}, locked_until = now() + nullif(${wait}::int, 0) * interval '1 second',
        updated_at = CASE WHEN ${failures} = 1 THEN now()
          ELSE updated_at + make_interval(secs => ${row.drained * DRAIN_SECONDS[kind]}) END
      WHERE kind = ${kind} AND key = ${key}`);
    return succeed<Counted>(wait > 0 ? 'begins' : 'free');
  });
  return counted.ok ? counted.value : 'locked';
};

async function isLocked(kind: ThrottleKind, key: string): Promise<boolean> {
  const row = await db.first(sql`
    SELECT key FROM sign_in_throttle WHERE kind = ${kind} AND key = ${key} AND locked_until > now()`);
  return row !== undefined;
}

/**
 * Whether somebody may try a password. The account's count is raised before the password is looked at; a whole office sits
 * behind one address, so there only mistakes count, and a locked address leaves the accounts alone.
 */
export async function admit(loginId: string, address: string | null): Promise<Counted> {
  if (address && (await isLocked('address', address))) return 'locked';
  return countFailure('login', loginId);
}

/** Counts a wrong password at its address. @returns whether a wait begins with it */
export async function countMistake(admitted: Admitted, address: string | null): Promise<boolean> {
  const atAddress = address ? await countFailure('address', address) : 'free';
  return admitted === 'begins' || atAddress === 'begins';
}

/** Who gets in has made no mistake: the account's count starts anew. */
export const forgetFailures = (loginId: string): Promise<number> =>
  db.run(sql`DELETE FROM sign_in_throttle WHERE kind = 'login' AND key = ${loginId}`);
