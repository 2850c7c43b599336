import { beforeAll, expect, it } from 'vitest';
import type { WorkflowAction } from '@/lib/domain/entry-workflow';
import { actorOf, entryOf, readerOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { entrySteps } from '@/scripts/test-steps';
import { getEntry } from './entry-queries';
import { listEntryTasks } from './home-queries';

const database = testDatabase();
const { save, take } = entrySteps(database.owner);
const WORD = '児童虐待';
const RETURNED = '根拠を示してください。';
const AGAIN = '数量も示してください。';
const REOPENED = '計数に誤りがあったため。';

beforeAll(async () => {
  await save('drafter', WORD);
});

async function step(action: WorkflowAction, loginId: string, reason?: string) {
  expect(await take(action, loginId, WORD, reason)).toMatchObject({ ok: true });
}

/** What stands on top of the entry, and beside it on the drafter's home. */
async function shown() {
  const reader = readerOf(await actorOf(database.owner, 'drafter'), 'entry.read');
  const { id } = await entryOf(database.owner, WORD);
  const entry = await getEntry(reader, 2023, id);
  const task = (await listEntryTasks(reader)).find((found) => found.id === id);
  const { at, ...sentBack } = entry?.sentBack ?? { at: null };
  if (at) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  return { entry: at && sentBack, task: task?.sentBack ?? null };
}

const NOTHING = { entry: null, task: null };
const by = async (action: 'return' | 'reopen', reason: string, loginId: string) => ({
  entry: { action, reason, actorName: (await actorOf(database.owner, loginId)).name },
  task: { action, reason },
});

it('shows nothing of an entry that never came back, pulled back or not', async () => {
  expect(await shown()).toEqual(NOTHING);
  await step('submit', 'drafter');
  await step('pullBack', 'drafter');
  expect(await shown()).toEqual(NOTHING);
});

it('shows why an entry was returned, also after it was submitted and pulled back', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', RETURNED);
  expect(await shown()).toEqual(await by('return', RETURNED, 'approver'));
  await step('submit', 'drafter');
  expect(await shown()).toEqual(NOTHING);
  await step('pullBack', 'drafter');
  expect(await shown()).toEqual(await by('return', RETURNED, 'approver'));
});

it('shows the newest reason', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', AGAIN);
  expect(await shown()).toEqual(await by('return', AGAIN, 'approver'));
});

it('shows why an approval was undone, and no reason of before it', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  expect(await shown()).toEqual(NOTHING);
  await step('reopen', 'admin', REOPENED);
  expect(await shown()).toEqual(await by('reopen', REOPENED, 'admin'));
  await step('submit', 'drafter');
  await step('pullBack', 'drafter');
  expect(await shown()).toEqual(await by('reopen', REOPENED, 'admin'));
});

it('shows none after the next approval', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  expect(await shown()).toEqual(NOTHING);
});
