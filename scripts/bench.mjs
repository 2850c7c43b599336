// Measures the program against bare versions of the same work, in one run on a database of its own: npm run bench
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { generateClient, installPackages } from './prepare.mjs';

const root = path.resolve(import.meta.dirname, '..');
if (!(await installPackages()) || !(await generateClient())) process.exit(1);
const args = [
  '--conditions=react-server',
  '--import',
  'tsx',
  path.join(root, 'scripts/bench/main.mjs'),
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
