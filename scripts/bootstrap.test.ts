import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;

/** A program whose packages aren't those of its lock file, and an npm that only says that it was called. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bootstrap-'));
  for (const name of ['scripts', 'node_modules', 'bin']) mkdirSync(path.join(folder, name));
  cpSync('scripts/bootstrap.mjs', path.join(folder, 'scripts/bootstrap.mjs'));
  for (const name of ['esbuild', '@esbuild'])
    symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), '{"packages":{}}');
  writeFileSync(path.join(folder, 'package-lock.json'), '{"packages":{"node_modules/new":{"version":"1.0.0"}}}');
  writeFileSync(path.join(folder, 'scripts/hello.ts'), "console.log('hello', ...process.argv.slice(2))");
  writeFileSync(path.join(folder, 'bin/npm'), `#!/bin/sh\ntouch '${folder}/installed'\n`);
  chmodSync(path.join(folder, 'bin/npm'), 0o700);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; said: string; hasInstalled: boolean } {
  rmSync(path.join(folder, 'installed'), { force: true });
  const env = { ...process.env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}` };
  const file = path.join(folder, 'scripts/bootstrap.mjs');
  const { status, stdout } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', env });
  return { status, said: stdout, hasInstalled: existsSync(path.join(folder, 'installed')) };
}

it('installs what the lock file has and the folder hasn’t', () => {
  expect(run('hello', '1')).toEqual({ status: 0, said: expect.stringContaining('hello 1'), hasInstalled: true });
});

it('installs nothing for a process that may be ended at any time', () => {
  expect(run('--no-install', 'hello', '1')).toEqual({ status: 0, said: 'hello 1\n', hasInstalled: false });
});
