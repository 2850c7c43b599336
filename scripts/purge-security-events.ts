import type pg from 'pg';

/** Deletes what is older, as the tables' owner, and says so; 0 days keeps everything. */
export async function purgeSecurityEvents(owner: pg.Client, days: number): Promise<number> {
  if (days === 0) return 0;
  const { rows } = await owner.query('SELECT purge_security_events($1) AS gone', [days]);
  const { gone } = rows[0] as { gone: number };
  if (gone > 0) console.log(`保存期間（${days}日）を過ぎたセキュリティの記録を${gone}件削除しました。`);
  return gone;
}
