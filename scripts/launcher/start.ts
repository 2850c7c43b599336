// Everything that `npm start` needs, in order, once the packages are installed.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { announce } from './announce';
import { build } from './build';
import { endChildren, keepSignals, runChild } from './children';
import { prepareEmbedded, urlsOf } from './embedded-database';
import { dataFolder, root } from './folders';
import { generateClient } from './generate-client';
import { type DatabaseUrls, takeLock } from './launcher-lock';
import { type RunningPostgres, secret, startPostgres } from './postgres';
import { endGroup } from './process-identity';
import { programAccount } from './program-account';
import { step } from './progress';
import { type RunningServer, refuseTakenPort, startServer } from './server-process';
import { explain, StartError } from './start-error';
import { readSettings } from './start-settings';
import { supervise } from './supervise';

const cleanups: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | undefined;

/** What was started is stopped in the opposite order; a second signal waits for the first. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await endChildren();
    // What the start still does until it notices adds its own.
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup();
    process.exit(code);
  })();
  return stopping;
}

function stopOnSignals(): void {
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

async function prepareDatabase(folder: string | undefined, env: NodeJS.ProcessEnv): Promise<void> {
  const args = folder
    ? [path.join(folder, 'tools/prepare-database.mjs')]
    : [path.join(root, 'scripts/bootstrap.mjs'), 'tools/prepare-database'];
  const { code } = await runChild(process.execPath, args, {
    cwd: folder ?? root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (code !== 0) throw new StartError('データベースを準備できません。');
}

/** The demonstration accounts of the database in use, which need not be the embedded one. */
function accountsFileOf(outsideUrl: string | undefined): string {
  if (!outsideUrl) return path.join(dataFolder, 'demo-accounts.json');
  const { host, pathname } = new URL(outsideUrl);
  const mark = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12);
  return path.join(dataFolder, `demo-accounts-${mark}.json`);
}

type Database = { postgres?: RunningPostgres; urls?: DatabaseUrls; env: Record<string, string> };

async function openDatabase(isOutside: boolean, accountsFile: string): Promise<Database> {
  if (isOutside) return { env: { SEED_DEMO: process.env.SEED_DEMO ?? '', DEMO_ACCOUNTS_FILE: accountsFile } };
  const postgres = await step('データベース（PostgreSQL）を起動しています', () =>
    startPostgres(dataFolder, { onSpawn: (stopPostgres) => cleanups.push(stopPostgres) }),
  );
  await prepareEmbedded(postgres, dataFolder);
  console.log(`　データの場所: ${postgres.cluster}`);
  const urls = urlsOf(postgres);
  return { postgres, urls, env: { ...urls, SEED_DEMO: '1', DEMO_ACCOUNTS_FILE: accountsFile } };
}

async function main(): Promise<void> {
  const { isDevelopment, isOutside, port, host } = readSettings(process.argv);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  stopOnSignals();
  const { holder, lock } = takeLock(dataFolder);
  if (holder) {
    const { pid, url } = holder;
    throw new StartError(`すでに起動しています（${url ? `${url}、` : ''}プロセス番号 ${pid}）。`);
  }
  cleanups.push(lock.release);
  if (lock.previous?.server) await endGroup(lock.previous.server);
  await refuseTakenPort(port, host, lock.previous?.server ? 5000 : 0);
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`;
  lock.note({ url });

  if (!(await generateClient())) throw new StartError('データベースの部品を作成できません。');
  const folder = isDevelopment ? undefined : await build(step);

  const accountsFile = accountsFileOf(isOutside ? process.env.DATABASE_URL : undefined);
  const { postgres, urls, env: database } = await openDatabase(isOutside, accountsFile);
  const env: NodeJS.ProcessEnv = { ...process.env, ...database };
  await step('データベースの内容を確認しています', () => prepareDatabase(folder, env));
  lock.note({ url, ...(folder && { build: path.basename(folder) }), ...(urls && { database: urls }) });

  env.NEXTAUTH_SECRET ||= secret(path.join(dataFolder, 'session-secret'));
  Object.assign(env, { NEXTAUTH_URL: url, PORT: String(port), HOSTNAME: host });
  delete env.DATABASE_OWNER_URL;
  let server: RunningServer | undefined;
  cleanups.push(() => server?.stop());
  const onSpawn = (spawned: RunningServer) => {
    server = spawned;
    lock.note({ server: spawned.identity });
  };
  const account = folder ? programAccount(folder) : undefined;
  const begin = () => startServer({ folder, env, account, onSpawn });
  await step('プログラムを起動しています', begin);
  announce(url, accountsFile);

  const isStopping = () => stopping !== undefined;
  const program = {
    name: 'プログラム',
    isRunning: () => server?.isRunning() ?? false,
    // Whoever develops may hold it at a breakpoint.
    isAnswering: async () => isDevelopment || (await server?.isAnswering()) === true,
    hasRoom: () => true,
    restart: async () => {
      await server?.stop();
      await begin();
    },
  };
  const parts = postgres ? [{ name: 'データベース', ...postgres }, program] : [program];
  await Promise.all(parts.map((part) => supervise(part, isStopping)));
}

try {
  await main();
} catch (error) {
  if (!stopping) console.error(explain(error));
  await stop(1);
}
