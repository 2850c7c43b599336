import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { pause } from '../launcher/process-identity';

const REQUESTS = 10;

/** Statements of one request, BEGIN and COMMIT included, as PostgreSQL's own log shows them. */
export async function countStatements(
  owner: pg.Client,
  cluster: string,
  kinds: Record<string, (client: number) => Promise<void>>,
): Promise<void> {
  const log = path.join(cluster, 'server.log');
  const logStatements = async (level: 'all' | 'none') => {
    await owner.query(`ALTER SYSTEM SET log_statement = '${level}'`);
    await owner.query('SELECT pg_reload_conf()');
    await pause(500);
  };
  const count = () => readFileSync(log, 'utf8').match(/LOG: {2}(execute|statement)/g)?.length ?? 0;
  console.log('\n## SQL statements per request, BEGIN and COMMIT included\n');
  await logStatements('all');
  for (const [name, request] of Object.entries(kinds)) {
    const before = count();
    for (let n = 0; n < REQUESTS; n += 1) await request(0);
    await pause(200);
    console.log(`- ${name}: ${((count() - before) / REQUESTS).toFixed(1)}`);
  }
  await logStatements('none');
}
