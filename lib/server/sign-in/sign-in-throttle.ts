import 'server-only';
import { succeed } from '@/lib/domain/result';
import { DRAIN_SECONDS, type Locked, type ThrottleKind, waitSeconds } from '@/lib/domain/sign-in/sign-in';
import { db, sql, transaction } from '@/lib/server/database/db';

export type Count = { kind: ThrottleKind; key: string };

/** begins: nobody may try again for a while now. */
export type Admitted = 'free' | 'begins';
type Counted = Admitted | Locked;

/** minutes: until the next try, 0 or less when there is no waiting. */
type Row = { failures: number; drained: number; minutes: number };

/**
 * Counts a failure under the row's lock, so that guesses sent side by side are all counted. Old failures drain away with time,
 * however many attempts there are in between. While locked nothing is counted, mistakes at an address excepted: those were
 * admitted before the wait began.
 */
const countFailure = async ({ kind, key }: Count): Promise<Counted> => {
  const counted = await transaction(async (tx) => {
    // One statement finds the row or makes it, and locks it: between two a success elsewhere could delete it.
    const row = await tx.first<Row>(sql`
      INSERT INTO sign_in_throttle AS t (kind, key, failures, updated_at) VALUES (${kind}, ${key}, 0, now())
      ON CONFLICT (kind, key) DO UPDATE SET failures = t.failures
      RETURNING failures, coalesce(ceil(extract(epoch FROM locked_until - now()) / 60), 0)::int AS minutes,
        least(failures, greatest(0, floor(extract(epoch FROM now() - updated_at) / ${DRAIN_SECONDS[kind]})))::int AS drained`);
    if (!row) throw new Error('a count that was just made is gone');
    if (row.minutes > 0 && kind !== 'address') return succeed<Counted>(`locked_${row.minutes}`);
    const failures = row.failures - row.drained + 1;
    const wait = waitSeconds(kind, failures);
    await tx.run(sql`
      UPDATE sign_in_throttle SET failures = ${failures}, locked_until = now() + nullif(${wait}::int, 0) * interval '1 second',
        updated_at = CASE WHEN ${failures} = 1 THEN now()
          ELSE updated_at + make_interval(secs => ${row.drained * DRAIN_SECONDS[kind]}) END
      WHERE kind = ${kind} AND key = ${key}`);
    return succeed<Counted>(wait > 0 && row.minutes <= 0 ? 'begins' : 'free');
  });
  if (!counted.ok) throw new Error(counted.code);
  return counted.value;
};

async function waitOf({ kind, key }: Count): Promise<Locked | undefined> {
  const row = await db.first<{ minutes: number }>(sql`
    SELECT ceil(extract(epoch FROM locked_until - now()) / 60)::int AS minutes FROM sign_in_throttle
    WHERE kind = ${kind} AND key = ${key} AND locked_until > now()`);
  return row && `locked_${row.minutes}`;
}

const atAddress = (address: string): Count => ({ kind: 'address', key: address });

/**
 * Whether somebody may try a password. Their own count is raised before the password is looked at; a whole office sits
 * behind one address, so there only mistakes count, and a locked address leaves the accounts alone.
 * @param address null: no address is asked.
 */
export async function admit(own: Count, address: string | null): Promise<Counted> {
  return (address && (await waitOf(atAddress(address)))) || countFailure(own);
}

/** Counts a wrong password at its address. @returns whether a wait begins with it */
export async function countMistake(admitted: Admitted, address: string | null): Promise<boolean> {
  const there = address ? await countFailure(atAddress(address)) : 'free';
  return admitted === 'begins' || there === 'begins';
}

/** Who gets in has made no mistake: their own count starts anew. */
export const forgetFailures = ({ kind, key }: Count): Promise<number> =>
  db.run(sql`DELETE FROM sign_in_throttle WHERE kind = ${kind} AND key = ${key}`);
