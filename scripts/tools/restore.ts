// npm run restore -- FILE
// Fills an empty database with what a backup holds, and brings it to this program's schema. All of it, or nothing stays.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { connect } from '@/lib/server/database/connection';
import { digestAudit } from '@/lib/server/history/audit-digest';
import { appRoleOf, ensureRole } from '../migration/app-role';
import { migrate } from '../migration/migrate';
import { readMigrations } from '../migration/migrations';
import { explain, fileArgument } from './backup-arguments';
import { type BackupHeader, BackupRefused, readBackup } from './backup-file';
import { copied, programTables, tableName } from './backup-tables';

const appUrl = process.env.DATABASE_URL ?? '';
const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl;

async function connected<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await connect(ownerUrl);
  return work(client).finally(() => client.end());
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  await work();
  await client.query('COMMIT');
}

function refuseNewer({ migrations }: BackupHeader): void {
  const known = readMigrations().map(({ name }) => name);
  const unknown = migrations.find((name) => !known.includes(name));
  if (unknown)
    throw new BackupRefused(
      `このバックアップは、より新しい版のプログラムで作成されています（${unknown}）。その版以降のプログラムで復元してください。`,
    );
}

const full = () =>
  new BackupRefused('データベースが空ではありません。復元は、空のデータベースにだけできます。何も変更していません。');

/** The tables are nobody else's from here to the end of the transaction. */
async function refuseRows(client: pg.Client): Promise<string[]> {
  const names = (await programTables(client)).map(({ name }) => name);
  if (names.length === 0) return [];
  if (!names.includes('_prisma_migrations')) throw full();
  await client.query(`LOCK TABLE ${names.map(tableName).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  for (const name of names.filter((one) => one !== '_prisma_migrations'))
    if ((await client.query(`SELECT FROM ${tableName(name)} LIMIT 1`)).rowCount) throw full();
  return names;
}

/** How to drop everything in the schema that no extension brought along; one may go with another. */
const ALL = `
  SELECT format('DROP %s IF EXISTS %s CASCADE', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
      WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass) AS statement
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'e')
  UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure)
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
  UNION ALL SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype)
    FROM pg_type t WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = t.oid AND deptype = 'e')`;

const clear = (isOurs = false) =>
  connected((client) =>
    inTransaction(client, async () => {
      const tables = isOurs ? undefined : await refuseRows(client);
      const { rows } = await client.query(ALL);
      // Without the program's tables nothing in the schema is the program's.
      if (tables?.length === 0 && rows.length > 0) throw full();
      for (const { statement } of rows) await client.query(statement);
    }),
  );

/** Rows come in as they were: no trigger makes them anew, and a key is held against them when all of them are there. */
async function load(client: pg.Client, file: string): Promise<void> {
  const tables = await refuseRows(client);
  const keys = await client.query(
    `SELECT conrelid::regclass AS "table", format('%I', conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of keys.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} DISABLE TRIGGER USER`);
  await readBackup(file, (table, rows) =>
    pipeline(Readable.from(rows), client.query(copyFrom(`COPY ${copied(table)} FROM STDIN`))),
  );
  for (const table of tables) await client.query(`ALTER TABLE ${tableName(table)} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys.rows)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}

async function refuseOtherHistory({ history }: BackupHeader): Promise<void> {
  const found = await connected((client) => digestAudit(client, new Date(history.until)));
  if (found.digest !== history.digest || found.chains !== history.chains)
    throw new BackupRefused('復元した履歴の要約値が、バックアップのものと違います。別のファイルを使ってください。');
}

async function restore(file: string): Promise<void> {
  // The whole file is looked at before anything is touched.
  const found = await readBackup(file);
  refuseNewer(found);
  await clear();
  let isLoaded = false;
  try {
    const then = readMigrations().filter(({ name }) => found.migrations.includes(name));
    await migrate(ownerUrl, undefined, then);
    await connected((client) => inTransaction(client, () => load(client, file)));
    isLoaded = true;
    const appRole = appRoleOf(appUrl, ownerUrl);
    if (appRole) await connected((client) => ensureRole(client, appUrl));
    await migrate(ownerUrl, appRole);
    await refuseOtherHistory(found);
  } catch (error) {
    const notEmpty = 'データベースを空に戻せませんでした。作り直してから、もう一度復元してください。';
    await clear(isLoaded).catch(() => console.error(notEmpty));
    throw error;
  }
  const { digest, chains, until } = found.history;
  console.log(`復元しました: ${found.createdAt}のバックアップ`);
  console.log(`履歴の要約値: ${digest}（事業${chains}件、--until ${until}）`);
}

try {
  await restore(fileArgument('restore'));
} catch (error) {
  console.error('復元できません。');
  console.error(explain(error));
  process.exit(1);
}
