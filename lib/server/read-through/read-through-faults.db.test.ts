import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults, type FaultCase } from '@/scripts/test/faults';
import { markPlaces, noteDifference, setReadersNeeded, unmarkPlace } from './read-through';
import { getReadThrough } from './read-through-queries';

const database = testDatabase();
const year = 2023;
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
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
    name: 'setReadersNeeded',
    command: setReadersNeeded,
    actor,
    input: async () => ({ before: 1, after: 2 }),
  },
];

describeFaults(CASES, () => database.owner, 3);
