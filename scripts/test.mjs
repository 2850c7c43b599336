import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateClient, installPackages } from './prepare.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [part, ...patterns] = process.argv.slice(2);
const reports = mkdtempSync(path.join(tmpdir(), 'yosan-test-'));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const count = { passed: 0, failed: 0 };

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('close', (code) => resolve(code === 0));
    child.on('error', () => resolve(false));
  });
}

async function stage(name, work) {
  const started = performance.now();
  const ok = await Promise.resolve(work()).catch((error) => {
    console.error(error.message);
    return false;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  return ok;
}

/** A stage that is one check. */
const check = async (name, work) => {
  if (await stage(name, work)) count.passed += 1;
  else count.failed += 1;
};

/** A stage that is many tests; one that breaks without a failed test counts as a failure. */
async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...patterns,
  ];
  const ok = await stage(project, () => run(bin('vitest'), args));
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  count.passed += numPassedTests;
  count.failed += ok ? numFailedTests : Math.max(1, numFailedTests);
}

/** The rule that keeps the folders apart has to bite: a planted import must be refused. */
function plantedImport() {
  const file = path.join(root, 'lib/domain/planted-import.ts');
  writeFileSync(file, "export { db } from '@/lib/server/db';\n");
  try {
    const result = spawnSync(bin('biome'), ['lint', file], { cwd: root, encoding: 'utf8' });
    return result.status !== 0 && `${result.stdout}${result.stderr}`.includes('noRestrictedImports');
  } finally {
    rmSync(file, { force: true });
  }
}

const parts = {
  types: async () => {
    await check('types', () => run(bin('tsc'), ['--noEmit', '-p', '.']));
  },
  lint: async () => {
    await check('lint and format', () => run(bin('biome'), ['ci', '--error-on-warnings', '.']));
    await check('a forbidden import is refused', plantedImport);
  },
  unit: () => vitest('unit'),
  db: () => vitest('db'),
};

if (part && !(part in parts)) {
  console.error(`npm test -- [${Object.keys(parts).join('|')}] [file pattern]`);
  process.exit(1);
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
const prepared = (await stage('install', () => installPackages())) && (await stage('generate', () => generateClient()));
if (prepared) for (const name of part ? [part] : Object.keys(parts)) await parts[name]();
else count.failed += 1;
rmSync(reports, { recursive: true, force: true });
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
