import { randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../../scripts/postgres.mjs';
import { startServer } from '../../scripts/server-process.mjs';

export const TEMPLATE = 'template_e2e';

export type App = {
  url: string;
  /** As the database's owner, to look at what the screens did. */
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** What the server has written down so far. */
  log(): Record<string, unknown>[];
  close(): Promise<void>;
};

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is set by e2e/setup/global-setup.ts`);
  return value;
};

/** The standalone server on a fresh copy of the seeded database. */
export async function openApp(settings: Record<string, string> = {}): Promise<App> {
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const owner = setting('E2E_OWNER_URL');
  const maintenance = new pg.Client(owner.replace(TEMPLATE, 'postgres'));
  await maintenance.connect();
  await maintenance.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const client = new pg.Client(owner.replace(TEMPLATE, name));
  await client.connect();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-log-'));
  const output = path.join(folder, 'output');
  const server = await startServer({
    folder: setting('E2E_BUILD'),
    output: openSync(output, 'w'),
    env: {
      ...process.env,
      DATABASE_URL: setting('E2E_APP_URL').replace(TEMPLATE, name),
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
      NEXTAUTH_URL: url,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      ...settings,
    },
  });
  return {
    url,
    rows: async <Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as Row[],
    log: () =>
      readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      await client.end();
      await maintenance.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await maintenance.end();
    },
  };
}
