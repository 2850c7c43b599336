// Builds the program into .data/builds/<name of its inputs>; what is there already is not built again.
// node scripts/build.mjs [--to FOLDER] also copies the result, for the container.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { buildName } from './build-inputs.mjs';
import { bundleTools } from './build-tools.mjs';
import { runChild } from './children.mjs';
import { dataFolder } from './data-folder.mjs';
import { refuseFolder } from './folder-name.mjs';
import { runningLauncher, takeLock } from './launcher-lock.mjs';
import { generateClient, installPackages } from './prepare.mjs';
import { pause } from './process-identity.mjs';
import { explain, StartError } from './start-error.mjs';

const root = path.resolve(import.meta.dirname, '..');
const data = path.join(root, '.data');
const builds = path.join(data, 'builds');
const KEPT = 3;

async function nextBuild() {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const { code, output } = await runChild(process.execPath, [next, 'build', '--experimental-build-mode', 'compile'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (code !== 0) throw new StartError(`組み立てに失敗しました。\n${explain(new StartError(output))}`);
}

/** The standalone output with what Next leaves out of it: static files, migrations and the tools. */
async function assemble() {
  const output = path.join(root, '.next', 'standalone');
  const add = (from, to) => {
    if (existsSync(path.join(root, from))) cpSync(path.join(root, from), path.join(output, to), { recursive: true });
  };
  add('.next/static', '.next/static');
  add('public', 'public');
  add('prisma/migrations', 'prisma/migrations');
  add('prisma/seed-data', 'prisma/seed-data');
  for (const name of readdirSync(output)) if (name.startsWith('.env')) rmSync(path.join(output, name));
  await bundleTools(path.join(output, 'tools'));
  return output;
}

/** A running server keeps its files: the newest few builds stay, and the one that the launcher serves. */
function sweep(current) {
  const served = runningLauncher(dataFolder)?.build;
  const old = readdirSync(builds)
    .filter((name) => name !== current && name !== served)
    .map((name) => ({ name, time: statSync(path.join(builds, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of old.slice(KEPT - 1)) rmSync(path.join(builds, name), { recursive: true, force: true });
}

/** @returns the folder of a build of the files as they are now. */
export async function build(say = (_text, work) => work()) {
  refuseFolder(root, '#');
  const lockFolder = path.join(data, 'building');
  let lock = takeLock(lockFolder);
  if (lock.holder)
    await say('別のプログラムの組み立てを待っています', async () => {
      for (; lock.holder; lock = takeLock(lockFolder)) await pause(300);
    });
  try {
    const name = buildName(root);
    const folder = path.join(builds, name);
    if (!existsSync(path.join(folder, 'server.js')))
      await say('画面を組み立てています', async () => {
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
    lock.release();
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    refuseFolder(root, '#');
    if (!(await installPackages()) || !(await generateClient())) process.exit(1);
    const { step } = await import('./progress.mjs');
    const folder = await build(step);
    const to = process.argv.indexOf('--to');
    if (to > 0) cpSync(folder, process.argv[to + 1], { recursive: true });
    console.log(folder);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
