import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { bundleTools } from './build-tools';
import { runChild } from './children';
import { dataFolder, root } from './folders';
import { runningLauncher, takeLock } from './launcher-lock';
import { pause } from './process-identity';
import type { Step } from './progress';
import { explain, StartError } from './start-error';

const data = path.join(root, '.data');
const builds = path.join(data, 'builds');
const KEPT = 3;

const INPUTS = [
  'app',
  'components',
  'docs/guide.ja.md',
  'docs/images',
  'lib',
  'prisma',
  'public',
  'scripts/bootstrap.mjs',
  'scripts/launcher',
  'scripts/migration',
  'scripts/tools',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const IGNORED = /\.test\.tsx?$|^lib\/server\/generated\//;

function filesIn(place: string): string[] {
  if (!statSync(path.join(root, place)).isDirectory()) return [place];
  return readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** A name for what a build of the files as they are now would hold. */
function buildName(): string {
  const hash = createHash('sha256');
  const files = INPUTS.filter((name) => existsSync(path.join(root, name))).flatMap(filesIn);
  for (const file of files.filter((name) => !IGNORED.test(name)))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function nextBuild(): Promise<void> {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const { code, output } = await runChild(process.execPath, [next, 'build', '--experimental-build-mode', 'compile'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (code !== 0) throw new StartError(`組み立てに失敗しました。\n${explain(new StartError(output))}`);
}

/** Beside what every browser loads, so that the server packs nothing at each request. Browsers read brotli over TLS alone. */
async function pack(folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name);
      const text = readFileSync(file);
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(text));
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    }),
  );
}

/** The standalone output with what Next leaves out of it: static files, migrations and the tools. */
async function assemble(): Promise<string> {
  const output = path.join(root, '.next', 'standalone');
  const add = (from: string, to: string) => {
    if (existsSync(path.join(root, from))) cpSync(path.join(root, from), path.join(output, to), { recursive: true });
  };
  add('.next/static', '.next/static');
  await pack(path.join(output, '.next/static/chunks'));
  add('public', 'public');
  add('prisma/migrations', 'prisma/migrations');
  add('prisma/seed-data', 'prisma/seed-data');
  for (const name of readdirSync(output)) if (name.startsWith('.env')) rmSync(path.join(output, name));
  await bundleTools(path.join(output, 'tools'));
  return output;
}

/** A running server keeps its files: the newest few builds stay, and the one that the launcher serves. */
function sweep(current: string): void {
  const served = runningLauncher(dataFolder)?.build;
  const old = readdirSync(builds)
    .filter((name) => name !== current && name !== served)
    .map((name) => ({ name, time: statSync(path.join(builds, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of old.slice(KEPT - 1)) rmSync(path.join(builds, name), { recursive: true, force: true });
}

/** @returns the folder in .data/builds of a build of the files as they are now; what is there already is not built again. */
export async function build(step: Step = (_text, work) => work()): Promise<string> {
  const lockFolder = path.join(data, 'building');
  let taken = takeLock(lockFolder);
  if (taken.holder)
    await step('別のプログラムの組み立てを待っています', async () => {
      for (; taken.holder; taken = takeLock(lockFolder)) await pause(300);
    });
  try {
    const name = buildName();
    const folder = path.join(builds, name);
    if (!existsSync(path.join(folder, 'server.js')))
      await step('画面を組み立てています', async () => {
        await nextBuild();
        const output = await assemble();
        mkdirSync(builds, { recursive: true });
        rmSync(folder, { recursive: true, force: true });
        renameSync(output, folder);
      });
    utimesSync(folder, new Date(), new Date());
    sweep(name);
    return folder;
  } finally {
    taken.lock?.release();
  }
}
