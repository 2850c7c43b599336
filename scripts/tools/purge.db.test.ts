import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { parsePreparation } from '@/lib/server/database/env';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { testDatabase } from '../test/database';
import { purgeEnded, purgeSecurityEvents } from './purge-expired';

const database = testDatabase();
const rows = async (text: string) => (await database.owner.query(text)).rows;

beforeEach(async () => {
  await database.owner.query(`ALTER TABLE security_event DISABLE TRIGGER USER; DELETE FROM security_event;
    ALTER TABLE security_event ENABLE TRIGGER USER;
    INSERT INTO security_event (id, kind, ward_id, account_id, at)
    SELECT gen_random_uuid(), 'sign_in_failed', NULL, a.id, now() - n * interval '1 day'
    FROM account a, unnest(ARRAY[10, 399, 401, 800]) n WHERE a.login_id IN ('viewer', 'taisho-admin')`);
});

it('deletes what is older, writes down for each ward how much and until when, and leaves the table append-only', async () => {
  expect(await purgeSecurityEvents(database.owner, 400)).toBe(4);
  expect(await rows(`SELECT count(*)::int FROM security_event WHERE kind = 'sign_in_failed'`)).toEqual([{ count: 4 }]);
  const purged =
    await rows(`SELECT w.name, e.count, now() - until BETWEEN interval '400 days' AND interval '401 days' AS "isDue"
    FROM security_event e JOIN ward w ON w.id = e.ward_id WHERE kind = 'events_purged' ORDER BY w.code`);
  expect(purged).toEqual([
    { name: '港区', count: 2, isDue: true },
    { name: '大正区', count: 2, isDue: true },
  ]);
  for (const statement of ['DELETE FROM security_event', 'UPDATE security_event SET kind = kind'])
    await expect(database.owner.query(statement)).rejects.toThrow('append-only');
  // Again: there is nothing left, and nothing to write down.
  expect(await purgeSecurityEvents(database.owner, 400)).toBe(0);
  expect(await rows(`SELECT id FROM security_event WHERE kind = 'events_purged'`)).toHaveLength(2);
  expect(await verifyAudit(database.owner)).toEqual([]);
});

it('is not for the app, not for a few days, and not at all where everything is kept', async () => {
  const app = new pg.Client(process.env.DATABASE_URL);
  await app.connect();
  await expect(app.query('SELECT purge_security_events(400)')).rejects.toThrow('permission denied for function');
  await app.end();
  await expect(purgeSecurityEvents(database.owner, 29)).rejects.toThrow('30 days');
  expect(await purgeSecurityEvents(database.owner, 0)).toBe(0);
  expect(await rows('SELECT id FROM security_event')).toHaveLength(8);
});

it('takes days from the settings: 400 unless said, 0 for ever, 30 at least', () => {
  const days = (SECURITY_EVENT_DAYS?: string) =>
    parsePreparation({ DATABASE_URL: 'postgresql://x', SECURITY_EVENT_DAYS }).SECURITY_EVENT_DAYS;
  expect([days(), days(''), days('0'), days('30'), days('1000')]).toEqual([400, 400, 0, 30, 1000]);
  for (const wrong of ['29', '-1', '1.5', 'x', '100000']) expect(() => days(wrong)).toThrow('SECURITY_EVENT_DAYS');
});

it('deletes sessions that are over and counts that are forgotten, and no others', async () => {
  await database.owner.query(`DELETE FROM session; DELETE FROM sign_in_throttle;
    INSERT INTO session (id, ward_id, account_id, created_at)
    SELECT gen_random_uuid(), home_ward_id, id, now() - n * interval '1 hour' FROM account, unnest(ARRAY[11, 13]) n
      WHERE login_id = 'viewer';
    INSERT INTO sign_in_throttle (kind, key, failures, updated_at, locked_until) VALUES
      ('login', 'forgotten', 3, now() - interval '4 hours', NULL), ('login', 'counted', 3, now() - interval '2 hours', NULL),
      ('address', '192.0.2.1', 1, now() - interval '9 hours', now() + interval '1 minute')`);
  await purgeEnded(database.owner, parsePreparation({ DATABASE_URL: 'postgresql://x' }).SESSION_ABSOLUTE_HOURS);
  expect(await rows('SELECT key FROM sign_in_throttle ORDER BY kind')).toEqual([
    { key: '192.0.2.1' },
    { key: 'counted' },
  ]);
  expect(await rows(`SELECT now() - created_at < interval '12 hours' AS "isLive" FROM session`)).toEqual([
    { isLive: true },
  ]);
});
