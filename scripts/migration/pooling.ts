import type pg from 'pg';
import { connect } from '@/lib/server/database/connection';
import { MigrationRefused } from './migrations';

const processOf = async (client: pg.Client): Promise<number> =>
  (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;

/**
 * A pooler that gives a connection away between two statements takes settings, prepared statements and locks with it. Two
 * connections tell: one that keeps its own process of PostgreSQL, and shares it with nobody, is a connection.
 */
export async function refuseSharedConnections(url: string, name: string): Promise<void> {
  const one = await connect(url);
  const other = await connect(url).catch(async (error) => {
    await one.end();
    throw error;
  });
  try {
    const first = await processOf(one);
    const another = await processOf(other);
    const again = [await processOf(one), await processOf(one)];
    if (first !== another && again.every((pid) => pid === first)) return;
    throw new MigrationRefused(
      `${name} の接続先は、接続を処理（トランザクション）ごとに使い回しています。このプログラムでは使えません。\n` +
        'プーラー（PgBouncerなど）をセッション単位（pool_mode = session）にするか、PostgreSQLに直接接続してください（docs/operation.ja.md）。',
    );
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}
