import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

export const PRISMA_FOLDER = path.join(process.cwd(), 'prisma');

export type Engine = {
  diff(input: object): Promise<{ stdout: string | null }>;
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
};
export type Disposable = { dispose(): Promise<void> };
type EngineModule = {
  SchemaEngine: { new: (input: object, log: (line: string) => void, factory: object) => Promise<Engine> };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

const read = (file: string) => readFileSync(file, 'utf8');
export const schema = () => ({
  path: path.join(PRISMA_FOLDER, 'schema.prisma'),
  content: read(path.join(PRISMA_FOLDER, 'schema.prisma')),
});
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The adapter cuts scripts at every semicolon, also inside a function's body; PostgreSQL itself runs a script whole. */
function wholeScripts(adapters: PrismaPg, opened: Disposable[]): PrismaPg {
  const connect = adapters.connect.bind(adapters);
  adapters.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return adapters;
}

let loaded: Promise<EngineModule> | undefined;

async function load(): Promise<EngineModule> {
  const folder = path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve('@prisma/schema-engine-wasm'),
  );
  const engine = (await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)) as EngineModule &
    WebAssembly.ModuleImports;
  const wasm = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': engine,
  });
  engine.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports.__wbindgen_start as () => void)();
  return engine;
}

/**
 * Prisma's own schema engine as WebAssembly: the native one would have to be downloaded. It writes new migrations. What
 * applies them is migrations.ts: a migration that this engine could not apply stands in its way for good.
 */
export async function loadEngine(databaseUrl: string, opened: Disposable[]): Promise<Engine> {
  loaded ??= load();
  const engine = await loaded;
  const { path: file, content } = schema();
  const factory = bindMigrationAwareSqlAdapterFactory(
    wholeScripts(new PrismaPg({ connectionString: databaseUrl }), opened),
  );
  return engine.SchemaEngine.new({ datamodels: [[file, content]] }, () => undefined, factory);
}
