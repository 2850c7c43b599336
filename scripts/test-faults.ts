import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import type { Command } from '@/lib/server/command';
import { pool } from '@/lib/server/db';
import { allRows } from './test-actors';

type Fault = 'exception' | 'terminate';

export type FaultCase = {
  name: string;
  command: Command<unknown>;
  actor: () => Actor;
  /** The session that it is about, where it is about one. */
  sessionId?: () => string;
  input: () => Promise<object>;
};

/** A pool whose connections break at the given statement; `seen` counts the statements. */
function breakingPool(
  realPool: pg.Pool,
  owner: pg.Client,
  at: number,
  fault: Fault,
): { pool: pg.Pool; seen: () => number } {
  let seen = 0;
  const breakingPool = Object.create(realPool) as pg.Pool;
  const connect = async () => {
    const client = await realPool.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const release = client.release.bind(client);
    const breaking = async (...args: unknown[]) => {
      seen += 1;
      if (seen !== at) return query(...args);
      if (fault === 'exception') throw new Error('fault');
      const { rows } = (await query('SELECT pg_backend_pid() AS pid')) as { rows: { pid: number }[] };
      await owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      return query(...args);
    };
    return Object.assign(Object.create(client), { query: breaking, release });
  };
  // A statement past the transaction is let through, and is then missing in the count.
  Object.assign(breakingPool, { connect, query: realPool.query.bind(realPool) });
  return { pool: breakingPool, seen: () => seen };
}

/**
 * Breaks each command at each of its statements in turn, then lets it through, so that the next one finds what it left.
 * `least`: how many statements every one of them has at least.
 */
export function describeFaults(cases: FaultCase[], owner: () => pg.Client, least: number): void {
  describe.each(cases)('$name', ({ command, actor, sessionId, input }) => {
    async function breakAt(at: number, fault: Fault): Promise<string> {
      const realPool = pool();
      const broken = breakingPool(realPool, owner(), at, fault);
      const given = await input();
      const request = { actor: actor(), address: '192.0.2.1', ...(sessionId && { sessionId: sessionId() }) };
      globalThis.yosanPool = broken.pool;
      try {
        const result = await command.execute(request, given);
        return result.ok && broken.seen() < at ? 'done' : 'not broken';
      } catch {
        return 'broken';
      } finally {
        globalThis.yosanPool = realPool;
      }
    }

    it('leaves every table as it was, whichever of its statements fails, and goes through when none does', async () => {
      const before = await allRows(owner());
      let at = 1;
      for (let outcome = await breakAt(at, 'exception'); outcome !== 'done'; outcome = await breakAt(at, 'exception')) {
        expect(outcome).toBe('broken');
        expect(await allRows(owner())).toEqual(before);
        expect(await breakAt(at, 'terminate')).toBe('broken');
        expect(await allRows(owner())).toEqual(before);
        at += 1;
      }
      expect(at).toBeGreaterThan(least);
      expect(await allRows(owner())).not.toEqual(before);
    });
  });
}
