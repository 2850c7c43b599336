import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../launcher/postgres';
import { give, serverAccount } from '../launcher/postgres-home';
import { pause } from '../launcher/process-identity';
import { commandPath } from './browser';
import { installDebianPackage } from './debian-package';

async function findPgBouncer(): Promise<string> {
  if (!commandPath('pgbouncer')) await installDebianPackage('pgbouncer');
  const found = commandPath('pgbouncer');
  if (!found) throw new Error('these tests need pgbouncer (apt-get install pgbouncer)');
  return found;
}

type PgBouncer = { at(url: string): string; stop(): Promise<void> };

/** The real PgBouncer before the PostgreSQL of these addresses, with its defaults but for the mode. */
export async function startPgBouncer(urls: string[], mode: string, more = ''): Promise<PgBouncer> {
  const program = await findPgBouncer();
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-pgbouncer-'));
  const port = await freePort();
  const account = serverAccount();
  const users = path.join(folder, 'users.txt');
  const settings = path.join(folder, 'pgbouncer.ini');
  const known = urls.map((url) => new URL(url));
  writeFileSync(users, known.map(({ username, password }) => `"${username}" "${password}"`).join('\n'));
  writeFileSync(
    settings,
    `[databases]
* = host=127.0.0.1 port=${known[0]?.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = ${mode}
${more}
`,
  );
  give(account, folder, users, settings);
  const child = spawn(program, [settings], { stdio: 'ignore', ...account });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const at = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new pg.Client(at(urls[0] ?? ''));
    const isAnswering = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isAnswering) return { at, stop };
    await pause(50);
  }
  await stop();
  throw new Error('PgBouncer does not answer');
}
