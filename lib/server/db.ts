import 'server-only';
import pg from 'pg';
import { safeInteger } from '@/lib/domain/amount';
import { type Result, succeed } from '@/lib/domain/result';
import { env } from './env';
import { log } from './log';

/** A statement and its values; made by `sql` alone, so that no value is ever pasted into text. */
export type Statement = { text: string; values: unknown[] };

export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  return { text: parts.reduce((text, part, index) => `${text}$${index}${part}`), values };
}

/** One connection or the pool: rows come back as the statement's aliases name them. */
export type Db = {
  rows<Row>(statement: Statement): Promise<Row[]>;
  first<Row>(statement: Statement): Promise<Row | undefined>;
  /** The number of rows that the statement changed. */
  run(statement: Statement): Promise<number>;
};

const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? (text: string) => safeInteger(BigInt(text)) : pg.types.getTypeParser(oid, format),
};

/**
 * Statements are prepared once per connection: their texts are the program's own, so there are few. The names belong to the
 * pool's connections, which every copy of this module shares.
 */
function nameOf(text: string): string {
  globalThis.yosanStatements ??= new Map<string, string>();
  const names = globalThis.yosanStatements;
  const known = names.get(text) ?? `q${names.size}`;
  names.set(text, known);
  return known;
}

export type Queryable = { query(config: pg.QueryConfig): Promise<pg.QueryResult> };

function on(connection: Queryable): Db {
  const query = (statement: Statement) => connection.query({ ...statement, name: nameOf(statement.text) });
  return {
    rows: async <Row>(statement: Statement) => (await query(statement)).rows as Row[],
    first: async <Row>(statement: Statement) => (await query(statement)).rows[0] as Row | undefined,
    run: async (statement) => (await query(statement)).rowCount ?? 0,
  };
}

declare global {
  var yosanPool: pg.Pool | undefined;
  var yosanStatements: Map<string, string> | undefined;
}

function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    types: parsers,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
  });
  pool.on('error', (error) => log({ level: 'error', message: 'database connection lost', error }));
  return pool;
}

/** One pool per process, also across reloads in development. Made at first use: the build has no database. */
export function pool(): pg.Pool {
  globalThis.yosanPool ??= createPool();
  return globalThis.yosanPool;
}

export const db: Db = on({ query: (config) => pool().query(config) });

/** Runs `work` on one connection. A failure that it returns, or anything thrown, leaves the data as it was. */
export async function transaction<T>(work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  return within('BEGIN', work);
}

/** Runs queries that all see the data of one moment, for what must add up. */
export async function snapshot<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const read = await within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (tx) => succeed(await work(tx)));
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function within<T>(begin: string, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  const connection = await pool().connect();
  let broken: Error | undefined;
  // A connection that dies while it is in use says so twice: the statement rejects, and this event, which nobody hearing
  // would end the process.
  const remember = (error: Error) => {
    broken = error;
  };
  connection.on('error', remember);
  try {
    await connection.query(begin);
    const result = await work(on(connection));
    await connection.query(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(remember);
    throw error;
  } finally {
    if (!broken) connection.off('error', remember);
    connection.release(broken);
  }
}
