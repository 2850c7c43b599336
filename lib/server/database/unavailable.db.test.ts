import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { GET as health } from '@/app/api/health/route';
import { succeed } from '@/lib/domain/result';
import { testDatabase } from '@/scripts/test/database';
import { openWire, type Wire } from '@/scripts/test/wire';
import { db, pool, sql, transaction } from './db';
import { isUnavailable, orUnavailable } from './unavailable';

const { owner } = testDatabase();
const direct = new URL(process.env.DATABASE_URL ?? '');
let wire: Wire;

beforeAll(async () => {
  wire = await openWire(Number(direct.port));
  process.env.DATABASE_URL = Object.assign(new URL(direct), { port: String(wire.port) }).href;
});
afterEach(() => wire.heal());
afterAll(() => wire.close());

const ask = () => db.first<{ one: number }>(sql`SELECT 1 AS one`);
const inTransaction = (work = ask) => transaction(async () => succeed(await work()));

const OPEN = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'yosan_app'`;
const HELD = `${OPEN} AND wait_event_type = 'Lock'`;

/** As many at once as the pool has connections. */
const useAll = () => Promise.all(Array.from({ length: 10 }, () => db.first(sql`SELECT pg_sleep(0.2)`)));

async function outcomeOf(work: () => Promise<unknown>) {
  const began = performance.now();
  const outcome = await work().then(
    () => 'done',
    (error: unknown) => (isUnavailable(error) ? 'unavailable' : error),
  );
  return { outcome, took: performance.now() - began };
}

it('gives up ten silent connections together, and goes on within 30 seconds', async () => {
  await useAll();
  expect(wire.count()).toBe(10);
  wire.freeze();
  const began = performance.now();
  const first = outcomeOf(ask);
  const second = outcomeOf(() => transaction(async (tx) => succeed(await tx.first(sql`SELECT 1`))));
  const probe = performance.now();
  expect((await health()).status).toBe(503);
  expect(performance.now() - probe).toBeLessThan(5000);
  expect((await first).outcome).toBe('unavailable');
  expect((await second).outcome).toBe('unavailable');
  for (let n = 0; n < 20; n += 1) expect(await ask()).toEqual({ one: 1 });
  expect(performance.now() - began).toBeLessThan(30_000);
  expect((await health()).status).toBe(200);
});

it('says at once that the database is away, also inside a transaction, and works again when it is back', async () => {
  await ask();
  const cut = await outcomeOf(() =>
    transaction(async (tx) => {
      await tx.run(sql`UPDATE ward SET name = 'half' WHERE code = '271071'`);
      wire.cut();
      return succeed(await tx.first(sql`SELECT 1`));
    }),
  );
  expect(cut.outcome).toBe('unavailable');
  for (const work of [ask, inTransaction]) {
    const { outcome, took } = await outcomeOf(work);
    expect(outcome).toBe('unavailable');
    expect(took).toBeLessThan(2000);
  }
  expect((await health()).status).toBe(503);
  expect(await orUnavailable(async () => succeed(await ask()))).toEqual({ ok: false, code: 'unavailable' });

  wire.heal();
  expect(await ask()).toEqual({ one: 1 });
  expect((await health()).status).toBe(200);
  const { rows } = await owner.query(`SELECT 1 FROM ward WHERE name = 'half'`);
  expect(rows).toEqual([]);
});

it('takes a statement that the database refuses for what it is, and keeps the connection', async () => {
  await ask();
  const before = pool();
  await expect(transaction(async (tx) => succeed(await tx.run(sql`SELECT 1 / 0`)))).rejects.toThrow('division by zero');
  await expect(db.run(sql`INSERT INTO ward (id) VALUES (NULL)`)).rejects.toMatchObject({ code: expect.any(String) });
  await expect(orUnavailable(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(pool()).toBe(before);
  expect(await ask()).toEqual({ one: 1 });
});

it('survives its own connections being ended by the database', async () => {
  await useAll();
  await owner.query(`SELECT pg_terminate_backend(pid) FROM (${OPEN}) AS all_of_them`);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(ask)));
  for (const { outcome } of outcomes) expect(['done', 'unavailable']).toContain(outcome);
  expect(await ask()).toEqual({ one: 1 });
});

it('takes who waits for a connection over to the next pool when theirs is given up', async () => {
  const first = pool();
  await owner.query('SELECT pg_advisory_lock(1)');
  const busy = Array.from({ length: 10 }, () => outcomeOf(() => db.first(sql`SELECT pg_advisory_xact_lock_shared(1)`)));
  const waiting = Array.from({ length: 20 }, () => outcomeOf(ask));
  await expect.poll(async () => (await owner.query(HELD)).rowCount).toBe(10);
  expect(first.waitingCount).toBe(20);
  await owner.query(`SELECT pg_terminate_backend(pid) FROM (${HELD} LIMIT 1) AS one`);
  for (const { outcome } of await Promise.all(waiting)) expect(outcome).toBe('done');
  await owner.query('SELECT pg_advisory_unlock(1)');
  const ends = (await Promise.all(busy)).map(({ outcome }) => outcome).sort();
  expect(ends).toEqual([...Array.from({ length: 9 }, () => 'done'), 'unavailable']);
  expect(pool()).not.toBe(first);
  await expect.poll(async () => (await owner.query(OPEN)).rowCount).toBeLessThanOrEqual(10);
});
