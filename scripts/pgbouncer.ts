import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installDebianPackage } from './debian-package.mjs';
import { freePort, type RunningPostgres } from './postgres.mjs';
import { give, serverAccount } from './postgres-home.mjs';
import { pause } from './process-identity.mjs';

function findPgBouncer(): string {
  const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'].map((folder) =>
    path.join(folder, 'pgbouncer'),
  );
  if (!places.some((file) => existsSync(file))) installDebianPackage('pgbouncer');
  const found = places.find((file) => existsSync(file));
  if (!found) throw new Error('these tests need pgbouncer (apt-get install pgbouncer)');
  return found;
}

export type PgBouncer = { url(role: 'postgres' | 'yosan_app', database: string): string; stop(): Promise<void> };

/** The real PgBouncer before a PostgreSQL, with its defaults but for the mode. */
export async function startPgBouncer(postgres: RunningPostgres, mode: string): Promise<PgBouncer> {
  const program = findPgBouncer();
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-pgbouncer-'));
  const port = await freePort();
  const account = serverAccount();
  const users = path.join(folder, 'users.txt');
  const settings = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    users,
    Object.entries(postgres.passwords)
      .map(([name, secret]) => `"${name}" "${secret}"`)
      .join('\n'),
  );
  writeFileSync(
    settings,
    `[databases]
* = host=127.0.0.1 port=${postgres.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = ${mode}
`,
  );
  give(account, folder, users, settings);
  const child = spawn(program, [settings], { stdio: 'ignore', ...account });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const url = (role: 'postgres' | 'yosan_app', database: string) =>
    `postgresql://${role}:${postgres.passwords[role]}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new pg.Client(url('postgres', 'postgres'));
    const isAnswering = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isAnswering) return { url, stop };
    await pause(50);
  }
  await stop();
  throw new Error('PgBouncer does not answer');
}
