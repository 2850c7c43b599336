import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { seed } from '../../prisma/seed';
import { bundleTools } from '../launcher/build-tools';
import { createDatabase } from '../launcher/embedded-database';
import { startPostgres } from '../launcher/postgres';
import { migrate } from '../migration/migrate';
import { TEST_TOOLS } from './script';

declare module 'vitest' {
  interface ProvidedContext {
    databases: { maintenance: string; owner: string; app: string };
  }
}

/** One PostgreSQL per run with a migrated and seeded template, which every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await bundleTools(TEST_TOOLS);
  const folder = mkdtempSync(path.join(tmpdir(), 'yosan-db-'));
  const postgres = await startPostgres(folder, { temporary: true });
  const maintenance = postgres.url('postgres', 'postgres');
  await createDatabase(postgres, 'template_seeded');
  const owner = postgres.url('postgres', 'template_seeded');
  await migrate(owner, 'yosan_app');
  await seed(owner);
  project.provide('databases', { maintenance, owner, app: postgres.url('yosan_app', 'template_seeded') });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
