import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../postgres.mjs';
import { postmasterOf, processesIn } from '../postgres-control.mjs';
import { pause, signal } from '../process-identity.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const DISK = '768m';
const START_MS = 20 * 60_000;

const copy = (from, to) => spawnSync('cp', ['-a', `${from}/.`, to]).status === 0;

/** The program as `npm start` runs it, on a data folder of its own, and what can be done to it. */
export async function openSite() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'yosan-chaos-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let npm;
  let output = '';
  let disk;
  let buildFolder;

  const read = (name) => readFileSync(path.join(dataFolder, name), 'utf8');
  const home = () =>
    existsSync(path.join(dataFolder, 'postgres-location')) ? read('postgres-location').trim() : dataFolder;
  const cluster = () => path.join(home(), 'cluster');
  const record = () => {
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
  const isServing = async (patience) => {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(100))
      if (await isHealthy()) return true;
    return false;
  };
  const stop = async () => {
    signal(record().pid, 'SIGTERM');
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
    signal(record().pid, 'SIGCONT');
    await stop();
    for (const pid of processesIn(cluster())) signal(Number(pid), 'SIGKILL');
    const place = home();
    if (disk) spawnSync('umount', ['-l', disk]);
    rmSync(place, { recursive: true, force: true });
    rmSync(dataFolder, { recursive: true, force: true });
  };

  const open = async () => {
    if (!(await isServing(START_MS))) throw new Error(`the program does not start\n${output}`);
    buildFolder = path.join(root, '.data/builds', record().build);
    await stop();
    const hasDisk = mountDisk();
    ended = start();
    if (!(await isServing(START_MS))) throw new Error(`the program does not start again\n${output}`);
    return hasDisk;
  };

  const filler = () => path.join(disk, 'filler');
  return {
    origin,
    open,
    close,
    output: () => output,
    accounts: () => JSON.parse(read('demo-accounts.json')),
    buildFolder: () => buildFolder,
    /** As the owner, over a connection of its own each time: the last one may be dead. */
    query: async (text, values) => {
      const client = new pg.Client(record().database.DATABASE_OWNER_URL);
      client.on('error', () => undefined);
      await client.connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    databaseUrl: () => record().database.DATABASE_OWNER_URL,
    launcher: () => record().pid,
    server: () => record().server?.pid,
    postmaster: () => postmasterOf(cluster()),
    database: () => processesIn(cluster()).map(Number),
    restartLauncher: async (signalName) => {
      signal(record().pid, signalName);
      await ended;
      ended = start();
    },
    fillDisk: () => {
      const { bavail, bsize } = statfsSync(disk);
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
