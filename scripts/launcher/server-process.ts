import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { root } from './folders';
import type { Account } from './postgres-home';
import { endGroup, identityOf, isStopped, type ProcessIdentity, pause } from './process-identity';
import { StartError } from './start-error';

// Its standard input is the launcher's end of a pipe, which closes however and whenever the launcher ends. Next hands
// its own options on to its workers, whose standard input is something else: the mark is taken off before they begin.
const MARK = 'YOSAN_LAUNCHER';
const GUARD = `if (process.env.${MARK}) {
  delete process.env.${MARK};
  for (const name of ['end', 'error']) process.stdin.on(name, () => process.exit(0));
  process.stdin.resume().unref?.();
}`;

export type RunningServer = {
  identity: ProcessIdentity;
  isRunning(): boolean;
  isAnswering(): Promise<boolean>;
  stop(): Promise<void>;
};

type ServerOptions = {
  /** The build; without one it is the development server. */
  folder?: string | undefined;
  env: NodeJS.ProcessEnv;
  isQuiet?: boolean;
  /** A file that gets what it prints. */
  output?: number | undefined;
  account?: Account | undefined;
  /** The program that runs it, where the account may not run this one. */
  node?: string;
};

const PATIENCE_MS = 8000;
const TAKEN = ['EADDRINUSE', 'EACCES'];

/** undefined: nothing is in the way. */
function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

/** What has just been killed may hold its port a moment longer than its number. */
async function isTaken(port: number, address: string, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; ; await pause(50)) {
    if (!TAKEN.includes((await listenError(port, address)) ?? '')) return false;
    if (Date.now() >= deadline) return true;
  }
}

/** A machine without IPv6 has no ::1, which is no reason to refuse. */
export async function refuseTakenPort(port: number, host: string, patience = 0): Promise<void> {
  const own = await listenError(port, host);
  if (own && !TAKEN.includes(own)) throw new StartError(`HOST が正しくありません: ${host}`);
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    if (!(await isTaken(port, address, patience))) continue;
    throw new StartError(
      `ポート${port}を使えません。別のプログラムが使っていないか確認するか、PORT=3001 のように別の番号を指定してください。`,
    );
  }
}

/** The standalone server of a build, or Next's development server. It ends when the launcher does, however that ends. */
function spawnServer({ folder, env, isQuiet, output, account, node = process.execPath }: ServerOptions): ChildProcess {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const program = folder
    ? [path.join(folder, 'server.js')]
    : [next, 'dev', '-p', env.PORT ?? '', '-H', env.HOSTNAME ?? ''];
  return spawn(node, ['--import', `data:text/javascript,${encodeURIComponent(GUARD)}`, ...program], {
    cwd: folder ?? root,
    stdio: ['pipe', output ?? (isQuiet ? 'ignore' : 'inherit'), 'inherit'],
    env: {
      ...env,
      NODE_ENV: folder ? 'production' : 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      [MARK]: String(process.pid),
    },
    // Ctrl-C reaches the launcher alone, which then stops everything in order.
    detached: true,
    ...account,
  });
}

/**
 * `onSpawn` gets the server at once, to stop it before it answers.
 * @returns once the server answers.
 */
export async function startServer({
  patience = 60_000,
  onSpawn,
  ...options
}: ServerOptions & { patience?: number; onSpawn?: (server: RunningServer) => void }): Promise<RunningServer> {
  const { env } = options;
  const child = spawnServer(options);
  const pid = child.pid ?? 0;
  let isRunning = true;
  const end = () => {
    isRunning = false;
  };
  child.on('error', end);
  child.on('exit', end);
  const identity = identityOf(pid);
  const { HOSTNAME = '127.0.0.1' } = env;
  const host = HOSTNAME === '0.0.0.0' || HOSTNAME === '::' ? '127.0.0.1' : HOSTNAME;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}/api/health`;
  const server = {
    identity,
    isRunning: () => isRunning,
    /** Also with a refusal: without its database it is the database that has to be started again. */
    isAnswering: async () =>
      !isStopped(pid) &&
      (await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
        () => true,
        () => false,
      )),
    stop: async () => {
      child.stdin?.destroy();
      await endGroup(identity, 1000);
    },
  };
  onSpawn?.(server);
  for (const deadline = Date.now() + patience; Date.now() < deadline && isRunning; await pause(50))
    if (await server.isAnswering()) return server;
  await server.stop();
  throw new StartError('プログラムを起動できません。上のメッセージを確認してください。');
}
