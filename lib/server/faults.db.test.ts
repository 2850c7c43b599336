import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, allRows, entryOf, saveInputOf } from '@/scripts/test-actors';
import { type TestDatabase, useTestDatabase } from '@/scripts/test-database';
import type { Command } from './command';

let database: TestDatabase;
let realPool: pg.Pool;
const actors: Record<string, Actor> = {};

type Fault = 'exception' | 'terminate';
type Case = { name: string; actor: string; load: () => Promise<Command<unknown>>; input: () => Promise<object> };

/** A pool whose connections break at the given statement; `seen` counts the statements. */
function breakingPool(at: number, fault: Fault): { pool: pg.Pool; seen: () => number } {
  let seen = 0;
  const pool = Object.create(realPool) as pg.Pool;
  const connect = async () => {
    const client = await realPool.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const release = client.release.bind(client);
    const breaking = async (...args: unknown[]) => {
      seen += 1;
      if (seen !== at) return query(...args);
      if (fault === 'exception') throw new Error('fault');
      const { rows } = (await query('SELECT pg_backend_pid() AS pid')) as { rows: { pid: number }[] };
      await database.owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      return query(...args);
    };
    return Object.assign(Object.create(client), { query: breaking, release });
  };
  Object.assign(pool, { connect });
  return { pool, seen: () => seen };
}

beforeAll(async () => {
  database = await useTestDatabase();
  const { pool } = await import('./db');
  realPool = pool();
  for (const loginId of ['drafter', 'approver', 'admin']) actors[loginId] = await actorOf(database.owner, loginId);
});
afterAll(async () => {
  globalThis.yosanPool = realPool;
  await database.drop();
});

const to = async (status: string) => {
  const { rows } = await database.owner.query(
    `SELECT id AS "entryId", version FROM entry WHERE status = $1 AND name LIKE '%児童虐待%' ORDER BY sort_order LIMIT 1`,
    [status],
  );
  return rows[0] as object;
};

const CASES: Case[] = [
  {
    name: 'saveEntry',
    actor: 'drafter',
    load: async () => (await import('./entries')).saveEntry,
    input: async () => saveInputOf(await entryOf(database.owner, '児童虐待')),
  },
  {
    name: 'addEntry',
    actor: 'drafter',
    load: async () => (await import('./entries')).addEntry,
    input: async () => {
      const { entryId: _, version: __, ...fields } = saveInputOf(await entryOf(database.owner, '児童虐待'));
      return { ...fields, year: 2023, name: '新しい事業' };
    },
  },
  {
    name: 'submitEntry',
    actor: 'drafter',
    load: async () => (await import('./entry-workflow')).submitEntry,
    input: () => to('draft'),
  },
  {
    name: 'pullBackEntry',
    actor: 'drafter',
    load: async () => (await import('./entry-workflow')).pullBackEntry,
    input: () => to('in_review'),
  },
  {
    name: 'submitEntry again',
    actor: 'drafter',
    load: async () => (await import('./entry-workflow')).submitEntry,
    input: () => to('draft'),
  },
  {
    name: 'returnEntry',
    actor: 'approver',
    load: async () => (await import('./entry-workflow')).returnEntry,
    input: async () => ({ ...(await to('in_review')), reason: '根拠を示してください。' }),
  },
  {
    name: 'submitEntry after a return',
    actor: 'drafter',
    load: async () => (await import('./entry-workflow')).submitEntry,
    input: () => to('returned'),
  },
  {
    name: 'approveEntry',
    actor: 'approver',
    load: async () => (await import('./entry-workflow')).approveEntry,
    input: () => to('in_review'),
  },
  {
    name: 'reopenEntry',
    actor: 'admin',
    load: async () => (await import('./entry-workflow')).reopenEntry,
    input: async () => {
      const entry = await entryOf(database.owner, '児童虐待');
      return { entryId: entry.id, version: entry.version, reason: '計数に誤りがあったため。' };
    },
  },
  {
    name: 'withdrawEntry',
    actor: 'drafter',
    load: async () => (await import('./entry-workflow')).withdrawEntry,
    input: async () => {
      const entry = await entryOf(database.owner, '不登校');
      return { entryId: entry.id, version: entry.version };
    },
  },
];

describe.each(CASES)('$name', ({ actor: loginId, load, input }) => {
  const execute = async () => {
    const actor = actors[loginId];
    if (!actor) throw new Error(`no actor ${loginId}`);
    return (await load()).execute({ actor, address: '192.0.2.1' }, await input());
  };

  async function breakAt(at: number, fault: Fault): Promise<string> {
    const { pool, seen } = breakingPool(at, fault);
    globalThis.yosanPool = pool;
    try {
      const result = await execute();
      return result.ok && seen() < at ? 'done' : 'not broken';
    } catch {
      return 'broken';
    } finally {
      globalThis.yosanPool = realPool;
    }
  }

  it('leaves every table as it was, whichever of its statements fails, and goes through when none does', async () => {
    const before = await allRows(database.owner);
    let at = 1;
    for (let outcome = await breakAt(at, 'exception'); outcome !== 'done'; outcome = await breakAt(at, 'exception')) {
      expect(outcome).toBe('broken');
      expect(await allRows(database.owner)).toEqual(before);
      expect(await breakAt(at, 'terminate')).toBe('broken');
      expect(await allRows(database.owner)).toEqual(before);
      at += 1;
    }
    // BEGIN, the target, the change, the revision, the audit row, COMMIT
    expect(at).toBeGreaterThan(6);
    expect(await allRows(database.owner)).not.toEqual(before);
  });
});
