import pg from 'pg';

/** What is not in a backup: the next start makes it, or nobody should go on with it elsewhere. */
const LEFT_OUT = ['_prisma_migrations', 'session', 'sign_in_throttle', 'security_count'];

export type Table = { name: string; columns: string[] };

/** All of the program's tables with the columns that hold something of their own. */
export async function programTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attgenerated = ''
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
  );
  return rows as Table[];
}

export const isInBackup = ({ name }: Table): boolean => !LEFT_OUT.includes(name);

export const tableName = (name: string): string => `public.${pg.escapeIdentifier(name)}`;

/** What COPY is told: the table and its columns. */
export const copied = ({ name, columns }: Table): string =>
  `${tableName(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
