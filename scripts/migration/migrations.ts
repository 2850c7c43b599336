import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { rowsInTheWay } from './rows-in-the-way';

/** A database that can't be served as it is; the message says what to do. */
export class MigrationRefused extends Error {}

export type Migration = { name: string; script: string };
type Recorded = { name: string; checksum: string; isFinished: boolean };

/** The folder's migrations in Prisma's layout, the oldest first. */
export const readMigrations = (folder = path.join(process.cwd(), 'prisma/migrations')): Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, script: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }))
    .map(({ name, script }) => ({ name, script: script.replaceAll('\r\n', '\n') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

const checksumOf = (script: string) => createHash('sha256').update(script).digest('hex');

/** As Prisma keeps it, so that `prisma migrate` goes on where this left off, and this where Prisma did. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

async function readRecorded(client: pg.Client): Promise<Recorded[]> {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows as Recorded[];
}

function refuseOther(recorded: Recorded[], migrations: Migration[]): void {
  const own = new Map(migrations.map(({ name, script }) => [name, checksumOf(script)]));
  for (const { name, checksum } of recorded.filter(({ isFinished }) => isFinished)) {
    if (!own.has(name))
      throw new MigrationRefused(
        `データベースが、このプログラムより新しい版のものです（${name}）。データベースには何もしていません。` +
          'その版以降のプログラムで起動してください。',
      );
    if (own.get(name) !== checksum)
      throw new MigrationRefused(
        `データベースに適用した更新（${name}）が、このプログラムのものと違います。データベースには何もしていません。` +
          'prisma/migrations を配布されたときの内容に戻してください。',
      );
  }
}

/** What it makes is there, or what it changes was dropped after it. */
const isDone = (error: unknown) =>
  error instanceof pg.DatabaseError && /^42(P01|P06|P07|701|704|710|723|883)$/.test(error.code ?? '');

async function explainedError(client: pg.Client, migration: Migration, error: unknown): Promise<unknown> {
  if (!(error instanceof pg.DatabaseError) || /^(08|57)/.test(error.code ?? '')) return error;
  const inUse = 'ほかのプログラムがデータベースを使っています。そのプログラムを終了してください。';
  const reason = error.code === '55P03' ? inUse : await rowsInTheWay(client, migration.script, error);
  return new MigrationRefused(
    `データベースを更新できません（${migration.name}）。データベースは更新前のままです。\n${reason ?? error.message}`,
  );
}

/** `isLeft`: an earlier program broke off between the script and its record, if it came so far: then all of it is there. */
async function apply(client: pg.Client, migration: Migration, isLeft: boolean): Promise<void> {
  await client.query('SAVEPOINT migration');
  try {
    await client.query(migration.script);
  } catch (error) {
    await client.query('ROLLBACK TO migration').catch(() => Promise.reject(error));
    if (!isLeft || !isDone(error)) throw await explainedError(client, migration, error);
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
    [randomUUID(), checksumOf(migration.script), migration.name],
  );
}

/**
 * Applies what the database lacks, with its records, in one transaction: whatever stands in the way or breaks it off, the
 * database stays one that the program of before can serve. (Earlier programs left a record without an end instead.)
 * @returns the names of the migrations that were applied.
 */
export async function applyMigrations(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query(TABLE);
    const recorded = await readRecorded(client);
    refuseOther(recorded, migrations);
    await client.query(
      'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    );
    const left = recorded.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
    const applied = recorded.filter(({ isFinished }) => isFinished).map(({ name }) => name);
    const pending = migrations.filter(({ name }) => !applied.includes(name));
    for (const migration of pending) await apply(client, migration, left.includes(migration.name));
    await client.query('COMMIT');
    return pending.map(({ name }) => name);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
