import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** A hash of these files' contents, to know what is stale. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Runs `work` only when the stamp does not name this fingerprint yet. */
async function whenStale(stamp, mark, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return true;
  if (!(await work())) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
  return true;
}

/** Whether every package that the lock file names is there in that version; what is optional may be missing. */
function isInstalled() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: there } = JSON.parse(readFileSync(installed, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || there[name]?.version === version || (optional && there[name] === undefined),
  );
}

/** `within` runs what has to be done, and may say so. @returns false when npm failed; its own messages say why. */
export async function installPackages(within = (install) => install()) {
  if (isInstalled()) return true;
  // NODE_ENV=production would leave the build's tools out. Install scripts only download what is not needed here.
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  const args = ['ci', '--include=dev', '--ignore-scripts', '--loglevel=error'];
  return within(async () => (await runChild('npm', args, options)).code === 0);
}

/** The generator is WebAssembly; naming any file keeps Prisma from downloading its native engine. */
export function generateClient() {
  const stamp = path.join(root, 'lib/server/generated/.fingerprint');
  const mark = fingerprint(['prisma/schema.prisma', 'package-lock.json']);
  return whenStale(stamp, mark, async () => {
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    };
    const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
    const { code, output } = await runChild(process.execPath, [prisma, 'generate'], { cwd: root, env });
    if (code !== 0) console.error(output);
    return code === 0;
  });
}
