import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../scripts/launcher/build';
import { createDatabase, urlsOf } from '../../scripts/launcher/embedded-database';
import { startPostgres } from '../../scripts/launcher/postgres';
import { findBrowser } from '../../scripts/test/browser';
import { TEMPLATE } from './app';

/** One PostgreSQL for the run, with a migrated and seeded database that every spec file copies. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-e2e-'));
  const built = await build();
  const postgres = await startPostgres(folder, { temporary: true });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createDatabase(postgres, TEMPLATE);
    const accountsFile = path.join(folder, 'demo-accounts.json');
    const env = { ...process.env, ...urlsOf(postgres, TEMPLATE), SEED_DEMO: '1', DEMO_ACCOUNTS_FILE: accountsFile };
    const prepared = spawnSync(process.execPath, ['tools/prepare-database.mjs'], { cwd: built, env, encoding: 'utf8' });
    if (prepared.status !== 0) throw new Error(prepared.stderr);
    process.env.E2E_BUILD = built;
    process.env.E2E_OWNER_URL = postgres.url('postgres', TEMPLATE);
    process.env.E2E_APP_URL = postgres.url('yosan_app', TEMPLATE);
    process.env.E2E_ACCOUNTS = readFileSync(accountsFile, 'utf8');
    const browser = process.env.E2E_BROWSER ?? (await findBrowser());
    if (browser) process.env.E2E_BROWSER = browser;
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
