import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runChild } from '../launcher/children';
import { root } from '../launcher/folders';

/** The one that the image runs. */
export const ltsVersion = () =>
  /^FROM node:(\d+\.\d+\.\d+)-/m.exec(readFileSync(path.join(root, 'Dockerfile'), 'utf8'))?.[1];

async function install(): Promise<string | undefined> {
  const version = ltsVersion();
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = path.join(root, '.data', `node-${version}`);
  const program = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--loglevel=error',
    `${name}@${version}`,
  ];
  const { output } = await runChild('npm', args, { cwd: folder, shell: process.platform === 'win32' });
  if (existsSync(program)) return program;
  console.error(output);
  return undefined;
}

let installed: ReturnType<typeof install> | undefined;

/** @returns that Node for this machine, from the packages that npm's `node` is made of; undefined: it can't be had. */
export function installLts(): Promise<string | undefined> {
  installed ??= install();
  return installed;
}
