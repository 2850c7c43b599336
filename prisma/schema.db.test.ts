import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '@/scripts/migration/migrate';
import { testDatabase } from '@/scripts/test/database';

const database = testDatabase();
const app = new pg.Client(process.env.DATABASE_URL);

/** The seed leaves these tables empty, and a trigger for each row refuses nothing where there is none. */
const EVENTS = [
  `INSERT INTO audit_event (ward_id, id, operation, subject, actor_name, actor_role)
   SELECT id, gen_random_uuid(), 'department.add', 'department', '予算管理者', 'admin' FROM ward LIMIT 1`,
  `INSERT INTO security_event (id, kind) VALUES (gen_random_uuid(), 'sign_in')`,
  `INSERT INTO edition (ward_id, id, fiscal_year_id, number, kind, published_by, publisher_name)
   SELECT ward_id, id, id, 1, 'first', id, '予算管理者' FROM fiscal_year WHERE year = 2022`,
  `INSERT INTO edition_document (ward_id, id, edition_id, kind, template, template_version, model, model_sha256)
   SELECT ward_id, id, id, 'document', 'd1', 1, '{}', '' FROM edition`,
  `INSERT INTO edition_file (ward_id, id, document_id, format, name, bytes, sha256)
   SELECT ward_id, id, id, 'txt', 'd1.txt', 'a', '' FROM edition`,
  `INSERT INTO edition_entry (ward_id, id, edition_id, entry_id, project_id, category_id, department_id, name, sort_order)
   SELECT y.ward_id, e.id, y.id, e.id, e.project_id, e.category_id, e.department_id, e.name, e.sort_order
   FROM edition y JOIN entry e ON e.ward_id = y.ward_id AND e.fiscal_year_id = y.id`,
  `INSERT INTO edition_category (ward_id, id, edition_id, category_id, name, sort_order)
   SELECT y.ward_id, c.id, y.id, c.category_id, c.name, c.sort_order
   FROM edition y JOIN category_year c ON c.ward_id = y.ward_id AND c.fiscal_year_id = y.id`,
];

beforeAll(async () => {
  await app.connect();
  for (const statement of EVENTS) await database.owner.query(statement);
});
afterAll(() => app.end());

const EDITION = ['edition', 'edition_document', 'edition_file', 'edition_entry', 'edition_category'];
const APPEND_ONLY = ['entry_step', 'audit_event', 'security_event', ...EDITION];
/** What belongs to no ward: wards themselves, people, their browsers, and what happens before anybody signed in. */
const GLOBAL = [
  'ward',
  'account',
  'session',
  'sign_in_throttle',
  'security_event',
  'security_count',
  '_prisma_migrations',
];

const rows = async (text: string) => (await database.owner.query(text)).rows;

type Key = { table: string; name: string; columns: string; target: string | null; targetColumns: string | null };

const keys = async (types: string): Promise<Key[]> =>
  rows(`SELECT t.relname AS table, c.conname AS name, f.relname AS target,
      (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(attnum, n)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) AS columns,
      (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(attnum, n)
        JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.attnum) AS "targetColumns"
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid LEFT JOIN pg_class f ON f.oid = c.confrelid
    WHERE c.contype IN (${types}) AND t.relnamespace = 'public'::regnamespace ORDER BY t.relname, c.conname`);

