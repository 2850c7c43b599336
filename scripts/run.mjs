// Runs scripts/NAME.ts on the database that `npm start` serves: the environment's, that of .env, or the embedded one. node scripts/run.mjs NAME [arguments]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { withEmbeddedDatabase } from './embedded-database.mjs';
import { generateClient, installPackages } from './prepare.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [name, ...rest] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${name}.ts`);

if (!name || !existsSync(script)) {
  console.error(`scripts/${name ?? 'NAME'}.ts: not found`);
  process.exit(1);
}
// Addresses are all the environment's or all of .env.
if (process.env.DATABASE_URL === undefined && existsSync(path.join(root, '.env')))
  process.loadEnvFile(path.join(root, '.env'));
if (!(await installPackages()) || !(await generateClient())) process.exit(1);

const run = (env) =>
  new Promise((resolve) => {
    const args = ['--conditions=react-server', '--import', 'tsx', script, ...rest];
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (code) => resolve(code ?? 1));
  });

try {
  process.exitCode = process.env.DATABASE_URL ? await run({}) : await withEmbeddedDatabase(run);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
