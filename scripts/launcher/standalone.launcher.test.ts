import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from '../bench/load';
import { signIn } from '../bench/sign-in';
import { build } from './build';
import { createDatabase, urlsOf } from './embedded-database';
import { freePort, type RunningPostgres, startPostgres } from './postgres';
import { serverAccount } from './postgres-home';
import { startServer } from './server-process';

/** What the container runs: the build alone, in a folder with nothing above it, by an account that owns nothing of it. */
const image = mkdtempSync(path.join(tmpdir(), 'yosan-image-'));
const data = mkdtempSync(path.join(tmpdir(), 'yosan-data-'));
/** As people name folders; a number sign alone is refused. */
const program = path.join(image, '予算 (1) [案] 100% 😀 a?b&c=d+e@;,!~');
const node = path.join(image, 'node');
const account = serverAccount();
let postgres: RunningPostgres;

beforeAll(async () => {
  cpSync(await build(), program, { recursive: true, verbatimSymlinks: true });
  copyFileSync(process.execPath, node);
  chmodSync(image, 0o755);
  postgres = await startPostgres(data, { temporary: true });
  await createDatabase(postgres);
});
afterAll(async () => {
  await postgres.stop();
  for (const folder of [image, data]) rmSync(folder, { recursive: true, force: true });
});

it('prepares the database, reports health and prints a document from its own files alone', async () => {
  const accounts = path.join(tmpdir(), `yosan-accounts-${randomBytes(6).toString('hex')}.json`);
  const bare = { NODE_ENV: 'production', PATH: '/usr/bin:/bin', HOME: '/nonexistent' } as const;
  const prepared = spawnSync(node, [path.join(program, 'tools/prepare-database.mjs')], {
    cwd: program,
    env: { ...bare, ...urlsOf(postgres), SEED_DEMO: '1', DEMO_ACCOUNTS_FILE: accounts },
    encoding: 'utf8',
    ...account,
  });
  expect(prepared.stderr).toBe('');
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...bare,
    DATABASE_URL: urlsOf(postgres).DATABASE_URL,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: origin,
    PORT: port,
    HOSTNAME: '127.0.0.1',
  };
  const server = await startServer({ folder: program, env, node, isQuiet: true, account });
  try {
    const health = await send(`${origin}/api/health`);
    expect([health.status, health.body.toString()]).toEqual([200, '{"status":"ok"}']);
    const admin = JSON.parse(readFileSync(accounts, 'utf8')).find((one: { role: string }) => one.role === 'admin');
    const cookie = await signIn(origin, admin);
    const pdf = await send(`${origin}/api/years/2022/document/pdf`, { headers: { cookie } });
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.body.length).toBeGreaterThan(50_000);

    await postgres.stop();
    const ill = await send(`${origin}/api/health`);
    expect([ill.status, ill.body.toString()]).toEqual([503, '{"status":"unavailable"}']);
  } finally {
    await server.stop();
    rmSync(accounts, { force: true });
  }
});

it('keeps everything in a file and brings it back in another database, by its own tools', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-kept-'));
  chmodSync(folder, 0o777);
  const server = await startPostgres(path.join(folder, 'data'), { temporary: true });
  const tool = (name: string, database: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(node, [path.join(program, `tools/${name}.mjs`), ...args], {
      cwd: program,
      env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', ...urlsOf(server, database), SEED_DEMO: '1' },
      encoding: 'utf8',
      ...account,
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };
  try {
    for (const name of ['kept', 'again']) await createDatabase(server, name);
    tool('prepare-database', 'kept');
    const file = path.join(folder, 'backup.gz');
    const said = tool('backup', 'kept', file).split('\n');
    expect(tool('restore', 'again', file).split('\n')[1]).toBe(said[1]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