const tables = async (): Promise<string[]> =>
  (await rows(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`)).map(
    ({ relname }) => relname,
  );

it('gives every ward-owned table the primary key (ward_id, id)', async () => {
  const primary = new Map((await keys(`'p'`)).map(({ table, columns }) => [table, columns]));
  const owned = (await tables()).filter((table) => !GLOBAL.includes(table));
  expect(owned.length).toBeGreaterThan(8);
  for (const table of owned) expect([table, primary.get(table)]).toEqual([table, 'ward_id,id']);
});

it('starts every unique index and foreign key of a ward-owned table with ward_id', async () => {
  const unique = await rows(`SELECT t.relname AS table, i.relname AS name, a.attname AS first FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
    WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace`);
  for (const { table, name, first } of unique) {
    if (!GLOBAL.includes(table)) expect([name, first]).toEqual([name, 'ward_id']);
  }
  for (const { table, name, columns, target, targetColumns } of await keys(`'f'`)) {
    if (GLOBAL.includes(table) && table !== 'session') continue;
    const isGlobalTarget = target === 'account' || target === 'ward';
    if (target === 'account') expect([name, columns]).toEqual([name, 'account_id']);
    else expect([name, columns.split(',')[0]]).toEqual([name, 'ward_id']);
    if (!isGlobalTarget) expect([name, targetColumns?.split(',')[0]]).toEqual([name, 'ward_id']);
  }
});

it.each(APPEND_ONLY)('refuses to change, delete or empty %s: the owner by trigger, the app by grant', async (table) => {
  for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
    await expect(database.owner.query(statement)).rejects.toThrow(/^\w+ is append-only$/);
    await expect(app.query(statement)).rejects.toThrow(`permission denied for table ${table}`);
  }
});

it('lets the app only read and add to the append-only tables, and see nothing of the migrations', async () => {
  const grants = await rows(`SELECT table_name AS table, string_agg(privilege_type, ',' ORDER BY privilege_type) AS may
    FROM information_schema.role_table_grants WHERE grantee = 'yosan_app' GROUP BY table_name`);
  const may = new Map(grants.map(({ table, may }) => [table, may]));
  for (const table of APPEND_ONLY) expect([table, may.get(table)]).toEqual([table, 'INSERT,SELECT']);
  expect(may.get('_prisma_migrations')).toBeUndefined();
  await expect(app.query('CREATE TABLE planted (id int)')).rejects.toThrow(/permission denied/);
});

it('gives every function that finds its tables when it is called a search_path of its own, temporary tables last', async () => {
  const functions =
    await rows(`SELECT proname, (SELECT option FROM unnest(proconfig) option WHERE option LIKE 'search_path=%')
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind <> 'a' AND prosqlbody IS NULL`);
  expect(functions.length).toBeGreaterThan(2);
  for (const { proname, option } of functions)
    expect([proname, option]).toEqual([proname, 'search_path=pg_catalog, public, pg_temp']);
});

it('chains a step to its real predecessor, whatever temporary tables the session has', async () => {
  const { ward_id, entry_id, hash } = (await rows('SELECT * FROM entry_step ORDER BY hash LIMIT 1'))[0];
  await database.owner.query('BEGIN');
  await database.owner.query('CREATE TEMP TABLE entry_step (LIKE public.entry_step INCLUDING DEFAULTS)');
  const insert = (table: string) =>
    database.owner.query(
      `INSERT INTO ${table} (ward_id, id, entry_id, sequence, version, action, after, actor_role, hash)
       VALUES ($1, gen_random_uuid(), $2, $3, 1, 'recorded', '{}', 'import', 'forged')`,
      [ward_id, entry_id, table === 'pg_temp.entry_step' ? 1 : 2],
    );
  await insert('pg_temp.entry_step');
  await insert('public.entry_step');
  const [added] = await rows(`SELECT s.hash = step_hash(s, NULL, '${hash}') AS "isNext" FROM public.entry_step s
    WHERE entry_id = '${entry_id}' AND sequence = 2`);
  await database.owner.query('ROLLBACK');
  expect(added).toEqual({ isNext: true });
});

it('lets the app make no temporary tables', async () => {
  // The right belongs to the database, and a copy doesn't take it over from its template: the start takes it away.
  const url = new URL(process.env.DATABASE_URL ?? '');
  const { user, password } = database.owner;
  Object.assign(url, { username: user, password });
  await migrate(url.href, 'yosan_app');
  await expect(app.query('CREATE TEMP TABLE entry_step (id int)')).rejects.toThrow(/permission denied/);
});

it.each([
  [
    'a second entry of one project in a year',
    'entry_ward_id_project_id_fiscal_year_id_key',
    `UPDATE entry SET fiscal_year_id = (SELECT min(fiscal_year_id::text)::uuid FROM entry), project_id = (SELECT min(project_id::text)::uuid FROM entry)`,
  ],
  [
    'a department of another ward',
    'entry_ward_id_department_id_fkey',
    `UPDATE entry e SET department_id = (SELECT d.id FROM department d WHERE d.ward_id <> e.ward_id LIMIT 1)`,
  ],
])('does not hold %s', async (_, constraint, statement) => {
  await expect(database.owner.query(statement)).rejects.toMatchObject({ constraint });
});
