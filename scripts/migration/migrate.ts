import pg from 'pg';
import { connect } from '@/lib/server/database/connection';
import { applyMigrations, MigrationRefused, readMigrations } from './migrations';
import { takeOver } from './ownership';

/** Held while a database is prepared: those who start together do it one after the other. It goes with the connection. */
export const MIGRATION_LOCK = 20220401;

const OLDEST_SERVER = 150_000;
const APPEND_ONLY = [
  ...['entry_step', 'audit_event', 'security_event'],
  ...['edition', 'edition_document', 'edition_file', 'edition_entry', 'edition_category'],
];

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int AS version, pg_encoding_to_char(encoding) AS encoding
     FROM pg_database WHERE datname = current_database()`,
  );
  const [server] = rows as { version: number; encoding: string }[];
  if (!server || server.version < OLDEST_SERVER)
    throw new MigrationRefused('PostgreSQL 15以上のデータベースが必要です。');
  if (server.encoding !== 'UTF8')
    throw new MigrationRefused(
      `データベースの文字コードがUTF8ではありません（${server.encoding}）。UTF8で作り直してください。`,
    );
}

/**
 * The app's role may only read and add to the append-only tables, sees nothing of the migrations, and makes no tables of
 * its own, temporary ones neither. (The last one is the database's owner's to take; a copied database has to lose it again.)
 */
async function grant(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    REVOKE ALL ON _prisma_migrations FROM ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${role}`);
  const { rows } = await client.query(`SELECT current_database() AS name FROM pg_database
    WHERE datname = current_database() AND pg_has_role(datdba, 'USAGE')`);
  const [own] = rows as { name: string }[];
  if (own) await client.query(`REVOKE TEMPORARY ON DATABASE ${pg.escapeIdentifier(own.name)} FROM PUBLIC, ${role}`);
}

const isLockTimeout = (error: unknown) => error instanceof pg.DatabaseError && error.code === '55P03';

/** Somebody who was cut off holds the lock until the server notices: waiting has an end, and names who it is. */
async function takeLock(client: pg.Client, patience: number): Promise<void> {
  const wait = async (milliseconds: number) => {
    await client.query(`SELECT set_config('lock_timeout', $1, false)`, [String(milliseconds)]);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  };
  try {
    await wait(Math.min(3000, patience)).catch(async (error) => {
      if (!isLockTimeout(error)) throw error;
      console.log('別のプログラムがデータベースを更新しています。終わるまで待ちます…');
      await wait(patience);
    });
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const { rows } = await client.query(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = $1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [MIGRATION_LOCK],
    );
    throw new MigrationRefused(
      `別のプログラムがデータベースの更新を終えません（PostgreSQLのプロセス番号 ${rows.map(({ pid }) => pid).join('、')}）。` +
        'そのプログラムを終了してから、もう一度起動してください。',
    );
  }
}

/** Work on a database that nobody else prepares meanwhile, as its owner. `patience`: how long to wait for others, in ms. */
export async function whilePreparing<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  patience = 600_000,
): Promise<T> {
  const client = await connect(ownerUrl, { statement_timeout: '0', idle_in_transaction_session_timeout: '0' });
  try {
    await refuseUnfit(client);
    await takeLock(client, patience);
    await client.query(`SET lock_timeout = '60s'`);
    // A statement whose client was killed ends, instead of holding the lock until it is through; not every system can.
    await client.query(`SET client_connection_check_interval = '1s'`).catch(() => undefined);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Brings the database to the newest schema, and grants the app's role what it needs. */
export async function bringUpToDate(
  client: pg.Client,
  appRole?: string,
  migrations = readMigrations(),
): Promise<string[]> {
  if (appRole) await takeOver(client, appRole);
  const applied = await applyMigrations(client, migrations);
  if (appRole) await grant(client, appRole);
  return applied;
}

/** @returns the names of the migrations that were applied. */
export const migrate = (ownerUrl: string, appRole?: string, migrations = readMigrations()): Promise<string[]> =>
  whilePreparing(ownerUrl, (client) => bringUpToDate(client, appRole, migrations));
