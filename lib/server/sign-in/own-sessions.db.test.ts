import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { findSession, startSession } from '@/lib/server/gate/session';
import { actorOf, readerOf, sessionOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { endOwnSessions, listOwnSessions } from './own-sessions';

const database = testDatabase();
let viewer: Actor;
let admin: Actor;

beforeAll(async () => {
  viewer = await actorOf(database.owner, 'viewer');
  admin = await actorOf(database.owner, 'admin');
});

const list = (actor: Actor, own: string | null) => listOwnSessions(readerOf(actor, 'session.end'), own);
const end = (actor: Actor, sessionId: string | undefined, one: string | null) =>
  endOwnSessions.execute({ actor, address: '192.0.2.5', ...(sessionId && { sessionId }) }, { sessionId: one });

it('lists the own live sessions alone, this one first, with what they are known by', async () => {
  const { rows } = await database.owner.query('SELECT password_hash AS hash FROM account WHERE id = $1', [
    viewer.accountId,
  ]);
  const browser = { address: '192.0.2.5', userAgent: `Firefox/143.0 ${'x'.repeat(400)}` };
  const own = (await startSession({ ...viewer, passwordHash: rows[0].hash }, browser)) ?? '';
  const idle = await sessionOf(database.owner, viewer);
  const other = await sessionOf(database.owner, viewer);
  await sessionOf(database.owner, admin);
  await database.owner.query(`UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE id = $1`, [idle]);
  expect(await list(viewer, own)).toMatchObject([
    { id: own, isThis: true, address: '192.0.2.5', userAgent: browser.userAgent.slice(0, 300) },
    { id: other, isThis: false, address: null, userAgent: null },
  ]);
});

it('ends one, then all others, never this one, and records each', async () => {
  const [own, one, two, three] = await Promise.all([1, 2, 3, 4].map(() => sessionOf(database.owner, viewer)));
  expect(await end(viewer, own, one ?? '')).toEqual({ ok: true, value: { count: 1 } });
  expect(await findSession(one ?? '')).toBeUndefined();
  expect(await findSession(two ?? '')).toBeDefined();
  expect(await end(viewer, own, own ?? '')).toMatchObject({ code: 'not_found' });
  expect(await end(viewer, own, null)).toMatchObject({ ok: true });
  for (const id of [two, three]) expect(await findSession(id ?? '')).toBeUndefined();
  expect((await list(viewer, own ?? '')).map(({ id }) => id)).toEqual([own]);
  const { rows } = await database.owner.query(
    `SELECT count(*)::int FROM security_event WHERE kind = 'session_revoked' AND account_id = $1 AND actor_id = $1
       AND address = '192.0.2.5'`,
    [viewer.accountId],
  );
  expect(rows[0].count).toBeGreaterThanOrEqual(3);
});

it("ends nobody else's", async () => {
  const strange = await sessionOf(database.owner, admin);
  const own = await sessionOf(database.owner, viewer);
  expect(await end(viewer, own, strange)).toMatchObject({ code: 'not_found' });
  await end(viewer, own, null);
  expect(await findSession(strange)).toBeDefined();
  // Without a session of one's own, all would be others.
  expect(await end(viewer, undefined, null)).toMatchObject({ code: 'signed_out' });
  expect(await findSession(own)).toBeDefined();
});
