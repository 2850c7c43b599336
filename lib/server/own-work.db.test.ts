import { beforeAll, expect, it } from 'vitest';
import { actorOf, entryOf, readerOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { entrySteps } from '@/scripts/test-steps';
import { getEntry } from './entry-queries';

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

/** Refused by the command, and so shown by the screen. */
async function expectOwn(loginId: string, word: string) {
  expect(await take('approve', loginId, word)).toEqual(OWN);
  expect(await take('return', loginId, word, '理由')).toEqual(OWN);
  const { id } = await entryOf(database.owner, word);
  const entry = await getEntry(readerOf(await actorOf(database.owner, loginId), 'entry.read'), 2023, id);
  expect(entry).toMatchObject({ status: 'in_review', isOwnWork: true, availableActions: ['pullBack'] });
}

it('who added an entry can not decide about it; somebody else can', async () => {
  expect(await add('drafter', '追加した事業')).toMatchObject(DONE);
  expect(await authors('追加した事業')).toEqual({ drafted: 'drafter', edited: 'drafter' });
  expect(await take('submit', 'drafter2', '追加した事業')).toMatchObject(DONE);
  await expectOwn('drafter', '追加した事業');
  expect(await take('approve', 'drafter2', '追加した事業')).toMatchObject(DONE);
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
  expect(await take('submit', 'drafter2', '不登校')).toMatchObject(DONE);
  expect(await take('approve', 'drafter2', '不登校')).toMatchObject(DONE);
});
