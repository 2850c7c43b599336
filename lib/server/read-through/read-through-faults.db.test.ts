import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults, type FaultCase } from '@/scripts/test/faults';
import { dropNote, markPlaces, noteDifference, setReadersNeeded, unmarkPlace } from './read-through';
import { getReadThrough } from './read-through-queries';

const database = testDatabase();
const year = 2023;
let admin: Actor;
/** Noted a difference and then left. */
let gone: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  gone = await actorOf(database.owner, 'approver');
  const note = { year, ...(await seen('document:title')), note: '年度が違う' };
  await noteDifference.execute({ actor: gone, address: null }, note);
  await database.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [gone.accountId]);
});

const seen = async (place: string) => {
  const found = await getReadThrough(readerOf(admin, 'document.read'), year);
  return { place, seen: found?.places.find(({ key }) => key === place)?.seen ?? '' };
};
const actor = () => admin;

const CASES: FaultCase[] = [
  {
    name: 'markPlaces',
    command: markPlaces,
    actor,
    input: async () => ({ year, marks: [await seen('document:title'), await seen('document:mark')] }),
  },
  {
    name: 'unmarkPlace',
    command: unmarkPlace,
    actor,
    input: async () => ({ year, place: 'document:mark' }),
  },
  {
    name: 'noteDifference',
    command: noteDifference,
    actor,
    input: async () => ({ year, ...(await seen('document:title')), note: '前年度と違う' }),
  },
  {
    name: 'dropNote',
    command: dropNote,
    actor,
    input: async () => ({ year, place: 'document:title', accountId: gone.accountId }),
  },
  {
    name: 'setReadersNeeded',
    command: setReadersNeeded,
    actor,
    input: async () => ({ before: 1, after: 2 }),
  },
];

describeFaults(CASES, () => database.owner, 3);
