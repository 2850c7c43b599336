import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import pg from 'pg';
import type { DemoAccount } from '../../../prisma/seed';
import { root } from '../../launcher/folders';
import type { LauncherRecord } from '../../launcher/launcher-lock';
import { freePort } from '../../launcher/postgres';
import { postmasterOf, processesIn } from '../../launcher/postgres-control';
import { pause, signal } from '../../launcher/process-identity';

const DISK = '768m';
const NOBODY = 2 ** 30;
const START_MS = 20 * 60_000;

const copy = (from: string, to: string) => spawnSync('cp', ['-a', `${from}/.`, to]).status === 0;

export type Site = Awaited<ReturnType<typeof openSite>>;

/** The program as `npm start` runs it, on a data folder of its own, and what can be done to it. */
export async function openSite() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'yosan-chaos-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let npm: ChildProcessByStdio<null, Readable, Readable>;
  let output = '';
  let disk: string | undefined;
  let buildFolder = '';

  const read = (name: string) => readFileSync(path.join(dataFolder, name), 'utf8');
  const home = () =>
    existsSync(path.join(dataFolder, 'postgres-location')) ? read('postgres-location').trim() : dataFolder;
  const cluster = () => path.join(home(), 'cluster');
  const record = (): Partial<LauncherRecord> => {
    try {
      return JSON.parse(read('launcher.json'));
    } catch {
      return {};
    }
  };

  /** As a person does, or a system that starts it again when it ended. */
  const start = () => {
    const env = { ...process.env, DATA_DIR: dataFolder, PORT: String(port), DATABASE_URL: '', NEXTAUTH_URL: origin };
    npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve) => npm.on('exit', resolve));
    for (const stream of [npm.stdout, npm.stderr])
      stream.on('data', (chunk) => {
        output = `${output}${chunk}`.slice(-20_000);
      });
    return ended;
  };
  let ended = start();

  const isHealthy = async () =>
    (await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(4000) }).catch(() => undefined))?.status === 200;
  const isServing = async (patience: number) => {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(100))
      if (await isHealthy()) return true;
    return false;
  };
  const tell = (name: NodeJS.Signals) => {
    const { pid } = record();
    return pid !== undefined && signal(pid, name);
  };
  const stop = async () => {
    tell('SIGTERM');
    await ended;
  };

  /** The cluster's place becomes a small disk of its own, where the system allows that. */
  const mountDisk = () => {
    const place = home();
    if (place === dataFolder || process.platform !== 'linux') return false;
    const aside = mkdtempSync(path.join(tmpdir(), 'yosan-chaos-aside-'));
    const isMounted =
      copy(place, aside) &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'yosan-chaos', place]).status === 0;
    if (isMounted) {
      disk = place;
      copy(aside, place);
    }
    rmSync(aside, { recursive: true, force: true });
    return isMounted;
  };

  const close = async () => {
    tell('SIGCONT');
    await stop();
    for (const pid of processesIn(cluster())) signal(pid, 'SIGKILL');
    const place = home();
    if (disk) spawnSync('umount', ['-l', disk]);
    rmSync(place, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  };

  const open = async () => {
    if (!(await isServing(START_MS))) throw new Error(`the program does not start\n${output}`);
    buildFolder = path.join(root, '.data/builds', record().build ?? '');
    await stop();
    const hasDisk = mountDisk();
    ended = start();
    if (!(await isServing(START_MS))) throw new Error(`the program does not start again\n${output}`);
    return hasDisk;
  };

  const filler = () => path.join(disk ?? dataFolder, 'filler');
  const ownerUrl = () => record().database?.DATABASE_OWNER_URL ?? '';
  return {
    origin,
    open,
    close,
    output: () => output,
    accounts: (): DemoAccount[] => JSON.parse(read('demo-accounts.json')),
    buildFolder: () => buildFolder,
    /** As the owner, over a connection of its own each time: the last one may be dead. */
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> => {
      const client = new pg.Client(ownerUrl());
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    databaseUrl: ownerUrl,
    /** A number that no process has, where it isn't running. */
    launcher: () => record().pid ?? NOBODY,
    server: () => record().server?.pid ?? NOBODY,
    postmaster: () => postmasterOf(cluster()) ?? NOBODY,
    database: () => processesIn(cluster()),
    restartLauncher: async (name: NodeJS.Signals) => {
      tell(name);
      await ended;
      ended = start();
    },
    fillDisk: () => {
      const { bavail, bsize } = statfsSync(disk ?? dataFolder);
      // What is left over goes with smaller pieces, as it does in life.
      for (let size = bavail * bsize; size >= 4096; size = Math.floor(size / 2))
        try {
          writeFileSync(filler(), Buffer.alloc(size), { flag: 'a' });
        } catch {
          // the next smaller piece
        }
    },
    freeDisk: () => rmSync(filler(), { force: true }),
  };
}
