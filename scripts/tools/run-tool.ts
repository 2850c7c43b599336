// Runs scripts/tools/NAME.ts on the database that `npm start` serves: the environment's, that of .env, or the embedded one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { withEmbeddedDatabase } from '../launcher/embedded-database';
import { root } from '../launcher/folders';
import { generateClient } from '../launcher/generate-client';

const [name, ...rest] = process.argv.slice(2);

function run(env: Record<string, string>): Promise<number> {
  const args = [path.join(root, 'scripts/bootstrap.mjs'), `tools/${name}`, ...rest];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

if (!name || !existsSync(path.join(root, 'scripts/tools', `${name}.ts`))) {
  console.error(`scripts/tools/${name ?? 'NAME'}.ts: not found`);
  process.exit(1);
}
// Addresses are all the environment's or all of .env.
if (process.env.DATABASE_URL === undefined && existsSync(path.join(root, '.env')))
  process.loadEnvFile(path.join(root, '.env'));
if (!(await generateClient())) process.exit(1);

try {
  process.exitCode = process.env.DATABASE_URL ? await run({}) : await withEmbeddedDatabase(run);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
