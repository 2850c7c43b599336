import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

/** `owner` is for looking and for doing what the app may not. */
export type TestDatabase = { owner: pg.Client; ownerUrl: string };

/**
 * A copy of the seeded database (or of `template0`, an empty one) for this test file, made before the file's own hooks and
 * dropped after them. `lib/server` reads it through the environment, as the app's role.
 */
export function testDatabase(template: 'template_seeded' | 'template0' = 'template_seeded'): TestDatabase {
  const urls = inject('databases');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const at = (url: string) => url.replace(/template_seeded$/, name);
  const admin = new pg.Client(urls.maintenance);
  const owner = new pg.Client(at(urls.owner));
  process.env.DATABASE_URL = at(urls.app);
  process.env.NEXTAUTH_SECRET = 'of tests '.repeat(4);
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await globalThis.yosanPool?.end();
    globalThis.yosanPool = undefined;
    // Entries of another copy have the same ids.
    globalThis.yosanFindings = undefined;
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  return { owner, ownerUrl: at(urls.owner) };
}
