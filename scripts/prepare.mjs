import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

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
function whenStale(stamp, mark, isThere, work) {
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return true;
  if (!work()) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
  return true;
}

export function installPackages() {
  const stamp = path.join(root, 'node_modules', '.yosan-installed');
  return whenStale(stamp, fingerprint(['package-lock.json']), true, () => {
    // NODE_ENV=production would leave the build's tools out.
    const result = spawnSync(npm, ['ci', '--include=dev'], { cwd: root, stdio: 'inherit' });
    return result.status === 0;
  });
}

/** The generator is WebAssembly; naming any file keeps Prisma from downloading its native engine. */
export function generateClient() {
  const stamp = path.join(root, 'lib/server/generated/.fingerprint');
  const mark = fingerprint(['prisma/schema.prisma', 'package-lock.json']);
  return whenStale(stamp, mark, true, () => {
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    };
    const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');
    const result = spawnSync(process.execPath, [prisma, 'generate'], { cwd: root, env, encoding: 'utf8' });
    if (result.status !== 0) console.error(result.stdout, result.stderr);
    return result.status === 0;
  });
}
