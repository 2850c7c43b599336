import { pool } from '@/lib/server/db';

type Interrupted<T> = { value: T; statements: number };

/**
 * Does `read`, and has `work` done and committed by somebody else just before its statement number `at`; 1 is BEGIN.
 * What doesn't ask for a connection of its own goes past it, and is missing in the count.
 */
export async function interrupted<T>(
  at: number,
  work: () => Promise<unknown>,
  read: () => Promise<T>,
): Promise<Interrupted<T>> {
  const own = pool();
  let statements = 0;
  const connect = async () => {
    const client = await own.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const counted = async (...args: unknown[]) => {
      statements += 1;
      if (statements === at) await work();
      return query(...args);
    };
    return Object.assign(Object.create(client), { query: counted, release: client.release.bind(client) });
  };
  globalThis.yosanPool = Object.assign(Object.create(own), { connect, query: own.query.bind(own) });
  try {
    return { value: await read(), statements };
  } finally {
    globalThis.yosanPool = own;
  }
}
