import { beforeAll } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/server/database/db';
import { allowFinding } from '@/lib/server/findings/allow-finding';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { describeFaults, type FaultCase } from '@/scripts/test/faults';
import { addEntry, saveEntry } from './entries';
import { correctEntry, moveEntries } from './entry-administration';
import { stepCommands } from './entry-workflow';
import { getLastYearAmounts, recordLastYear } from './last-year-amounts';

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

const departmentOf = async (name: string): Promise<string> => {
  const { rows } = await database.owner.query('SELECT id FROM department WHERE ward_id = $1 AND name = $2', [
    actorNamed('admin').wardId,
    name,
  ]);
  return rows[0].id;
};

const again = (command: FaultCase['command'], name: string, loginId: string, status: string): FaultCase => ({
  name,
  command,
  actor: () => actorNamed(loginId),
  input: () => to(status),
});

const CASES: FaultCase[] = [
  {
    name: 'saveEntry',
    command: saveEntry,
    actor: () => actorNamed('drafter'),
    input: async () => saveInputOf(await entryOf(database.owner, '児童虐待')),
  },
  {
    name: 'saveEntry with its amount alone',
    command: saveEntry,
    actor: () => actorNamed('drafter'),
    input: async () => {
      const { id: entryId, version } = await entryOf(database.owner, '児童虐待');
      return { entryId, version, amount: '3,899' };
    },
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
    command: stepCommands.submit,
    actor: () => actorNamed('drafter'),
    input: () => to('draft'),
  },
  {
    name: 'pullBackEntry',
    command: stepCommands.pullBack,
    actor: () => actorNamed('drafter'),
    input: () => to('in_review'),
  },
  {
    name: 'submitEntry again',
    command: stepCommands.submit,
    actor: () => actorNamed('drafter'),
    input: () => to('draft'),
  },
  {
    name: 'returnEntry',
    command: stepCommands.return,
    actor: () => actorNamed('approver'),
    input: async () => ({ ...(await to('in_review')), reason: '根拠を示してください。' }),
  },
  {
    name: 'submitEntry after a return',
    command: stepCommands.submit,
    actor: () => actorNamed('drafter'),
    input: () => to('returned'),
  },
  {
    name: 'approveEntry',
    command: stepCommands.approve,
    actor: () => actorNamed('approver'),
    input: () => to('in_review'),
  },
  {
    name: 'correctEntry',
    command: correctEntry,
    actor: () => actorNamed('admin'),
    input: async () => {
      const entry = await entryOf(database.owner, '児童虐待');
      return saveInputOf(entry, { summary: `${entry.summary}訂正`, reason: '誤字のため。' });
    },
  },
  {
    name: 'saveEntry with an error',
    command: saveEntry,
    actor: () => actorNamed('drafter'),
    input: async () => saveInputOf(await entryOf(database.owner, '不登校'), { summary: 'あああ' }),
  },
  {
    name: 'allowFinding',
    command: allowFinding,
    actor: () => actorNamed('admin'),
    input: async () => {
      const { id: entryId, version } = await entryOf(database.owner, '不登校');
      return {
        entryId,
        version,
        rule: 'placeholder',
        place: 'summary',
        flagged: 'あああ',
        reason: '固有の名称である。',
      };
    },
  },
  {
    name: 'moveEntries',
    command: moveEntries,
    actor: () => actorNamed('admin'),
    input: async () => {
      const entries = await Promise.all(['児童虐待', '不登校'].map((word) => entryOf(database.owner, word)));
      return {
        entries: entries.map(({ id: entryId, version }) => ({ entryId, version })),
        departmentId: await departmentOf('総務課'),
        reason: '組織改正のため。',
      };
    },
  },
  {
    name: 'moveEntries back',
    command: moveEntries,
    actor: () => actorNamed('admin'),
    input: async () => {
      const entries = await Promise.all(['児童虐待', '不登校'].map((word) => entryOf(database.owner, word)));
      return {
        entries: entries.map(({ id: entryId, version }) => ({ entryId, version })),
        departmentId: await departmentOf('保健福祉課'),
        reason: '組織改正を取りやめたため。',
      };
    },
  },
  {
    name: 'recordLastYear',
    command: recordLastYear,
    actor: () => actorNamed('admin'),
    input: async () => {
      const found = await getLastYearAmounts(readerOf(actorNamed('admin'), 'entry.recordLastYear'), 2023);
      return {
        year: 2023,
        version: found?.version,
        amounts: found?.rows.map(({ id: entryId }) => ({ entryId, amount: '7' })),
      };
    },
  },
  {
    name: 'reopenEntry',
    command: stepCommands.reopen,
    actor: () => actorNamed('admin'),
    input: async () => {
      const entry = await entryOf(database.owner, '児童虐待');
      return { entryId: entry.id, version: entry.version, reason: '計数に誤りがあったため。' };
    },
  },
  again(stepCommands.submit, 'submitEntry after a reopening', 'drafter', 'draft'),
  again(stepCommands.approve, 'approveEntry again', 'approver', 'in_review'),
  {
    name: 'withdrawApprovedEntry',
    command: stepCommands.withdrawApproved,
    actor: () => actorNamed('admin'),
    input: async () => {
      const { id: entryId, version } = await entryOf(database.owner, '児童虐待');
      return { entryId, version, reason: '事業を中止するため。' };
    },
  },
  {
    name: 'takeBackEntry',
    command: stepCommands.takeBack,
    actor: () => actorNamed('admin'),
    input: async () => {
      const { id: entryId, version } = await entryOf(database.owner, '児童虐待');
      return { entryId, version };
    },
  },
  {
    name: 'withdrawEntry',
    command: stepCommands.withdraw,
    actor: () => actorNamed('drafter'),
    input: async () => {
      const entry = await entryOf(database.owner, '不登校');
      return { entryId: entry.id, version: entry.version };
    },
  },
];

// BEGIN, the target, the actor, the change with its step, COMMIT
describeFaults(CASES, () => database.owner, 5);
