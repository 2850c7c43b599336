import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/folders';
import { freePort } from '../launcher/postgres';
import { pause } from '../launcher/process-identity';
import { send } from './load';

const bareFolder = path.join(root, 'scripts/bench/bare');

/** Builds the bare application with the program's own versions. @returns the folder of its server.js. */
export function buildBare(): string {
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: bareFolder, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the bare application does not build:\n${built.stdout}${built.stderr}`);
  const output = path.join(bareFolder, '.next/standalone', path.relative(root, bareFolder));
  cpSync(path.join(bareFolder, '.next/static'), path.join(output, '.next/static'), { recursive: true });
  return output;
}

export type Server = { origin: string; pid: number; stop(): void };

/** Starts a standalone server and waits until it answers `probe`. */
export async function serve(
  folder: string,
  { env, probe }: { env: Record<string, string>; probe: string },
): Promise<Server> {
  if (!existsSync(path.join(folder, 'server.js'))) throw new Error(`no server.js in ${folder}`);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      NEXTAUTH_URL: origin,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await send(`${origin}${probe}`).catch(() => undefined);
    if (answer && child.pid) return { origin, pid: child.pid, stop: () => child.kill('SIGKILL') };
    await pause(50);
  }
  throw new Error('the server does not answer');
}
