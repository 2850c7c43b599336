// npm run backup -- FILE
// Writes all that the program needs to go on elsewhere into one file, as it stood at one moment.
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connect } from '@/lib/server/database/connection';
import { digestAudit } from '@/lib/server/history/audit-digest';
import { MIGRATION_LOCK } from '../migration/migrate';
import { explain, fileArgument } from './backup-arguments';
import { type BackupHeader, writeBackup } from './backup-file';
import { copied, isInBackup, programTables, tableName } from './backup-tables';

async function headerOf(client: pg.Client): Promise<Omit<BackupHeader, 'format'>> {
  const migrations = await client.query(
    `SELECT array_agg(migration_name ORDER BY migration_name) AS names, current_setting('server_version') AS server, now()
     FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const { names, server, now } = migrations.rows[0];
  const { until, ...history } = await digestAudit(client, null);
  const tables = [];
  for (const table of (await programTables(client)).filter(isInBackup)) {
    const { rows } = await client.query(`SELECT count(*)::int AS rows FROM ${tableName(table.name)}`);
    tables.push({ ...table, rows: rows[0].rows });
  }
  const kept = { ...history, until: until.toISOString() };
  return { createdAt: now.toISOString(), server, migrations: names, history: kept, tables };
}

async function* rowsOf(client: pg.Client, { tables }: Pick<BackupHeader, 'tables'>): AsyncGenerator<Buffer> {
  for (const table of tables) yield* client.query(copyTo(`COPY ${copied(table)} TO STDOUT`));
}

async function backup(client: pg.Client, file: string): Promise<void> {
  // A migration would change the tables under the read; the lock goes with the connection.
  await client.query(`SELECT pg_advisory_lock_shared(${MIGRATION_LOCK})`);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const found = await headerOf(client);
  await writeBackup(file, found, rowsOf(client, found));
  const { digest, chains, until } = found.history;
  console.log(`バックアップを作成しました: ${file}`);
  console.log(`履歴の要約値: ${digest}（事業${chains}件、--until ${until}）`);
}

let client: pg.Client | undefined;
try {
  const file = fileArgument('backup');
  client = await connect(process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL);
  await backup(client, file);
} catch (error) {
  console.error('バックアップを作成できません。');
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await client?.end().catch(() => undefined);
}
