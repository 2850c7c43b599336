import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' });

/** For tests that need a real program, where Debian can be asked for it. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', name]);
}
