import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seed } from '@/prisma/seed';
import { allRows } from '../test/actors';
import { testDatabase } from '../test/database';
import { MIGRATION_LOCK, migrate, whilePreparing } from './migrate';
import { type Migration, readMigrations } from './migrations';
import { type Disposable, loadEngine, NO_FILTERS } from './schema-engine';

const database = testDatabase('template0');
const query = (text: string) => database.owner.query(text);
const OWN = readMigrations();
const ALL = OWN.map(({ name }) => name);
const next = (script: string, name = '99990101000000_next'): Migration => ({ name, script });
const applied = (migrations = OWN) => migrate(database.ownerUrl, undefined, migrations);

beforeEach(() => query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
afterEach(() => vi.restoreAllMocks());

/** Prisma's own engine, as `prisma migrate deploy` runs it, and as this program once did. */
async function prismaApplies(migrations: Migration[]): Promise<string[]> {
  const opened: Disposable[] = [];
  try {
    const engine = await loadEngine(database.ownerUrl, opened);
    const lockfile = 'migration_lock.toml';
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: 'prisma/migrations',
        lockfile: { path: lockfile, content: readFileSync(`prisma/migrations/${lockfile}`, 'utf8') },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, script }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
        })),
      },
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  } finally {
    for (const adapter of opened) await adapter.dispose();
  }
}

async function migrationError(migrations: Migration[]): Promise<string> {
  const before = await allRows(database.owner);
  const error = await applied(migrations).catch((reason: Error) => reason);
  if (!(error instanceof Error)) throw new Error(`not refused: ${error}`);
  expect(await allRows(database.owner)).toEqual(before);
  return error.message;
}

it('applies everything once, also when four start together', async () => {
  const results = await Promise.all([applied(), applied(), applied(), applied()]);
  expect(results.filter((names) => names.length > 0)).toEqual([ALL]);
  expect(await applied()).toEqual([]);
});

it('goes on where Prisma left off, and Prisma where it did', async () => {
  const addition = next('CREATE TABLE addition (id int)');
  const another = next('CREATE TABLE another (id int)', '99990102000000_another');
  expect(await prismaApplies(OWN.slice(0, 3))).toEqual(ALL.slice(0, 3));
  expect(await applied()).toEqual(ALL.slice(3));
  expect(await prismaApplies([...OWN, addition])).toEqual([addition.name]);
  expect(await applied([...OWN, addition, another])).toEqual([another.name]);
  expect(await prismaApplies([...OWN, addition, another])).toEqual([]);
});

it('repeats what an earlier program failed at, which that one refused for good', async () => {
  await applied();
  await seed(database.ownerUrl);
  const migrations = [...OWN, next('ALTER TABLE "ward" ADD CONSTRAINT "short" CHECK (length("name") < 3);')];
  await expect(prismaApplies(migrations)).rejects.toThrow();
  await query(`UPDATE ward SET name = '大正' WHERE name = '大正区'`);
  await expect(prismaApplies(migrations)).rejects.toThrow(/failed/);
  expect(await applied(migrations)).toEqual(['99990101000000_next']);
  expect(await prismaApplies(migrations)).toEqual([]);
});

it('recognises each where an earlier program was killed before it wrote it down', async () => {
  await applied();
  for (const name of ALL) {
    await query(
      `UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = '${name}'`,
    );
    expect([name, await applied(), await applied()]).toEqual([name, [name], []]);
  }
});

it('refuses a database that a newer program has migrated, or another one with the same names', async () => {
  const newer = next('CREATE TABLE newer (id int)');
  await applied([...OWN, newer]);
  expect(await migrationError(OWN)).toContain(`新しい版のものです（${newer.name}）`);
  expect(await migrationError([...OWN, { ...newer, script: 'SELECT 1' }])).toContain(
    `更新（${newer.name}）が、このプログラムのものと違います`,
  );
  expect(await applied([...OWN, newer])).toEqual([]);
});

it('leaves nothing of all that is new when one of it fails, and says which', async () => {
  await applied();
  const first = next('CREATE TABLE addition (id int)');
  const second = next('SELECT 1 / 0', '99990102000000_second');
  expect(await migrationError([...OWN, first, second])).toContain('更新できません（99990102000000_second）');
  expect(await applied([...OWN, first])).toEqual([first.name]);
});

