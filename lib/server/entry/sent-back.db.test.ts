import { beforeAll, describe, expect, it } from 'vitest';
import type { FieldToMend } from '@/lib/domain/entry/entry-fields';
import type { SentBack } from '@/lib/domain/entry/entry-view';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { getChangesSinceDecision, listRevisions } from '@/lib/server/history/entry-history-queries';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { ADDRESS, entrySteps } from '@/scripts/test/steps';
import { correctEntry } from './entry-administration';
import { getEntry } from './entry-queries';
import { listEntryTasks, listReturnedByReader } from './home-queries';

const database = testDatabase();
const { save, take } = entrySteps(database.owner);
const WORD = '児童虐待';
const RETURNED = '根拠を示してください。';
const AGAIN = '数量も示してください。';
const REOPENED = '計数に誤りがあったため。';

beforeAll(async () => {
  await save('drafter', WORD);
});

async function step(action: WorkflowAction, loginId: string, reason?: string, more?: object) {
  expect(await take(action, loginId, WORD, reason, more)).toMatchObject({ ok: true });
}

/** What stands on top of the entry, and beside it on the drafter's home. */
async function shown() {
  const reader = readerOf(await actorOf(database.owner, 'drafter'), 'entry.read');
  const { id } = await entryOf(database.owner, WORD);
  const entry = await getEntry(reader, 2023, id);
  const task = (await listEntryTasks(reader)).find((found) => found.id === id);
  const { at, ...sentBack } = entry?.sentBack ?? { at: null };
  if (at) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  expect(task?.sentBack?.at ?? at).toBe(at);
  return { entry: at && sentBack, task: withoutTime(task?.sentBack) };
}

const withoutTime = (back: Omit<SentBack, 'toMend'> | null | undefined) => {
  if (!back) return null;
  const { at: _, ...said } = back;
  return said;
};
const NOTHING = { entry: null, task: null };
const by = async (action: 'return' | 'reopen', reason: string, loginId: string, toMend: FieldToMend[] = []) => ({
  entry: { action, reason, toMend, actorName: (await actorOf(database.owner, loginId)).name },
  task: { action, reason, actorName: (await actorOf(database.owner, loginId)).name },
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
  expect(await shown()).toEqual({ ...(await by('return', RETURNED, 'approver')), task: null });
  await step('pullBack', 'drafter');
  expect(await shown()).toEqual(await by('return', RETURNED, 'approver'));
});

it('shows the newest reason, and what it asks to be mended, wherever it is shown', async () => {
  const toMend: FieldToMend[] = ['amount', 'summary'];
  await step('submit', 'drafter', undefined, { toMend });
  await step('return', 'approver', AGAIN, { toMend: ['summary', ...toMend, 'summary'] });
  expect(await shown()).toEqual(await by('return', AGAIN, 'approver', toMend));
  const reader = readerOf(await actorOf(database.owner, 'approver'), 'approval.read');
  expect(await listReturnedByReader(reader, 2023)).toMatchObject([{ reason: AGAIN, toMend }]);
  const entry = await getEntry(reader, 2023, (await entryOf(database.owner, WORD)).id);
  expect(entry && (await getChangesSinceDecision(reader, entry))).toMatchObject({ reason: AGAIN, toMend });
  expect(entry && (await listRevisions(reader, entry, 1)).slice(0, 2)).toMatchObject([{ toMend }, { toMend: [] }]);
});

it('takes nothing for a field to mend that is none, and keeps the way back open', async () => {
  await step('submit', 'drafter');
  expect(await take('return', 'approver', WORD, AGAIN, { toMend: ['remarks'] })).toMatchObject({
    code: 'invalid_input',
  });
  await step('return', 'approver', AGAIN, { toMend: ['summary'] });
  await step('takeBack', 'approver');
  await step('return', 'approver', AGAIN);
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

describe('the one who wrote the reason', () => {
  const returnedBy = async (loginId: string) => {
    const reader = readerOf(await actorOf(database.owner, loginId), 'approval.read');
    return (await listReturnedByReader(reader, 2023)).map(({ id, reason }) => ({ id, reason }));
  };
  const taskOf = async (loginId: string) => {
    const { id } = await entryOf(database.owner, WORD);
    const tasks = await listEntryTasks(readerOf(await actorOf(database.owner, loginId), 'entry.read'));
    return tasks.find((task) => task.id === id)?.sentBack;
  };

  it('sees it until the next decision, and nobody else has it in their list', async () => {
    await step('reopen', 'admin', REOPENED);
    await step('submit', 'drafter');
    expect(await returnedBy('approver')).toEqual([]);
    await step('return', 'approver', RETURNED);
    const { id } = await entryOf(database.owner, WORD);
    expect(await returnedBy('approver')).toEqual([{ id, reason: RETURNED }]);
    expect(await returnedBy('approver2')).toEqual([]);
    await step('submit', 'drafter');
    expect(await returnedBy('approver')).toEqual([]);
    expect(await taskOf('approver')).toMatchObject({ action: 'return', reason: RETURNED });
    await step('approve', 'approver');
    expect(await shown()).toEqual(NOTHING);
  });
});

it('shows why an approved entry was corrected and why it was withdrawn', async () => {
  const admin = await actorOf(database.owner, 'admin');
  const afterApproval = async () => {
    const { id } = await entryOf(database.owner, WORD);
    const found = await getEntry(readerOf(admin, 'entry.read'), 2023, id);
    return found?.afterApproval && { action: found.afterApproval.action, reason: found.afterApproval.reason };
  };
  expect(await afterApproval()).toBeNull();
  const corrected = { summary: '訂正した概要', reason: '誤字のため。' };
  const correction = saveInputOf(await entryOf(database.owner, WORD), corrected);
  expect(await correctEntry.execute({ actor: admin, address: ADDRESS }, correction)).toMatchObject({ ok: true });
  expect(await afterApproval()).toEqual({ action: 'correct', reason: '誤字のため。' });
  await step('withdrawApproved', 'admin', '事業を中止するため。');
  expect(await afterApproval()).toEqual({ action: 'withdrawApproved', reason: '事業を中止するため。' });
});
