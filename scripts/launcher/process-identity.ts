import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type ProcessIdentity = { pid: number; start: string };

const ask = (field: string, pid: number): string => {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
};

/** /proc's account of a process: its state first, and when it began. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Stopped by a signal: it does nothing until somebody lets it go on, and answers nobody. */
export const isStopped = (pid: number): boolean => statOf(pid)[0] === 'T';

/** When the process began, in a form that only compares; a number that was given again belongs to another start. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return process.platform === 'win32' ? String(isThere(pid)) : ask('lstart', pid);
  const fields = statOf(pid);
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, start: startOf(pid) });

export const isAlive = ({ pid, start }: ProcessIdentity): boolean =>
  Boolean(pid) && isThere(pid) && startOf(pid) === start;

export function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : ask('command', pid);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

async function isGone(identity: ProcessIdentity, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(20))
    if (!isAlive(identity)) return true;
  return false;
}

/** Ends a process that we started, if it is still that one, and its group, if it leads one. */
export async function endGroup(identity: ProcessIdentity, patience = 1000): Promise<void> {
  if (!isAlive(identity)) return;
  const { pid } = identity;
  if (!signal(-pid, 'SIGTERM')) signal(pid, 'SIGTERM');
  const isEnded = await isGone(identity, patience);
  if (!signal(-pid, 'SIGKILL') && !isEnded) signal(pid, 'SIGKILL');
  await isGone(identity, 1000);
}
