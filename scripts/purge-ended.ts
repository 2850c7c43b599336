import type pg from 'pg';

/** What is over by itself and holds addresses and typed IDs: sessions, and failed sign-ins that count no more. */
export async function purgeEnded(owner: pg.Client, sessionHours: number): Promise<void> {
  await owner.query('DELETE FROM session WHERE created_at < now() - make_interval(hours => $1)', [sessionHours]);
  // A failure is forgotten after an hour at most.
  await owner.query(`DELETE FROM sign_in_throttle
    WHERE updated_at + make_interval(hours => failures) < now() AND coalesce(locked_until < now(), true)`);
}
