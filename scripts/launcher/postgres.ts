import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChild } from './children';
import { controlOf, type ProgramOptions, postmasterOf, processesIn, stopLeftover } from './postgres-control';
import {
  type Account,
  binaries,
  clusterHome,
  freeBytes,
  give,
  homeInMemory,
  IN_MEMORY,
  refuseLost,
  serverAccount,
} from './postgres-home';
import { identityOf, isAlive, isStopped, type ProcessIdentity } from './process-identity';
import { explain, StartError } from './start-error';

const MAJOR = '18';
const NEEDED_BYTES = 200e6;
/** To recover and go on: a few files of the write-ahead log. */
const RESTART_BYTES = 64e6;
const PATIENCE_MS = 8000;
// The builtin C.UTF-8 locale needs nothing of the machine; with LANG unset the cluster would be SQL_ASCII.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
type Role = 'postgres' | 'yosan_app';

export type RunningPostgres = {
  port: number;
  cluster: string;
  isNew: boolean;
  passwords: Record<Role, string>;
  url(role: Role, database: string): string;
  stop(): Promise<void>;
  /** Ends what is left of it and starts it again on the same port. */
  restart(): Promise<void>;
  isRunning(): boolean;
  isAnswering(): Promise<boolean>;
  hasRoom(): boolean;
};

const UNSAFE_AND_FAST = [
  ...['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'],
  ...['-c min_wal_size=64MB', '-c max_wal_size=128MB'],
];

/** Below those that systems give to outgoing connections: one of these could take the port while its server restarts. */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

const newSecret = () => randomBytes(32).toString('base64url');

export function secret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Who has removed the file of the owner's password gets a new one: on a stopped cluster nobody is asked for the old one. */
function renewOwnerPassword(file: string, cluster: string, bin: string, options: ProgramOptions): void {
  const password = newSecret();
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  const { status, stderr } = spawnSync(path.join(bin, 'postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...options,
    input,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new StartError(`データベースのパスワードを変更できません。\n${explain(new StartError(stderr))}`);
  writeFileSync(file, password, { mode: 0o600 });
}

function refuseFullDisk(folder: string): void {
  if (freeBytes(folder) < NEEDED_BYTES) throw new StartError(explain({ code: 'ENOSPC' }));
}

/** A refusal is an answer: the server recovers, or has no place for one more. */
async function answers(url: string): Promise<boolean> {
  const { default: pg } = await import('pg');
  const limits = { connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS };
  const client = new pg.Client({ connectionString: url, ...limits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError;
  } finally {
    client.end().catch(() => undefined);
  }
}

/** initdb works beside the cluster's final place, so that what stands there is always whole. */
async function createCluster(
  cluster: string,
  bin: string,
  account: Account | undefined,
  options: ProgramOptions,
  password: string,
): Promise<void> {
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new StartError(`データベースのフォルダーではないものがあります: ${cluster}`);
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(account, fresh, passwordFile);
  const access = ['-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const { code, output } = await runChild(path.join(bin, 'initdb'), ['-D', fresh, ...access, ...LOCALE], options);
  rmSync(passwordFile, { force: true });
  if (code === 0) return renameSync(fresh, cluster);
  rmSync(fresh, { recursive: true, force: true });
  throw new StartError(`データベースを作成できません。\n${explain({ message: output, stack: output })}`);
}

/** Databases of test runs that were killed: theirs is the only process that could have stopped them. */
async function sweepTemporary(bin: string, options: ProgramOptions): Promise<void> {
  const places = [tmpdir(), '/var/lib', IN_MEMORY].filter((place) => existsSync(place));
  for (const place of places) {
    for (const name of readdirSync(place).filter((entry) => entry.startsWith('yosan-'))) {
      const folder = path.join(place, name);
      try {
        if (isAlive(JSON.parse(readFileSync(path.join(folder, 'temporary-owner.json'), 'utf8')))) continue;
        const cluster = path.join(folder, 'cluster');
        await stopLeftover(cluster, controlOf(cluster, bin, options));
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // not a test's folder, or somebody else's
      }
    }
  }
}

/**
 * Starts the PostgreSQL of `dataFolder`, made if there is none. Databases in it are the caller's matter.
 * `onSpawn` gets `stop` before there is anything to be stopped.
 * @returns addresses for the two roles, and `stop`.
 */
export async function startPostgres(
  dataFolder: string,
  { temporary = false, onSpawn }: { temporary?: boolean; onSpawn?: (stop: () => Promise<void>) => void } = {},
): Promise<RunningPostgres> {
  const account = serverAccount();
  const bin = binaries(account);
  const options = { cwd: '/', env: { ...process.env, LC_ALL: 'C', LANG: 'C' }, ...account };
  if (temporary) await sweepTemporary(bin, options);
  const folder = (temporary && homeInMemory(dataFolder)) || clusterHome(dataFolder);
  if (temporary) writeFileSync(path.join(folder, 'temporary-owner.json'), JSON.stringify(identityOf(process.pid)));
  const cluster = path.join(folder, 'cluster');
  const ownerFile = path.join(dataFolder, 'owner-password');
  const control = controlOf(cluster, bin, options);

  refuseFullDisk(folder);
  const versionFile = path.join(cluster, 'PG_VERSION');
  const isNew = !existsSync(versionFile);
  if (isNew) {
    refuseLost(dataFolder, cluster);
    await createCluster(cluster, bin, account, options, secret(ownerFile));
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR)
    throw new StartError(`データベースの版（${version}）がこのプログラムの版（${MAJOR}）と違います: ${cluster}`);

  const stop = async () => {
    await control.stop();
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };
  onSpawn?.(stop);
  await stopLeftover(cluster, control);
  if (!existsSync(ownerFile)) renewOwnerPassword(ownerFile, cluster, bin, options);
  const passwords = { postgres: secret(ownerFile), yosan_app: secret(path.join(dataFolder, 'app-password')) };
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=200',
  ];
  if (temporary) settings.push(...UNSAFE_AND_FAST);
  const log = path.join(cluster, 'server.log');
  let postmaster: ProcessIdentity;
  const begin = async (patience: number) => {
    await stopLeftover(cluster, control, patience);
    if (!(await control.start('-o', settings.join(' '), '-l', log))) {
      const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : '';
      throw new StartError(`データベースを起動できません。\n${explain(new StartError(lines))}`);
    }
    postmaster = identityOf(postmasterOf(cluster) ?? 0);
  };
  await begin(2);
  const url = (role: Role, database: string) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    port,
    passwords,
    cluster,
    isNew,
    url,
    stop,
    restart: () => begin(2),
    isRunning: () => isAlive(postmaster),
    isAnswering: async () => !processesIn(cluster).some(isStopped) && (await answers(url('postgres', 'postgres'))),
    hasRoom: () => freeBytes(folder) > RESTART_BYTES,
  };
}
