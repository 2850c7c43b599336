import 'server-only';
import pg from 'pg';
import { v7 } from 'uuid';
import { safeInteger } from '@/lib/domain/amount';
import { type Result, succeed } from '@/lib/domain/result';
import { log } from '@/lib/server/log';
import { setSession } from './connection';
import { parseEnv } from './env';
import { isAway, Unavailable } from './unavailable';

/** A statement, or a piece of one, and its values; made by `sql` alone, so that no value is ever pasted into text. */
export class Statement {
  constructor(
    readonly parts: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  get text(): string {
    return this.parts.reduce((text, part, index) => `${text}$${index}${part}`);
  }
}

/** A statement given as a value becomes a piece of this one. */
export function sql([first = '', ...rest]: readonly string[], ...given: unknown[]): Statement {
  const parts = [first];
  const values: unknown[] = [];
  const append = (text = '') => {
    parts[parts.length - 1] += text;
  };
  for (const [index, value] of given.entries()) {
    if (value instanceof Statement) {
      append(value.parts[0]);
      parts.push(...value.parts.slice(1));
      values.push(...value.values);
      append(rest[index]);
    } else {
      values.push(value);
      parts.push(rest[index] ?? '');
    }
  }
  return new Statement(parts, values);
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
  const query = ({ text, values }: Statement) => connection.query({ text, values: [...values], name: nameOf(text) });
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

/** The server gives a statement up before the client gives up the connection: that then means that nobody answers. */
const LIMITS = { statement_timeout: '15s', idle_in_transaction_session_timeout: '30s' };
const SILENCE_MS = 20_000;
const isSilence = (error: unknown): boolean => error instanceof Error && error.message === 'Query read timeout';
const isFatal = (error: unknown): boolean => error instanceof pg.DatabaseError && error.severity === 'FATAL';

function createPool(): pg.Pool {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = parseEnv(process.env);
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL_SIZE,
    types: parsers,
    connectionTimeoutMillis: 10_000,
    onConnect: (client) => setSession(client, LIMITS),
    query_timeout: SILENCE_MS,
    keepAlive: true,
  });
  pool.on('error', (error) => log({ level: 'error', message: 'database connection lost', error }));
  // Any number may wait.
  pool.setMaxListeners(0);
  return pool;
}

/** One pool per process, also across reloads in development. Made at first use: the build has no database. */
export function pool(): pg.Pool {
  globalThis.yosanPool ??= createPool();
  return globalThis.yosanPool;
}

const RETIRED = 'retired';

/** Connections die together: behind one that was lost, the others would each make somebody wait for nothing. */
function retire(lost: pg.Pool): void {
  if (globalThis.yosanPool !== lost) return;
  globalThis.yosanPool = undefined;
  lost.emit(RETIRED);
  lost.end().catch((error: unknown) => log({ level: 'error', message: 'database connection lost', error }));
}

/** A pool that is given up serves nobody who still waits: they go over to the next one. */
function connect(): Promise<{ connection: pg.PoolClient; from: pg.Pool }> {
  const from = pool();
  const asked = from.connect();
  return new Promise((resolve, reject) => {
    const goOver = () => {
      resolve(connect());
      asked.then(
        (late) => late.release(),
        () => undefined,
      );
    };
    from.once(RETIRED, goOver);
    asked.then(
      (connection) => {
        from.off(RETIRED, goOver);
        resolve({ connection, from });
      },
      (cause: unknown) => {
        from.off(RETIRED, goOver);
        reject(new Unavailable(cause));
      },
    );
  });
}

async function withConnection<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
  const { connection, from } = await connect();
  let lost: Error | undefined;
  // A connection that dies while it is in use says so twice: the statement rejects, and this event, which nobody hearing
  // would end the process.
  const remember = (error: Error) => {
    lost = error;
  };
  connection.on('error', remember);
  const query = async (config: pg.QueryConfig) => {
    // Behind a statement that was given up, another one would wait as long again.
    if (lost) throw new Unavailable(lost);
    try {
      return await connection.query(config);
    } catch (error) {
      if (error instanceof Error && (isSilence(error) || isFatal(error))) remember(error);
      throw lost || isAway(error) ? new Unavailable(error) : error;
    }
  };
  try {
    return await work({ query });
  } finally {
    if (lost) retire(from);
    else connection.off('error', remember);
    connection.release(lost);
  }
}

export const db: Db = on({ query: (config) => withConnection((connection) => connection.query(config)) });

/** Runs `work` on one connection. A failure that it returns, or anything thrown, leaves the data as it was. */
export async function transaction<T>(work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
  return within('BEGIN', work);
}

/** Runs queries that all see the data of one moment, for what must add up. */
export async function consistentRead<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const read = await within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (tx) => succeed(await work(tx)));
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const within = <T>(begin: string, work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> =>
  withConnection(async (connection) => {
    try {
      await connection.query({ text: begin });
      const result = await work(on(connection));
      await connection.query({ text: result.ok ? 'COMMIT' : 'ROLLBACK' });
      return result;
    } catch (error) {
      await connection.query({ text: 'ROLLBACK' }).catch(() => undefined);
      throw error;
    }
  });

export const newId = (): string => v7();
