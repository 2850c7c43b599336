import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults } from '@/scripts/test/faults';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';
import { publishEdition } from './editions';

const database = testDatabase();
let admin: Actor;

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  return () => globalThis.yosanPrinting?.stop();
});

const CASES = [
  {
    name: 'publishEdition',
    command: publishEdition,
    actor: () => admin,
    input: () => publishInputOf(admin, 2022),
  },
];

describeFaults(CASES, () => database.owner, 20);
