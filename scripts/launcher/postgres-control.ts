import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children';
import type { Account } from './postgres-home';
import { commandOf, pause, signal } from './process-identity';

/** How PostgreSQL's programs are run. */
export type ProgramOptions = { cwd: string; env: NodeJS.ProcessEnv } & Partial<Account>;
export type PostgresControl = ReturnType<typeof controlOf>;

/** pg_ctl on that cluster. What was told to stop does not start any more, and what is just starting stops too. */
export function controlOf(cluster: string, bin: string, options: ProgramOptions) {
  let starting: Promise<boolean> | undefined;
  let isStopped = false;
  const control = async (...args: string[]) => {
    const { code } = await runChild(path.join(bin, 'pg_ctl'), ['-D', cluster, ...args], { ...options, isKept: true });
    return code === 0;
  };
  const stopBy = (mode: 'fast' | 'immediate', seconds: number) =>
    control('-m', mode, '-w', '-t', String(seconds), 'stop');
  return {
    stopBy,
    start: async (...args: string[]) => {
      if (isStopped) return false;
      starting = control(...args, '-w', '-t', '60', 'start');
      const isStarted = await starting;
      starting = undefined;
      return isStarted;
    },
    /** Fast shutdown cuts the clients off. */
    stop: async () => {
      isStopped = true;
      const begun = starting;
      // By then it has written down which process it is, whatever it still has to recover.
      if (begun) await Promise.race([begun, pause(1000)]);
      if (!(await stopBy('fast', 2))) await stopBy('immediate', 2);
      await begun;
    },
  };
}

const textOf = (read: () => string) => {
  try {
    return read();
  } catch {
    return '';
  }
};

/** All that works in the cluster's folder, where the system tells (Linux): what a killed server leaves behind, too. */
export function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux' || !existsSync(cluster)) return [];
  const folder = realpathSync(cluster);
  const isOurs = (pid: string) =>
    textOf(() => readlinkSync(`/proc/${pid}/cwd`)) === folder &&
    textOf(() => readFileSync(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres';
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number);
}

export function postmasterOf(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/**
 * Ends the cluster's server, at last by force, and what a killed one left behind. Only a process that runs on this cluster: after
 * a restart of the machine its number may be another's.
 */
export async function stopLeftover(cluster: string, control: PostgresControl, seconds = 10): Promise<void> {
  const pid = postmasterOf(cluster);
  const own = () => (pid !== undefined && commandOf(pid).includes(cluster) ? [pid] : []);
  if (own().length > 0 && (await control.stopBy('fast', seconds))) return;
  const left = () => [...processesIn(cluster), ...own()];
  for (let tries = 0; left().length > 0 && tries < 250; tries += 1) {
    for (const process of left()) signal(process, 'SIGKILL');
    await pause(20);
  }
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}