describe('rows that stand in the way', () => {
  beforeEach(async () => {
    await applied();
    await seed(database.ownerUrl);
  });

  const remedy = '行を直してから、もう一度起動してください。';

  it.each([
    {
      rule: 'a check, seen as the script’s earlier statements leave the rows',
      script: `CREATE TABLE earlier (id int);
        UPDATE entry SET amount = 7 WHERE amount IS NULL;
-- Small.
ALTER TABLE "entry" ADD CONSTRAINT "small" CHECK ("amount" < 2000000 AND "name" <> ')');`,
      says: [
        '事業（entry）の次の行は、条件「"amount" < 2000000 AND "name" <> \')\'」に合いません（small）。',
        '  港区 2022年度 「（仮称）区画整理記念・交流会館整備事業」',
      ],
      mend: `UPDATE entry SET amount = 1 WHERE amount > 2000000`,
    },
    {
      rule: 'a unique index',
      script: 'CREATE UNIQUE INDEX "one_name" ON "entry"("ward_id", "name");',
      says: [
        '「"ward_id", "name"」が同じ行がほかにあります（one_name）',
        '  港区 2022年度 「',
        '  港区 2023年度 「',
        '  ほか',
      ],
      mend: `UPDATE entry SET name = name || id`,
    },
    {
      rule: 'a foreign key',
      script: `ALTER TABLE "security_event" ADD CONSTRAINT "of_account" FOREIGN KEY ("account_id") REFERENCES "account"("id");`,
      before: `INSERT INTO security_event (id, kind, login_id, account_id) VALUES (gen_random_uuid(), 'sign_in', 'gone', gen_random_uuid())`,
      says: [
        'ログインの記録（security_event）の次の行は、「"account_id"」の指す行が "account" にありません',
        '  ID gone ',
      ],
      mend: `ALTER TABLE security_event DISABLE TRIGGER USER; DELETE FROM security_event; ALTER TABLE security_event ENABLE TRIGGER USER`,
    },
    {
      rule: 'a column that must be filled',
      script: `ALTER TABLE "category_year" ALTER COLUMN "ceiling" SET NOT NULL;`,
      says: ['経費区分（category_year）の次の行は、「ceiling」が空です（ceiling）', '年度 「区長自由経費」', '  ほか'],
      mend: `UPDATE category_year SET ceiling = 0`,
    },
  ])('are named: $rule', async ({ script, says, mend, before = 'SELECT 1' }) => {
    await query(before);
    const migrations = [...OWN, next(script)];
    const message = await migrationError(migrations);
    for (const text of [...says, remedy]) expect(message).toContain(text);
    await query(mend);
    expect(await applied(migrations)).toEqual(['99990101000000_next']);
  });

  it('are spoken of by PostgreSQL where the script is not understood', async () => {
    const script = `DO $$ BEGIN EXECUTE 'ALTER TABLE entry ADD CONSTRAINT sm' || 'all CHECK (amount < 5)'; END $$`;
    expect(await migrationError([...OWN, next(script)])).toContain(
      'check constraint "small" of relation "entry" is violated',
    );
  });
});

it('says that it waits for another program, and in the end for which', async () => {
  const other = new pg.Client(database.ownerUrl);
  await other.connect();
  const { rows } = await other.query(`SELECT pg_backend_pid() AS pid, pg_advisory_lock(${MIGRATION_LOCK})`);
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const waiting = whilePreparing(database.ownerUrl, async () => 'prepared', 300);
  await expect(waiting).rejects.toThrow(`（PostgreSQLのプロセス番号 ${rows[0].pid}）`);
  expect(said.mock.calls).toEqual([['別のプログラムがデータベースを更新しています。終わるまで待ちます…']]);
  const patient = whilePreparing(database.ownerUrl, async () => 'prepared', 20_000);
  await other.end();
  expect(await patient).toBe('prepared');
});

it('says that somebody works on a table that is to change', async () => {
  await applied();
  const other = new pg.Client(database.ownerUrl);
  await other.connect();
  await other.query('BEGIN; LOCK TABLE ward IN ACCESS SHARE MODE');
  const message = await migrationError([
    ...OWN,
    next(`SET LOCAL lock_timeout = '100ms'; ALTER TABLE ward ADD COLUMN more text`),
  ]).finally(() => other.end());
  expect(message).toContain('ほかのプログラムがデータベースを使っています');
});
