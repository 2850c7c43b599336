import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = { owner: pg.Client; drop(): Promise<void> };

/**
 * A copy of the seeded database for this test file. `lib/server` reads it through the environment, as the app's role;
 * `owner` is for looking and for doing what the app may not.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const { maintenance, owner, app } = inject('databases');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(maintenance);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template_seeded`);
  const at = (url: string) => url.replace(/template_seeded$/, name);
  process.env.DATABASE_URL = at(app);
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString('hex');
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  const client = new pg.Client(at(owner));
  await client.connect();
  const drop = async () => {
    await client.end();
    await globalThis.yosanPool?.end();
    globalThis.yosanPool = undefined;
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { owner: client, drop };
}
