import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { getDocument } from '@/lib/server/document/document';
import { saveEntry } from '@/lib/server/entry/entries';
import { getEntryListFrame, listEntries } from '@/lib/server/entry/entry-list-queries';
import { getYearOrder } from '@/lib/server/entry/entry-order-queries';
import { getAfterSubmit, getEntry, getEntryChoices } from '@/lib/server/entry/entry-queries';
import { listEntryTasks, listStatusCounts, readHome } from '@/lib/server/entry/home-queries';
import { findSession } from '@/lib/server/gate/session';
import { digestAudit } from '@/lib/server/history/audit-digest';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { getChangesSinceDecision, listRevisions } from '@/lib/server/history/entry-history-queries';
import { listDepartments } from '@/lib/server/people/department-queries';
import { getShell } from '@/lib/server/people/shell-queries';
import { getUser, listUsers } from '@/lib/server/people/user-queries';
import { signIn } from '@/lib/server/sign-in/sign-in';
import { getYearSettings, listCategoryTotals, listYearSettings } from '@/lib/server/year/year-queries';
import { migrate } from '@/scripts/migration/migrate';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';

/** A database of the program's first months: what its head says of it holds after every later migration. */
const DUMP = readFileSync('prisma/fixtures/foundation.sql', 'utf8');
const [, until = '', chains, digest] = /^-- Everything before (\S+): (\d+) histories, digest (\w+)$/m.exec(DUMP) ?? [];
const [, password = ''] = /^-- The password of drafter is (\S+)\.$/m.exec(DUMP) ?? [];
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

const database = testDatabase('template0');
const rows = async (text: string) => (await database.owner.query(text)).rows;

type Row = Record<string, unknown>;
type Table = { name: string; columns: string[]; rows: Row[] };

const asJson = async (select: string): Promise<Row[]> =>
  (await rows(`SELECT row_to_json(t) AS row FROM (${select}) t ORDER BY row_to_json(t)::text`)).map(({ row }) => row);

/** The columns of that time alone: a later migration may add some. */
const rowsOf = async ({ name, columns }: Omit<Table, 'rows'>): Promise<Row[]> =>
  asJson(`SELECT ${columns} FROM "${name}"`);

let before: Table[];

beforeAll(async () => {
  await database.owner.query(DUMP);
  const tables =
    await rows(`SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
    FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name ORDER BY table_name`);
  before = [];
  for (const table of tables) before.push({ ...table, rows: await rowsOf(table) });
  await migrate(database.ownerUrl, 'yosan_app');
});

it('has every migration', async () => {
  const folders = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name));
  const applied = await rows(`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`);
  expect(applied.map(({ name }) => name).sort()).toEqual(folders.sort());
});

/** What stands in the one history now, as it stood in the three of before; rows without an id of their own any more go without. */
const CARRIED: Record<string, string> = {
  entry_revision: `SELECT ward_id, id, entry_id, version, action, reason, actor_id, actor_name, actor_role, at,
      (SELECT jsonb_merge(d.after ORDER BY d.sequence) FROM entry_step d WHERE d.entry_id = s.entry_id AND d.sequence <= s.sequence) AS snapshot,
      lag(hash, 1, '') OVER (PARTITION BY entry_id ORDER BY sequence) AS prev_hash, hash FROM entry_step s`,
  workflow_event: `SELECT ward_id, entry_id, version, action, before->>'status' AS from_status, after->>'status' AS to_status,
      reason, actor_id, actor_name, actor_role, at FROM entry_step`,
  audit_event: `SELECT ward_id, 'entry.' || action AS operation, 'entry' AS subject, entry_id AS subject_id, before, after, actor_id,
      actor_name, actor_role, address, at FROM entry_step
    UNION ALL SELECT ward_id, operation, subject, subject_id, before, after, actor_id, actor_name, actor_role, address, at
      FROM audit_event WHERE subject <> 'entry'`,
};

it('keeps every row as it was', async () => {
  expect(before.length).toBeGreaterThan(15);
  for (const table of before) {
    expect(table.rows, table.name).not.toEqual([]);
    const carried = CARRIED[table.name];
    const found = carried ? await asJson(carried) : await rowsOf(table);
    const kept = table.rows.map(({ id, ...row }) =>
      carried && table.name !== 'entry_revision' ? row : { id, ...row },
    );
    expect(found, table.name).toEqual(expect.arrayContaining(kept));
  }
});

it('keeps every history', async () => {
  expect(await verifyAudit(database.owner)).toEqual([]);
  const found = await digestAudit(database.owner, new Date(until));
  expect(found).toEqual({ chains: Number(chains), digest, until: new Date(until) });
});

it('signs in whoever could, and goes on with the sessions that were open', async () => {
  expect(await signIn('drafter', password, { address: null })).toMatchObject({ wardId: expect.any(String) });
  expect(await signIn('drafter', 'another', { address: null })).toBe('refused');
  await database.owner.query('UPDATE session SET created_at = now(), last_seen_at = now()');
  const sessions = await rows('SELECT id FROM session');
  expect(sessions.length).toBeGreaterThan(1);
  for (const { id } of sessions) expect(await findSession(id)).toMatchObject({ name: expect.any(String) });
});

it.each(['drafter', 'approver', 'admin'])('shows every screen to %s', async (loginId) => {
  const reader = readerOf(await actorOf(database.owner, loginId), 'entry.read');
  for (const year of YEARS) {
    expect(await getEntryListFrame(reader, year)).toBeDefined();
    expect(await getYearSettings(reader, year)).toBeDefined();
    expect(await getYearOrder(reader, year)).toBeDefined();
    expect(await getDocument(reader, year)).toBeDefined();
    expect(await readHome(reader, year)).toBeDefined();
    expect((await listStatusCounts(reader, year)).length > 0).toBe(year >= 2022);
    expect(await getEntryChoices(reader, year)).toBeDefined();
    const rows = await listEntries(reader, year, entryFilterOf({}));
    const entries = rows.filter(({ carried }) => carried === null);
    expect(entries).toHaveLength({ 2022: 5, 2023: 7, 2024: 6 }[year] ?? 0);
    for (const { id } of entries) {
      const entry = await getEntry(reader, year, id);
      if (!entry) throw new Error(`no entry ${id}`);
      expect(await listRevisions(reader, entry, 1)).not.toEqual([]);
      await getChangesSinceDecision(reader, entry);
      await getAfterSubmit(reader, entry);
    }
  }
  expect(await getShell(reader)).toBeDefined();
  expect((await listEntryTasks(reader)).length > 0).toBe(loginId !== 'admin');
  expect(await listDepartments(reader)).toHaveLength(5);
  expect(await listCategoryTotals(reader, 2017, 2024)).not.toEqual([]);
  expect((await listYearSettings(reader)).years).toHaveLength(YEARS.length);
  expect((await listAuditEvents(reader, null)).rows.length).toBeGreaterThan(20);
  const users = await listUsers(reader);
  expect(users).toHaveLength(8);
  for (const { membershipId } of users) expect(await getUser(reader, membershipId)).toBeDefined();
});

it('goes on where it stood', async () => {
  const actor = await actorOf(database.owner, 'drafter');
  const entry = await entryOf(database.owner, '見守り', 2024);
  const saved = await saveEntry.execute({ actor, address: null }, saveInputOf(entry, { amount: '140' }));
  expect(saved).toMatchObject({ ok: true });
  expect(await verifyAudit(database.owner)).toEqual([]);
});
