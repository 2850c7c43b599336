// Everything that `npm start` needs, in order; only Node's own modules until the packages are installed.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { announce } from './announce.mjs';
import { endChildren, keepSignals, runChild } from './children.mjs';
import { dataFolder } from './data-folder.mjs';
import { prepareEmbedded, urlsOf } from './embedded-database.mjs';
import { refuseFolder } from './folder-name.mjs';
import { takeLock } from './launcher-lock.mjs';
import { secret, startPostgres } from './postgres.mjs';
import { generateClient, installPackages } from './prepare.mjs';
import { endGroup } from './process-identity.mjs';
import { programAccount } from './program-account.mjs';
import { step } from './progress.mjs';
import { refuseTakenPort, startServer } from './server-process.mjs';
import { explain, StartError } from './start-error.mjs';
import { readSettings } from './start-settings.mjs';
import { supervise } from './supervise.mjs';

const root = path.resolve(import.meta.dirname, '..');
const cleanups = [];
let stopping;

/** What was started is stopped in the opposite order; a second signal waits for the first. */
function stop(code) {
  stopping ??= (async () => {
    await endChildren();
    // What the start still does until it notices adds its own.
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup();
    process.exit(code);
  })();
  return stopping;
}

function stopOnSignals() {
  keepSignals();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => {
      if (!stopping) console.log('\n終了しています…');
      stop(0);
    });
  // npm's shell dies of a signal without passing it on; then this process has got another parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(0), 250).unref();
}

async function runTool(folder, name, env) {
  const args = folder
    ? [path.join(folder, 'tools', `${name}.mjs`)]
    : ['--conditions=react-server', '--import', 'tsx', path.join(root, 'scripts', `${name}.ts`)];
  const options = { cwd: folder ?? root, env, stdio: ['ignore', 'inherit', 'inherit'] };
  const { code } = await runChild(process.execPath, args, options);
  if (code !== 0) throw new StartError('データベースを準備できません。');
}

/** The demonstration accounts of the database in use, which need not be the embedded one. */
function accountsFileOf(outsideUrl) {
  if (!outsideUrl) return path.join(dataFolder, 'demo-accounts.json');
  const { host, pathname } = new URL(outsideUrl);
  const mark = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12);
  return path.join(dataFolder, `demo-accounts-${mark}.json`);
}

async function openDatabase(isOutside, accountsFile) {
  if (isOutside) return { env: { SEED_DEMO: process.env.SEED_DEMO ?? '', DEMO_ACCOUNTS_FILE: accountsFile } };
  const onSpawn = (stopPostgres) => cleanups.push(stopPostgres);
  const postgres = await step('データベース（PostgreSQL）を起動しています', () =>
    startPostgres(dataFolder, { onSpawn }),
  );
  await prepareEmbedded(postgres, dataFolder);
  console.log(`　データの場所: ${postgres.cluster}`);
  return { postgres, env: { ...urlsOf(postgres), SEED_DEMO: '1', DEMO_ACCOUNTS_FILE: accountsFile } };
}

async function main() {
  // Tailwind's resolver takes it for the beginning of a fragment.
  refuseFolder(root, '#');
  const { isDevelopment, isOutside, port, host } = readSettings(process.argv);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  stopOnSignals();
  const lock = takeLock(dataFolder);
  if (lock.holder) {
    const { pid, url } = lock.holder;
    throw new StartError(`すでに起動しています（${url ? `${url}、` : ''}プロセス番号 ${pid}）。`);
  }
  cleanups.push(lock.release);
  if (lock.previous?.server) await endGroup(lock.previous.server);
  await refuseTakenPort(port, host, lock.previous?.server ? 5000 : 0);
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`;
  lock.note({ url });

  if (!(await installPackages((install) => step('部品をインストールしています', install))))
    throw new StartError('部品をインストールできません。上のメッセージを確認してください。');
  if (!(await generateClient())) throw new StartError('データベースの部品を作成できません。');
  const folder = isDevelopment ? undefined : await (await import('./build.mjs')).build(step);

  const accountsFile = accountsFileOf(isOutside ? process.env.DATABASE_URL : undefined);
  const { postgres, env: database } = await openDatabase(isOutside, accountsFile);
  const env = { ...process.env, ...database };
  await step('データベースの内容を確認しています', () => runTool(folder, 'prepare-database', env));
  lock.note({ url, build: folder && path.basename(folder), ...(isOutside ? {} : { database: pick(database) }) });

  env.NEXTAUTH_SECRET ||= secret(path.join(dataFolder, 'session-secret'));
  Object.assign(env, { NEXTAUTH_URL: url, PORT: String(port), HOSTNAME: host });
  delete env.DATABASE_OWNER_URL;
  let server;
  cleanups.push(() => server?.stop());
  const onSpawn = (spawned) => {
    server = spawned;
    lock.note({ server: spawned.identity });
  };
  const account = folder && programAccount(folder);
  const begin = () => startServer({ folder, env, account, onSpawn });
  await step('プログラムを起動しています', begin);
  announce(root, url, accountsFile);

  const isStopping = () => stopping !== undefined;
  const program = {
    name: 'プログラム',
    isRunning: () => server.isRunning(),
    // Whoever develops may hold it at a breakpoint.
    isAnswering: async () => isDevelopment || server.isAnswering(),
    hasRoom: () => true,
    restart: async () => {
      await server.stop();
      await begin();
    },
  };
  const parts = postgres ? [{ name: 'データベース', ...postgres }, program] : [program];
  await Promise.all(parts.map((part) => supervise(part, isStopping)));
}

const pick = ({ DATABASE_URL, DATABASE_OWNER_URL }) => ({ DATABASE_URL, DATABASE_OWNER_URL });

try {
  await main();
} catch (error) {
  if (!stopping) console.error(explain(error));
  await stop(1);
}
