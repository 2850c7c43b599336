import type pg from 'pg';
import type { Actor } from '@/lib/domain/actor';
import type { Operation } from '@/lib/domain/permissions';
import { type Reader, readerFor } from '@/lib/server/gate/reading';
import { startSession } from '@/lib/server/gate/session';
import { BLANK_FORM } from './blank-form';

/** The seeded account as the actor of a command. */
export async function actorOf(owner: pg.Client, loginId: string): Promise<Actor> {
  const { rows } = await owner.query(
    `SELECT a.id AS "accountId", a.name, m.ward_id AS "wardId", m.department_id AS "departmentId", m.roles
     FROM account a JOIN membership m ON m.account_id = a.id WHERE a.login_id = $1`,
    [loginId],
  );
  const [actor] = rows as Actor[];
  if (!actor) throw new Error(`no account ${loginId}`);
  return actor;
}

/** The actor as the reader of a query that needs the operation. */
export function readerOf(actor: Actor, operation: Operation): Reader {
  const reader = readerFor(actor, operation);
  if (!reader.ok) throw new Error(reader.code);
  return reader.value;
}

/** A session of the account, as a sign-in begins it. */
export async function sessionOf(owner: pg.Client, { accountId, wardId }: Actor): Promise<string> {
  const { rows } = await owner.query('SELECT password_hash FROM account WHERE id = $1', [accountId]);
  const id = await startSession({ accountId, wardId, passwordHash: rows[0].password_hash });
  if (!id) throw new Error(`no session for ${accountId}`);
  return id;
}

export type SeededEntry = {
  id: string;
  wardId: string;
  version: number;
  status: string;
  name: string;
  categoryId: string;
  departmentId: string;
  isPriority: boolean;
  summary: string;
  innovation: string;
  amount: string | null;
};

/** The entry of that year whose name contains the word. */
export async function entryOf(owner: pg.Client, word: string, year = 2023): Promise<SeededEntry> {
  const { rows } = await owner.query(
    `SELECT e.id, e.ward_id AS "wardId", e.version, e.status, e.name, e.category_id AS "categoryId",
       e.department_id AS "departmentId", e.is_priority AS "isPriority", e.summary, e.innovation, e.amount
     FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE y.year = $1 AND e.name LIKE '%' || $2 || '%'`,
    [year, word],
  );
  const [entry] = rows as SeededEntry[];
  if (!entry) throw new Error(`no entry ${word}`);
  return entry;
}

/** What the editor sends for it, with these fields changed. With a reason, it is a correction. */
export const saveInputOf = (entry: SeededEntry, changes: Record<string, unknown> = {}) => ({
  ...BLANK_FORM,
  entryId: entry.id,
  version: entry.version,
  name: entry.name,
  categoryId: entry.categoryId,
  amount: entry.amount ?? '3,898',
  isPriority: entry.isPriority,
  summary: entry.summary,
  innovation: entry.innovation,
  ...changes,
});

async function ofEachTable(owner: pg.Client, what: string): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  );
  const texts = (tables as { name: string }[]).map(
    ({ name }) => `SELECT '${name}' AS name, ${what} AS text FROM "${name}" t`,
  );
  const { rows } = texts.length > 0 ? await owner.query(texts.join(' UNION ALL ')) : { rows: [] };
  return Object.fromEntries(rows.map(({ name, text }) => [name, text ?? '']));
}

/** Every row of every table of the program as text, to see whether anything changed. */
export const allRows = (owner: pg.Client) => ofEachTable(owner, `string_agg(t::text, E'\\n' ORDER BY t::text)`);

/** The same in short, where it is asked again and again: how many rows each table has, and a sum of their hashes. */
export const allSums = (owner: pg.Client) =>
  ofEachTable(owner, `count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)`);
