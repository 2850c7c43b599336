import pg from 'pg';

/**
 * What the program's statements and the reading of their results rely on, whatever the server, the database or the role says
 * otherwise. It is said after connecting: a pooler refuses it as start-up parameters.
 */
const SETTINGS = {
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  search_path: 'public, pg_temp',
  default_transaction_isolation: 'read committed',
};

type Settings = Record<string, string>;

/** One round trip for all of them. */
export async function setSession(client: pg.ClientBase, more: Settings = {}): Promise<void> {
  const settings = Object.entries({ ...SETTINGS, ...more });
  await client.query(
    `SELECT ${settings.map(([name, value]) => `set_config('${name}', '${value}', false)`).join(', ')}`,
  );
}

/** One connection, for what is no server. */
export async function connect(url: string | undefined, more?: Settings): Promise<pg.Client> {
  const client = new pg.Client(url);
  // The statement under way, or the next one, says that the connection is gone; nobody hearing this would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await setSession(client, more);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
