import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import type { Command } from '@/lib/server/gate/command';
import { allSums } from './actors';

import { interrupted } from './interruption';

type Fault = 'exception' | 'terminate';

export type FaultCase = {
  name: string;
  command: Command<unknown>;
  actor: () => Actor;
  /** The session that it is about, where it is about one. */
  sessionId?: () => string;
  input: () => Promise<object>;
};

/**
 * Breaks each command at each of its statements in turn, then lets it through, so that the next one finds what it left.
 * `least`: how many statements every one of them has at least.
 */
export function describeFaults(cases: FaultCase[], owner: () => pg.Client, least: number): void {
  describe.each(cases)('$name', ({ command, actor, sessionId, input }) => {
    const breaking: Record<Fault, (query: (text: string) => Promise<unknown>) => Promise<unknown>> = {
      exception: async () => {
        throw new Error('fault');
      },
      terminate: async (query) => {
        const { rows } = (await query('SELECT pg_backend_pid() AS pid')) as { rows: { pid: number }[] };
        return owner().query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      },
    };

    async function breakAt(given: object, at: number, fault: Fault): Promise<string> {
      const request = { actor: actor(), address: '192.0.2.1', ...(sessionId && { sessionId: sessionId() }) };
      try {
        const { value, statements } = await interrupted(at, breaking[fault], () => command.execute(request, given));
        return value.ok && statements < at ? 'done' : 'not broken';
      } catch {
        return 'broken';
      }
    }

    const title = 'leaves every table as it was, whichever of its statements fails, and goes through when none does';
    it(title, { timeout: 120_000 }, async () => {
      const before = await allSums(owner());
      // Stays what somebody would send: nothing is changed until it goes through.
      const given = await input();
      const breakWith = (fault: Fault) => breakAt(given, at, fault);
      let at = 1;
      for (let outcome = await breakWith('exception'); outcome !== 'done'; outcome = await breakWith('exception')) {
        expect(outcome).toBe('broken');
        expect(await breakWith('terminate')).toBe('broken');
        expect(await allSums(owner())).toEqual(before);
        at += 1;
      }
      expect(at).toBeGreaterThan(least);
      expect(await allSums(owner())).not.toEqual(before);
    });
  });
}
