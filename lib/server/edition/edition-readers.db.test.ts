import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { PLACES_PER_REQUEST } from '@/lib/domain/read-through/place';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { markPlaces, noteDifference, unmarkPlace } from '@/lib/server/read-through/read-through';
import { getReadThrough } from '@/lib/server/read-through/read-through-queries';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, unreadOf } from '@/scripts/test/publish';
import { publishEdition } from './editions';

const database = testDatabase();
const YEAR = 2022;
let admin: Actor;
let approver: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  approver = await actorOf(database.owner, 'approver');
  return () => globalThis.yosanPrinting?.stop();
});

const as = (actor: Actor) => ({ actor, address: null });
const publish = async () => publishEdition.execute(as(admin), await publishInputOf(admin, YEAR));
const UNREAD = { ok: false, code: 'places_unread' };

it('is published once all of it has been read, and keeps who read it', { timeout: 120_000 }, async () => {
  const reader = readerOf(admin, 'document.read');
  const found = await getReadThrough(reader, YEAR);
  const places = (found?.places ?? []).map(({ key: place, seen }) => ({ place, seen }));
  expect(await publish()).toEqual(UNREAD);
  const [first, ...rest] = places;
  if (!first) throw new Error('no place');
  for (let from = 0; from < rest.length; from += PLACES_PER_REQUEST) {
    const marks = rest.slice(from, from + PLACES_PER_REQUEST);
    expect(await markPlaces.execute(as(approver), { year: YEAR, marks })).toMatchObject({ value: { refused: [] } });
  }
  expect(await unreadOf(admin, YEAR)).toBe(1);
  expect(await publish()).toEqual(UNREAD);
  await markPlaces.execute(as(admin), { year: YEAR, marks: [first] });
  await noteDifference.execute(as(admin), { year: YEAR, ...rest[0], note: '前年度と違う' });
  expect(await unreadOf(admin, YEAR)).toBe(1);
  expect(await publish()).toEqual(UNREAD);
  await unmarkPlace.execute(as(admin), { year: YEAR, place: rest[0]?.place });
  expect(await publish()).toMatchObject({ ok: true });
  const { rows } = await database.owner.query('SELECT readers FROM edition');
  expect(rows).toEqual([
    {
      readers: [
        { account: approver.accountId, name: approver.name, marked: rest.length, lastAt: expect.any(String) },
        { account: admin.accountId, name: admin.name, marked: 1, lastAt: expect.any(String) },
      ],
    },
  ]);
  expect(await verifyAudit(database.owner)).toEqual([]);
});
