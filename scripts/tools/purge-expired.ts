import type pg from 'pg';

/** What is over by itself and holds addresses and typed IDs: sessions, and failed sign-ins that count no more. */
export async function purgeEnded(owner: pg.Client, sessionHours: number): Promise<void> {
  await owner.query('DELETE FROM session WHERE created_at < now() - make_interval(hours => $1)', [sessionHours]);
  // A failure is forgotten after an hour at most.
  await owner.query(`DELETE FROM sign_in_throttle
    WHERE updated_at + make_interval(hours => failures) < now() AND coalesce(locked_until < now(), true)`);
}

/** Deletes what is older, as the tables' owner, and says so; 0 days keeps everything. */
export async function purgeSecurityEvents(owner: pg.Client, days: number): Promise<number> {
  if (days === 0) return 0;
  const { rows } = await owner.query('SELECT purge_security_events($1) AS gone', [days]);
  const { gone } = rows[0] as { gone: number };
  if (gone > 0) console.log(`保存期間（${days}日）を過ぎたセキュリティの記録を${gone}件削除しました。`);
  return gone;
}
