import pg from 'pg';
import { takeOver } from './ownership';
import { type Disposable, loadEngine, migrationsList, NO_FILTERS } from './schema-engine';

const OLDEST_SERVER = 150_000;
const APPEND_ONLY = ['entry_revision', 'workflow_event', 'audit_event', 'security_event'];

export class MigrationRefused extends Error {}

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

/**
 * Brings the database to the newest schema, as its owner, and grants the app's role what it needs.
 * @returns the names of the migrations that were applied.
 */
export async function migrate(ownerUrl: string, appRole?: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const opened: Disposable[] = [];
  try {
    await refuseUnfit(client);
    // Two servers that start together migrate one after the other; the lock goes with the connection.
    await client.query('SELECT pg_advisory_lock(20220401)');
    if (appRole) await takeOver(client, appRole);
    const engine = await loadEngine(ownerUrl, opened);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters: NO_FILTERS,
    });
    if (appRole) await grant(client, appRole);
    return appliedMigrationNames;
  } finally {
    for (const adapter of opened) await adapter.dispose();
    await client.end();
  }
}
