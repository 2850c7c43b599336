import { pause, signal } from '../../launcher/process-identity';
import type { Random } from '../random';
import type { Site } from './site';

const each = (pids: number[], name: NodeJS.Signals) => {
  for (const pid of pids) signal(pid, name);
};

/** Stops them and lets those go on, after a while, that are still there. */
async function holdUp(pids: number[], seconds: number): Promise<void> {
  each(pids, 'SIGSTOP');
  await pause(seconds * 1000);
  each(pids, 'SIGCONT');
}

const APP_BACKENDS = `SELECT pid FROM pg_stat_activity WHERE usename = 'yosan_app'`;
const backends = async (site: Site) => (await site.query<{ pid: number }>(APP_BACKENDS)).map(({ pid }) => pid);

async function starve(site: Site, seconds: number, meanwhile = () => {}): Promise<void> {
  site.fillDisk();
  try {
    meanwhile();
    await pause(seconds * 1000);
  } finally {
    site.freeDisk();
  }
}

/** Each resolves at the fault's end: from then on the program has 60 seconds. */
export const FAULTS: Record<string, (site: Site, random: Random) => unknown> = {
  'PostgreSQL killed': (site) => signal(site.postmaster(), 'SIGKILL'),
  'PostgreSQL killed with all its processes': (site) => each(site.database(), 'SIGKILL'),
  'one process of PostgreSQL killed': async (site, random) => signal(random.of(await backends(site)), 'SIGKILL'),
  'PostgreSQL stopped for good': (site) => each(site.database(), 'SIGSTOP'),
  'PostgreSQL stopped for a while': (site, random) => holdUp(site.database(), random.between(1, 25)),
  'server killed': (site) => signal(site.server(), 'SIGKILL'),
  'server stopped for good': (site) => signal(site.server(), 'SIGSTOP'),
  'server stopped for a while': (site, random) => holdUp([site.server()], random.between(1, 25)),
  'launcher killed and started again': (site) => site.restartLauncher('SIGKILL'),
  'launcher ended and started again': (site) => site.restartLauncher('SIGTERM'),
  'launcher stopped, server killed': async (site, random) => {
    const launcher = site.launcher();
    signal(launcher, 'SIGSTOP');
    signal(site.server(), 'SIGKILL');
    await pause(random.between(1, 15) * 1000);
    signal(launcher, 'SIGCONT');
  },
  'server and PostgreSQL killed at once': (site) => each([site.server(), ...site.database()], 'SIGKILL'),
  'connections cut': (site) => site.query(`SELECT pg_terminate_backend(pid) FROM (${APP_BACKENDS}) AS app`),
  'connections silent': async (site) => each(await backends(site), 'SIGSTOP'),
  'disk full for a while': (site, random) => starve(site, random.between(5, 30)),
  'disk full, PostgreSQL killed': (site, random) =>
    starve(site, random.between(5, 30), () => signal(site.postmaster(), 'SIGKILL')),
};

export const needsDisk = (name: string) => name.startsWith('disk');
