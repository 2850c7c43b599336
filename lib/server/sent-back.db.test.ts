import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import type { Command } from './command';
import { saveEntry } from './entries';
import { getEntry } from './entry-queries';
import { approveEntry, pullBackEntry, reopenEntry, returnEntry, submitEntry } from './entry-workflow';
import { listEntryTasks } from './home-queries';

const database = testDatabase();
const actors: Record<string, Actor> = {};
const RETURNED = '根拠を示してください。';
const AGAIN = '数量も示してください。';
const REOPENED = '計数に誤りがあったため。';

const actorNamed = (loginId: string): Actor => {
  const actor = actors[loginId];
  if (!actor) throw new Error(`no actor ${loginId}`);
  return actor;
};

beforeAll(async () => {
  for (const loginId of ['drafter', 'approver', 'admin']) actors[loginId] = await actorOf(database.owner, loginId);
  const entry = await entryOf(database.owner, '児童虐待');
  await saveEntry.execute({ actor: actorNamed('drafter'), address: null }, saveInputOf(entry));
});

async function step(command: Command<unknown>, loginId: string, reason?: string) {
  const { id: entryId, version } = await entryOf(database.owner, '児童虐待');
  const input = reason === undefined ? { entryId, version } : { entryId, version, reason };
  expect(await command.execute({ actor: actorNamed(loginId), address: null }, input)).toMatchObject({ ok: true });
}

/** What stands on top of the entry, and beside it on the drafter's home. */
async function shown() {
  const reader = readerOf(actorNamed('drafter'), 'entry.read');
  const { id } = await entryOf(database.owner, '児童虐待');
  const entry = await getEntry(reader, 2023, id);
  const task = (await listEntryTasks(reader)).find((found) => found.id === id);
  const { at, ...sentBack } = entry?.sentBack ?? { at: null };
  if (at) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  return { entry: at && sentBack, task: task?.sentBack ?? null };
}

const NOTHING = { entry: null, task: null };
const by = (action: 'return' | 'reopen', reason: string, loginId: string) => ({
  entry: { action, reason, actorName: actorNamed(loginId).name },
  task: { action, reason },
});

it('shows nothing of an entry that never came back, pulled back or not', async () => {
  expect(await shown()).toEqual(NOTHING);
  await step(submitEntry, 'drafter');
  await step(pullBackEntry, 'drafter');
  expect(await shown()).toEqual(NOTHING);
});

it('shows why an entry was returned, also after it was submitted and pulled back', async () => {
  await step(submitEntry, 'drafter');
  await step(returnEntry, 'approver', RETURNED);
  expect(await shown()).toEqual(by('return', RETURNED, 'approver'));
  await step(submitEntry, 'drafter');
  expect(await shown()).toEqual(NOTHING);
  await step(pullBackEntry, 'drafter');
  expect(await shown()).toEqual(by('return', RETURNED, 'approver'));
});

it('shows the newest reason', async () => {
  await step(submitEntry, 'drafter');
  await step(returnEntry, 'approver', AGAIN);
  expect(await shown()).toEqual(by('return', AGAIN, 'approver'));
});

it('shows why an approval was undone, and no reason of before it', async () => {
  await step(submitEntry, 'drafter');
  await step(approveEntry, 'approver');
  expect(await shown()).toEqual(NOTHING);
  await step(reopenEntry, 'admin', REOPENED);
  expect(await shown()).toEqual(by('reopen', REOPENED, 'admin'));
  await step(submitEntry, 'drafter');
  await step(pullBackEntry, 'drafter');
  expect(await shown()).toEqual(by('reopen', REOPENED, 'admin'));
});

it('shows none after the next approval', async () => {
  await step(submitEntry, 'drafter');
  await step(approveEntry, 'approver');
  expect(await shown()).toEqual(NOTHING);
});
