import { beforeAll, expect, it } from 'vitest';
import type { StatusCount } from '@/lib/domain/year/year-home';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
import { getEntry } from './entry-queries';
import { listEntryTasks, listStatusCounts } from './home-queries';
import { listReviewQueue } from './review-queue-queries';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);

const DONE = { ok: true };
const OWN = { ok: false, code: 'own_entry' };

/** Two people of one 課 who draft and decide, beside its approver, who decides alone. */
beforeAll(async () => {
  await database.owner.query(`UPDATE membership SET roles = '{drafter,approver}', department_id = (
      SELECT department_id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'drafter')
    WHERE account_id IN (SELECT id FROM account WHERE login_id IN ('drafter', 'drafter2'))`);
});

async function authors(word: string) {
  const { id } = await entryOf(database.owner, word);
  const { rows } = await database.owner.query(
    `SELECT (SELECT login_id FROM account WHERE id = drafted_by) AS drafted,
       (SELECT login_id FROM account WHERE id = last_edited_by) AS edited FROM entry WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** As the screens name them to somebody who reads. */
async function deciders(word: string) {
  const { id } = await entryOf(database.owner, word);
  return (await getEntry(readerOf(await actorOf(database.owner, 'viewer'), 'entry.read'), 2023, id))?.deciders;
}

/** Refused by the command, and so shown by the screen. */
async function expectOwn(loginId: string, word: string) {
  expect(await take('approve', loginId, word)).toEqual(OWN);
  expect(await take('return', loginId, word, '理由')).toEqual(OWN);
  const { id } = await entryOf(database.owner, word);
  const entry = await getEntry(readerOf(await actorOf(database.owner, loginId), 'entry.read'), 2023, id);
  expect(entry).toMatchObject({ status: 'in_review', isOwnWork: true, availableActions: ['pullBack'] });
}

it('who added an entry, or submitted it, can not decide about it; somebody else can', async () => {
  expect(await add('drafter', '追加した事業')).toMatchObject(DONE);
  expect(await authors('追加した事業')).toEqual({ drafted: 'drafter', edited: 'drafter' });
  expect(await take('submit', 'drafter2', '追加した事業')).toMatchObject(DONE);
  await expectOwn('drafter', '追加した事業');
  await expectOwn('drafter2', '追加した事業');
  expect(await take('approve', 'approver', '追加した事業')).toMatchObject(DONE);
});

it('who made the figure can not approve it after somebody else has added a full stop and submitted', async () => {
  expect(await add('drafter', '句点を足した事業', { amount: '100' })).toMatchObject(DONE);
  expect(await save('drafter2', '句点を足した事業', { amount: '9,000,000' })).toMatchObject(DONE);
  expect(await save('drafter', '句点を足した事業', { summary: '概要。' })).toMatchObject(DONE);
  expect(await authors('句点を足した事業')).toEqual({ drafted: 'drafter', edited: 'drafter' });
  expect(await take('submit', 'drafter', '句点を足した事業')).toMatchObject(DONE);
  await expectOwn('drafter2', '句点を足した事業');
  expect(await deciders('句点を足した事業')).toEqual(['保健福祉課 承認者', '全課 承認者']);
  expect(await take('approve', 'approver', '句点を足した事業')).toMatchObject(DONE);
});

it('what somebody changed stays theirs when it is changed back, pulled back, returned and submitted by others', async () => {
  expect(await add('drafter', '元に戻した事業', { amount: '100' })).toMatchObject(DONE);
  expect(await save('drafter2', '元に戻した事業', { amount: '9,000,000' })).toMatchObject(DONE);
  expect(await save('drafter', '元に戻した事業', { amount: '100' })).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '元に戻した事業')).toMatchObject(DONE);
  expect(await take('pullBack', 'drafter', '元に戻した事業')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '元に戻した事業')).toMatchObject(DONE);
  expect(await take('return', 'approver', '元に戻した事業', '理由')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '元に戻した事業')).toMatchObject(DONE);
  await expectOwn('drafter2', '元に戻した事業');
});

it('steps that neither change nor submit bar nobody: who pulled it back or returned it may decide', async () => {
  expect(await add('drafter', '引き戻した事業')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '引き戻した事業')).toMatchObject(DONE);
  expect(await take('pullBack', 'drafter2', '引き戻した事業')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '引き戻した事業')).toMatchObject(DONE);
  expect(await take('return', 'drafter2', '引き戻した事業', '理由')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '引き戻した事業')).toMatchObject(DONE);
  expect(await take('approve', 'drafter2', '引き戻した事業')).toMatchObject(DONE);
});

it('an approval closes the account: what was edited before it bars nobody but its drafter and its last editor', async () => {
  expect(await add('drafter', '承認を解除した事業')).toMatchObject(DONE);
  expect(await save('drafter2', '承認を解除した事業', { amount: '200' })).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '承認を解除した事業')).toMatchObject(DONE);
  expect(await take('approve', 'approver', '承認を解除した事業')).toMatchObject(DONE);
  expect(await take('reopen', 'admin', '承認を解除した事業', '理由')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '承認を解除した事業')).toMatchObject(DONE);
  await expectOwn('drafter', '承認を解除した事業');
  await expectOwn('drafter2', '承認を解除した事業');
  expect(await take('pullBack', 'drafter', '承認を解除した事業')).toMatchObject(DONE);
  expect(await save('drafter', '承認を解除した事業', { amount: '300' })).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '承認を解除した事業')).toMatchObject(DONE);
  await expectOwn('drafter', '承認を解除した事業');
  expect(await take('approve', 'drafter2', '承認を解除した事業')).toMatchObject(DONE);
});

it('is what home, the list of approvals and the queue count with: nothing of one’s own waits for oneself', async () => {
  expect(await add('drafter', '数える事業')).toMatchObject(DONE);
  expect(await save('drafter2', '数える事業', { amount: '5' })).toMatchObject(DONE);
  expect(await save('drafter', '数える事業', { amount: '6' })).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '数える事業')).toMatchObject(DONE);
  const { id } = await entryOf(database.owner, '数える事業');
  const waitsFor = async (loginId: string) => {
    const reader = readerOf(await actorOf(database.owner, loginId), 'approval.read');
    const tasks = (await listEntryTasks(reader)).filter((task) => task.status === 'in_review' && task.year === 2023);
    const queue = await listReviewQueue(reader, 2023, id);
    const waiting = queue.filter(({ isWaiting }) => isWaiting).map((entry) => entry.id);
    expect(waiting.toSorted()).toEqual(tasks.map((task) => task.id).toSorted());
    expect(queue.map((entry) => entry.id)).toContain(id);
    return tasks.filter(({ name }) => name === '数える事業').map(({ status }) => status);
  };
  expect(await waitsFor('drafter')).toEqual([]);
  expect(await waitsFor('drafter2')).toEqual([]);
  expect(await waitsFor('approver')).toEqual(['in_review']);
});

it('who added it stays its drafter, whoever edits it after them', async () => {
  expect(await add('drafter', '引き継いだ事業')).toMatchObject(DONE);
  expect(await save('drafter2', '引き継いだ事業', { amount: '1' })).toMatchObject(DONE);
  expect(await authors('引き継いだ事業')).toEqual({ drafted: 'drafter', edited: 'drafter2' });
  expect(await take('submit', 'drafter', '引き継いだ事業')).toMatchObject(DONE);
  await expectOwn('drafter', '引き継いだ事業');
  await expectOwn('drafter2', '引き継いだ事業');
  expect(await take('return', 'approver', '引き継いだ事業', '理由')).toMatchObject(DONE);
});

it('a copy of last year belongs to nobody, then to who edits it first', async () => {
  expect(await authors('児童虐待')).toEqual({ drafted: null, edited: null });
  expect(await save('drafter', '児童虐待', { summary: '一' })).toMatchObject(DONE);
  expect(await authors('児童虐待')).toEqual({ drafted: 'drafter', edited: 'drafter' });
  expect(await save('drafter2', '児童虐待', { summary: '二' })).toMatchObject(DONE);
  expect(await authors('児童虐待')).toEqual({ drafted: 'drafter', edited: 'drafter2' });
  expect(await take('submit', 'drafter', '児童虐待')).toMatchObject(DONE);
  await expectOwn('drafter', '児童虐待');
  await expectOwn('drafter2', '児童虐待');
  expect(await take('approve', 'approver', '児童虐待')).toMatchObject(DONE);
});

it('who saved what was there already edited nothing', async () => {
  expect(await save('drafter', '不登校', { summary: '一' })).toMatchObject(DONE);
  expect(await save('drafter2', '不登校', { summary: ' 一\n', amount: '3,898' })).toMatchObject(DONE);
  expect(await authors('不登校')).toEqual({ drafted: 'drafter', edited: 'drafter' });
  expect(await take('submit', 'drafter', '不登校')).toMatchObject(DONE);
  expect(await take('approve', 'drafter2', '不登校')).toMatchObject(DONE);
});

it('is five of a kind on home, which says how many wait in all', async () => {
  for (const n of [1, 2, 3, 4, 5, 6]) expect(await add('drafter', `続きのある事業${n}`)).toMatchObject(DONE);
  const reader = readerOf(await actorOf(database.owner, 'drafter'), 'entry.read');
  const isOwnDraft = ({ departmentId, status }: StatusCount) =>
    departmentId === reader.departmentId && status === 'draft';
  const { count = 0 } = (await listStatusCounts(reader, 2023)).find(isOwnDraft) ?? {};
  const drafts = (await listEntryTasks(reader)).filter(({ status, year }) => status === 'draft' && year === 2023);
  expect(count).toBeGreaterThan(5);
  expect(drafts.map(({ alike }) => alike)).toEqual(Array.from({ length: 5 }, () => count));
});
