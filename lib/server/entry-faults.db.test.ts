import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, entryOf, saveInputOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { describeFaults, type FaultCase } from '@/scripts/test-faults';
import { addEntry, saveEntry } from './entries';
import { approveEntry, pullBackEntry, reopenEntry, returnEntry, submitEntry, withdrawEntry } from './entry-workflow';
import { newId } from './id';

const database = testDatabase();
const actors: Record<string, Actor> = {};

beforeAll(async () => {
  for (const loginId of ['drafter', 'approver', 'admin']) actors[loginId] = await actorOf(database.owner, loginId);
});

const actorNamed = (loginId: string): Actor => {
  const actor = actors[loginId];
  if (!actor) throw new Error(`no actor ${loginId}`);
  return actor;
};

const to = async (status: string) => {
  const { rows } = await database.owner.query(
    `SELECT id AS "entryId", version FROM entry WHERE status = $1 AND name LIKE '%児童虐待%' ORDER BY sort_order LIMIT 1`,
    [status],
  );
  return rows[0] as object;
};

const CASES: FaultCase[] = [
  {
    name: 'saveEntry',
    command: saveEntry,
    actor: () => actorNamed('drafter'),
    input: async () => saveInputOf(await entryOf(database.owner, '児童虐待')),
  },
  {
    name: 'addEntry',
    command: addEntry,
    actor: () => actorNamed('drafter'),
    input: async () => {
      const { version: _, ...fields } = saveInputOf(await entryOf(database.owner, '児童虐待'), { entryId: newId() });
      return { ...fields, year: 2023, name: '新しい事業' };
    },
  },
  {
    name: 'submitEntry',
    command: submitEntry,
    actor: () => actorNamed('drafter'),
    input: () => to('draft'),
  },
  {
    name: 'pullBackEntry',
    command: pullBackEntry,
    actor: () => actorNamed('drafter'),
    input: () => to('in_review'),
  },
  {
    name: 'submitEntry again',
    command: submitEntry,
    actor: () => actorNamed('drafter'),
    input: () => to('draft'),
  },
  {
    name: 'returnEntry',
    command: returnEntry,
    actor: () => actorNamed('approver'),
    input: async () => ({ ...(await to('in_review')), reason: '根拠を示してください。' }),
  },
  {
    name: 'submitEntry after a return',
    command: submitEntry,
    actor: () => actorNamed('drafter'),
    input: () => to('returned'),
  },
  {
    name: 'approveEntry',
    command: approveEntry,
    actor: () => actorNamed('approver'),
    input: () => to('in_review'),
  },
  {
    name: 'reopenEntry',
    command: reopenEntry,
    actor: () => actorNamed('admin'),
    input: async () => {
      const entry = await entryOf(database.owner, '児童虐待');
      return { entryId: entry.id, version: entry.version, reason: '計数に誤りがあったため。' };
    },
  },
  {
    name: 'withdrawEntry',
    command: withdrawEntry,
    actor: () => actorNamed('drafter'),
    input: async () => {
      const entry = await entryOf(database.owner, '不登校');
      return { entryId: entry.id, version: entry.version };
    },
  },
];

// BEGIN, the target, the change, the revision, the audit row, COMMIT
describeFaults(CASES, () => database.owner, 6);
