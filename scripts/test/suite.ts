import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../launcher/build';
import { root } from '../launcher/folders';
import { generateClient } from '../launcher/generate-client';
import { findBrowser, findWindowlessBrowser } from './browser';
import { installLts } from './lts';

const [part, ...patterns] = process.argv.slice(2);
const reports = mkdtempSync(path.join(tmpdir(), 'yosan-test-'));
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);
type Count = { passed: number; failures: string[] };

let passed = 0;
const failures: string[] = [];

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
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

/** One line for each stage: what became of it, how many tests it was, how long it took. */
async function stage(name: string, work: () => Promise<Count | boolean> | boolean): Promise<boolean> {
  const started = performance.now();
  const outcome: Count | boolean = await Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    });
  const counted = typeof outcome === 'object' ? outcome : { passed: Number(outcome), failures: outcome ? [] : [name] };
  const isFine = counted.failures.length === 0;
  const tests = typeof outcome === 'object' ? `: ${counted.passed} passed, ${counted.failures.length} failed` : '';
  passed += counted.passed;
  failures.push(...counted.failures);
  console.log(`${isFine ? '✓' : '✗'} ${name}${tests} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return isFine;
}

/** What a runner reported; one that breaks without a failed test counts as a failure. */
function countTests<Report>(report: string, isFine: boolean, read: (json: Report) => Count): Count {
  const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failures: [] };
  if (!isFine && counted.failures.length === 0) counted.failures.push(`${path.basename(report, '.json')} broke off`);
  return counted;
}

async function vitest(projects: string[], files = patterns, node = process.execPath): Promise<Count> {
  const report = path.join(reports, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const named = projects.flatMap((project) => ['--project', project]);
  const isFine = await run(node, [program, 'run', ...named, ...reporters, ...files]);
  type Test = { status: string; fullName: string; failureMessages: string[] };
  type Report = { numPassedTests: number; testResults: { name: string; assertionResults: Test[] }[] };
  return countTests<Report>(report, isFine, (json) => ({
    passed: json.numPassedTests,
    failures: json.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `${path.relative(root, name)} › ${test.fullName}\n${test.failureMessages.join('\n')}`),
    ),
  }));
}

/** On the Node of the image; what follows, launcher and end to end, runs on the one that is installed. */
async function onLts(): Promise<Count | boolean> {
  const node = await installLts();
  return node ? vitest(['unit', 'db'], patterns, node) : false;
}

async function playwright(): Promise<Count> {
  const report = path.join(reports, 'e2e.json');
  const args = ['test', '--reporter=list,json', ...patterns];
  const isFine = await run(bin('playwright'), args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report, NODE_NO_WARNINGS: '1' });
  type Spec = { file: string; title: string; ok: boolean; tests: { results: { error?: { message: string } }[] }[] };
  type Suite = { specs: Spec[]; suites?: Suite[] };
  const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
  type Report = { stats: { expected: number }; suites: Suite[] };
  return countTests<Report>(report, isFine, ({ stats, suites }) => ({
    passed: stats.expected,
    failures: suites
      .flatMap(specsOf)
      .filter(({ ok }) => !ok)
      .map((spec) => `e2e/${spec.file} › ${spec.title}\n${spec.tests[0]?.results[0]?.error?.message ?? ''}`),
  }));
}

async function browser(): Promise<boolean> {
  process.env.E2E_BROWSER ||= (await findBrowser()) ?? '';
  process.env.E2E_WINDOWLESS_BROWSER ||= (await findWindowlessBrowser()) ?? '';
  return process.env.E2E_BROWSER !== '';
}

/** What each folder may not import, and what would be it. */
const FORBIDDEN = {
  'lib/domain': '@/lib/text/terms',
  'lib/text': '@/lib/server/database/db',
  'lib/document': '@/lib/server/database/db',
  'lib/server': '@/lib/text/terms',
  'lib/actions': '@/lib/text/terms',
  components: '@/lib/server/database/db',
};

/** The rule that keeps the folders apart has to bite in each of them: planted imports must be refused. */
function plantedImports(): boolean {
  const planted = Object.keys(FORBIDDEN).map((folder) => `${folder}/planted-import.ts`);
  try {
    for (const [folder, forbidden] of Object.entries(FORBIDDEN)) {
      writeFileSync(path.join(root, folder, 'planted-import.ts'), `import '${forbidden}';\n`);
    }
    const { stdout } = spawnSync(bin('biome'), ['lint', '--reporter=github', ...planted], {
      cwd: root,
      encoding: 'utf8',
    });
    const refused = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'));
    return planted.every((file) => refused.some((line) => line.includes(`file=${path.join(root, file)},`)));
  } finally {
    for (const file of planted) rmSync(path.join(root, file), { force: true });
  }
}

const stages: Record<string, () => Promise<Count | boolean> | boolean> = {
  types: () => run(bin('tsc'), ['--noEmit', '-p', '.']),
  'lint and format': () => run(bin('biome'), ['ci', '--error-on-warnings', '.']),
  'forbidden imports are refused': plantedImports,
  build: async () => Boolean(await build()),
  'unit and db': onLts,
  unit: () => vitest(['unit']),
  db: () => vitest(['db']),
  launcher: () => vitest(['launcher']),
  browser,
  e2e: playwright,
};
const LINT = ['lint and format', 'forbidden imports are refused'];
const parts: Record<string, string[]> = {
  types: ['types'],
  lint: LINT,
  unit: ['unit'],
  db: ['db'],
  lts: ['unit and db'],
  launcher: ['build', 'launcher'],
  e2e: ['build', 'browser', 'e2e'],
};
async function inOrder(names: string[]): Promise<void> {
  for (const name of names) await stage(name, stages[name] ?? (() => false));
}

/** Side by side: what waits for a compiler or for processes, as the launcher's tests do, leaves the cores to what computes. */
async function everything(): Promise<void> {
  // What later stages need is fetched meanwhile.
  const fetched = installLts().then(browser);
  await inOrder(['types', ...LINT]);
  const built = inOrder(['build']);
  const launcher = built.then(() => inOrder(['launcher']));
  await Promise.all([built, inOrder(['unit and db']), fetched]);
  await Promise.all([launcher, inOrder(['browser', 'e2e'])]);
}

if (part && !(part in parts)) {
  console.error(`npm test -- [${Object.keys(parts).join('|')}] [file pattern]`);
  process.exit(1);
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
const named = part && parts[part];
if (await stage('generate', generateClient)) await (named ? inOrder(named) : everything());
rmSync(reports, { recursive: true, force: true });
// Named again at the end: what a log keeps of a long run is often its last lines.
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
