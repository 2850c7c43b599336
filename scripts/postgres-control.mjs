import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children.mjs';
import { commandOf, pause } from './process-identity.mjs';

/** pg_ctl on that cluster. What was told to stop does not start any more, and what is just starting stops too. */
export function controlOf(cluster, bin, options) {
  let starting;
  let isStopped = false;
  const control = async (...args) => {
    const { code } = await runChild(path.join(bin, 'pg_ctl'), ['-D', cluster, ...args], { ...options, isKept: true });
    return code === 0;
  };
  const stopBy = (mode, seconds) => control('-m', mode, '-w', '-t', String(seconds), 'stop');
  return {
    stopBy,
    start: async (...args) => {
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

/** Only a process that runs on this cluster is stopped: after a restart of the machine its number may be another's. */
export async function stopLeftover(cluster, control) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(cluster)) await control.stopBy('fast', 10);
  else rmSync(file, { force: true });
}
