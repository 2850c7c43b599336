import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { binaries, clusterHome, give, serverAccount } from './postgres-home.mjs';
import { commandOf, identityOf, isAlive } from './process-identity.mjs';
import { explain, StartError } from './start-error.mjs';

const MAJOR = '18';
const NEEDED_BYTES = 200e6;
// The builtin C.UTF-8 locale needs nothing of the machine; with LANG unset the cluster would be SQL_ASCII.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const UNSAFE_AND_FAST = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'];

const run = promisify(execFile);

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export function secret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function refuseFullDisk(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES) throw new StartError(explain({ code: 'ENOSPC' }));
}

/** initdb works beside the cluster's final place, so that what stands there is always whole. */
async function createCluster(cluster, bin, account, options, password) {
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new StartError(`データベースのフォルダではないものがあります: ${cluster}`);
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(account, fresh, passwordFile);
  try {
    const access = ['-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(path.join(bin, 'initdb'), ['-D', fresh, ...access, ...LOCALE], options);
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new StartError(`データベースを作成できません。\n${explain({ ...error, message: error.stderr })}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Only a process that runs on this cluster is stopped: after a restart of the machine its number may be another's. */
async function stopLeftover(cluster, control) {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (commandOf(pid).includes(cluster)) await control('-m', 'fast', '-w', '-t', '10', 'stop');
  else rmSync(file, { force: true });
}

/** Databases of test runs that were killed: theirs is the only process that could have stopped them. */
async function sweepTemporary(bin, options) {
  const places = [tmpdir(), '/var/lib'].filter((place) => existsSync(place));
  for (const place of places) {
    for (const name of readdirSync(place).filter((entry) => entry.startsWith('yosan-'))) {
      const folder = path.join(place, name);
      try {
        if (isAlive(JSON.parse(readFileSync(path.join(folder, 'temporary-owner.json'), 'utf8')))) continue;
        const cluster = path.join(folder, 'cluster');
        const control = (...args) => run(path.join(bin, 'pg_ctl'), ['-D', cluster, ...args], options);
        await stopLeftover(cluster, control);
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // not a test's folder, or somebody else's
      }
    }
  }
}

/**
 * Starts the PostgreSQL of `dataFolder`, made if there is none. Databases in it are the caller's matter.
 * @returns addresses for the two roles, and `stop` (fast shutdown: clients are cut off).
 */
export async function startPostgres(dataFolder, { temporary = false } = {}) {
  const account = serverAccount();
  const bin = binaries(account);
  const options = { cwd: '/', env: { ...process.env, LC_ALL: 'C', LANG: 'C' }, ...account };
  if (temporary) await sweepTemporary(bin, options);
  const folder = clusterHome(dataFolder);
  if (temporary) writeFileSync(path.join(folder, 'temporary-owner.json'), JSON.stringify(identityOf(process.pid)));
  const cluster = path.join(folder, 'cluster');
  const passwords = {
    postgres: secret(path.join(dataFolder, 'owner-password')),
    yosan_app: secret(path.join(dataFolder, 'app-password')),
  };
  const control = (...args) => run(path.join(bin, 'pg_ctl'), ['-D', cluster, ...args], options);

  refuseFullDisk(folder);
  const versionFile = path.join(cluster, 'PG_VERSION');
  const isNew = !existsSync(versionFile);
  if (isNew) await createCluster(cluster, bin, account, options, passwords.postgres);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR)
    throw new StartError(`データベースの版（${version}）がこのプログラムの版（${MAJOR}）と違います: ${cluster}`);

  await stopLeftover(cluster, control);
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=200',
  ];
  if (temporary) settings.push(...UNSAFE_AND_FAST);
  const log = path.join(cluster, 'server.log');
  try {
    await control('-o', settings.join(' '), '-l', log, '-w', '-t', '60', 'start');
  } catch {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : '';
    throw new StartError(`データベースを起動できません。\n${explain(new StartError(lines))}`);
  }
  const url = (role, database) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    await control('-m', 'fast', '-w', '-t', '2', 'stop').catch(() =>
      control('-m', 'immediate', '-w', '-t', '2', 'stop').catch(() => undefined),
    );
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };
  return { port, passwords, cluster, isNew, url, stop };
}
