import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const PRISMA_FOLDER = path.join(process.cwd(), 'prisma');
const OLDEST_SERVER = 150_000;
const APPEND_ONLY = ['entry_revision', 'workflow_event', 'audit_event', 'security_event'];

export class MigrationRefused extends Error {}

type Engine = {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
};
type Disposable = { dispose(): Promise<void> };
type EngineModule = {
  SchemaEngine: { new: (input: object, log: (line: string) => void, factory: object) => Promise<Engine> };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const read = (file: string) => readFileSync(file, 'utf8');
const schema = () => ({
  path: path.join(PRISMA_FOLDER, 'schema.prisma'),
  content: read(path.join(PRISMA_FOLDER, 'schema.prisma')),
});
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The adapter cuts scripts at every semicolon, also inside a function's body; PostgreSQL itself runs a script whole. */
function wholeScripts(adapters: PrismaPg, client: pg.Client, opened: Disposable[]): PrismaPg {
  const connect = adapters.connect.bind(adapters);
  adapters.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      await client.query(script);
    };
    return adapter;
  };
  return adapters;
}

/** Prisma's own schema engine as WebAssembly: the native one would have to be downloaded. */
async function loadEngine(databaseUrl: string, client: pg.Client, opened: Disposable[]): Promise<Engine> {
  const folder = path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve('@prisma/schema-engine-wasm'),
  );
  const engine = (await import(path.join(folder, 'schema_engine_bg.js'))) as EngineModule & WebAssembly.ModuleImports;
  const wasm = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports.__wbindgen_start as () => void)();
  const { path: file, content } = schema();
  const factory = bindMigrationAwareSqlAdapterFactory(
    wholeScripts(new PrismaPg({ connectionString: databaseUrl }), client, opened),
  );
  return engine.SchemaEngine.new({ datamodels: [[file, content]] }, () => undefined, factory);
}

function migrationsList() {
  const baseDir = path.join(PRISMA_FOLDER, 'migrations');
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: read(path.join(baseDir, 'migration_lock.toml')) },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: read(path.join(baseDir, name, 'migration.sql')) },
      },
    })),
  };
}

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

/** The app's role may only read and add to the append-only tables, and sees nothing of the migrations. */
async function grant(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(
    `GRANT USAGE ON SCHEMA public TO ${role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
  );
  await client.query(
    `REVOKE ALL ON _prisma_migrations FROM ${role}; REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${role}`,
  );
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
    const engine = await loadEngine(ownerUrl, client, opened);
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
