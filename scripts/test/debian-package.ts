import { existsSync } from 'node:fs';
import { runChild } from '../launcher/children';

const run = (args: string[]) => runChild('apt-get', args, { stdio: 'inherit' });

/** For tests that need a real program, where Debian can be asked for it. What else installs meanwhile is waited for. */
export async function installDebianPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  await run(['update', '-qq']);
  await run(['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', name]);
}
