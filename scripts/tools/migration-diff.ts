// A developer's tool: writes the SQL from the committed schema.prisma to the one in hand, to be completed by hand.
// (The engine can't read the database itself: as WebAssembly it fails on PostgreSQL 18's catalog.)
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadEngine, NO_FILTERS, PRISMA_FOLDER, schema } from '../migration/schema-engine';

const [name] = process.argv.slice(2);
const databaseUrl = process.env.DATABASE_URL;
if (!name || !databaseUrl) throw new Error('node scripts/bootstrap.mjs tools/run-tool migration-diff NAME');

const current = schema();
const committed = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' });
const engine = await loadEngine(databaseUrl, []);
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatamodel', files: [{ ...current, content: committed }] },
  to: { tag: 'schemaDatamodel', files: [current] },
  script: true,
  exitCode: null,
  filters: NO_FILTERS,
  shadowDatabaseUrl: null,
});

if (!stdout || /empty migration/i.test(stdout)) console.log('no difference');
else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(PRISMA_FOLDER, 'migrations', `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), stdout);
  console.log(`${path.relative(process.cwd(), folder)}/migration.sql\n${stdout}`);
}
