import { pool } from '@/lib/server/database/db';

type Interrupted<T> = { value: T; statements: number };
type Query = (...args: unknown[]) => Promise<unknown>;

/**
 * Does `read`, and has `work` done just before its statement number `at`; 1 is BEGIN. `work` gets the connection's query. What
 * doesn't ask for a connection of its own goes past it, and is missing in the count.
 */
export async function interrupted<T>(
  at: number,
  work: (query: Query) => Promise<unknown>,
  read: () => Promise<T>,
): Promise<Interrupted<T>> {
  const own = pool();
  let statements = 0;
  const connect = async () => {
    const client = await own.connect();
    const query: Query = client.query.bind(client);
    const counted: Query = async (...args) => {
      statements += 1;
      if (statements === at) await work(query);
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
