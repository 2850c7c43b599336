import { randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../scripts/launcher/postgres';
import { startServer } from '../../scripts/launcher/server-process';
import { openWire, type Wire } from '../../scripts/test/wire';

export const TEMPLATE = 'template_e2e';

export type App = {
  url: string;
  /** As the database's owner, to look at what the screens did. */
  rows<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Between the server and its database. */
  wire: Wire;
  /** Ends the server; `start` brings another one to the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** What the server has written down since it was opened or renewed, but for the connections that renewing took away. */
  log(): Record<string, unknown>[];
  /** A fresh copy of the seeded database behind the same server, which keeps nothing of the former one. */
  renew(): Promise<void>;
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
  const copy = async () => {
    await maintenance.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
    const client = new pg.Client(owner.replace(TEMPLATE, name));
    await client.connect();
    return client;
  };
  const drop = async () => {
    await client.end();
    await maintenance.query(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  let client = await copy();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const database = new URL(setting('E2E_APP_URL').replace(TEMPLATE, name));
  const wire = await openWire(Number(database.port));
  database.port = String(wire.port);
  const env = {
    ...process.env,
    DATABASE_URL: database.href,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: url,
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    ...settings,
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-log-'));
  const output = path.join(folder, 'output');
  const start = () => startServer({ folder: setting('E2E_BUILD'), output: openSync(output, 'a'), env });
  let server = await start();
  let former = 0;
  return {
    url,
    wire,
    stop: () => server.stop(),
    start: async () => {
      server = await start();
    },
    rows: async <Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as Row[],
    log: () =>
      readFileSync(output)
        .subarray(former)
        .toString()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        // Their number comes a second later.
        .filter(({ msg }) => former === 0 || msg !== 'database connection lost'),
    renew: async () => {
      wire.cut();
      await drop();
      client = await copy();
      wire.heal();
      // What it says about the connections that it lost is of the former database.
      while (!(await fetch(`${url}/api/health`)).ok) await delay(20);
      former = statSync(output).size;
    },
    close: async () => {
      await server.stop();
      await wire.close();
      rmSync(folder, { recursive: true, force: true });
      await drop();
      await maintenance.end();
    },
  };
}
