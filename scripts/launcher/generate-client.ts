import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children';
import { root } from './folders';

/** A hash of these files' contents, to know what is stale. */
function fingerprint(files: string[]): string {
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
async function whenStale(stamp: string, mark: string, work: () => Promise<boolean>): Promise<boolean> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return true;
  if (!(await work())) return false;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
  return true;
}

/** The generator is WebAssembly; naming any file keeps Prisma from downloading its native engine. */
export function generateClient(): Promise<boolean> {
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
