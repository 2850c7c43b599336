import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { NO_FILTER } from '@/lib/domain/entry/entry-filter';
import type { Command } from '@/lib/server/gate/command';
import { disableUser, enableUser, removeMembership } from '@/lib/server/people/user-access';
import { addMember, editUser } from '@/lib/server/people/users';
import { actorOf, allRows, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
import { moveEntries } from './entry-administration';
import { listEntries } from './entry-list-queries';
import { getEntry } from './entry-queries';
import { listStatusCounts } from './home-queries';

const database = testDatabase();
const { add, take } = entrySteps(database.owner);
const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const DONE = { ok: true };
const WAITING = '待っている事業';

let admin: Actor;
let people: Record<string, unknown>[];

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  people = await query('SELECT ward_id, id, account_id, department_id, roles FROM membership');
  expect(await add('drafter', WAITING)).toMatchObject(DONE);
  expect(await take('submit', 'drafter', WAITING)).toMatchObject(DONE);
});
beforeEach(() => query(`UPDATE account SET disabled_at = now() WHERE login_id = 'approver'`));
afterEach(async () => {
  await query('UPDATE account SET disabled_at = NULL');
  await query('DELETE FROM session');
  await query('DELETE FROM membership');
  for (const { ward_id, id, account_id, department_id, roles } of people)
    await query('INSERT INTO membership (ward_id, id, account_id, department_id, roles) VALUES ($1, $2, $3, $4, $5)', [
      ward_id,
      id,
      account_id,
      department_id,
      roles,
    ]);
});

async function member(loginId: string) {
  const [row] = await query(
    `SELECT m.id AS "membershipId", m.version, a.name, coalesce(m.department_id::text, '') AS "departmentId", m.roles
     FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = $1 AND m.ward_id = $2`,
    [loginId, admin.wardId],
  );
  return row ?? {};
}

const execute = (command: Command<unknown>, input: object) => command.execute({ actor: admin, address: null }, input);
const idOf = async (word: string) => (await entryOf(database.owner, word)).id;

/** What the list, home and the entry say of it. */
async function shown(word: string) {
  const reader = readerOf(admin, 'entry.read');
  const rows = await listEntries(reader, 2023, NO_FILTER);
  const counts = await listStatusCounts(reader, 2023);
  const id = await idOf(word);
  return {
    list: rows.find((row) => row.id === id)?.isUndecidable,
    home: counts.reduce((sum, { undecidable }) => sum + undecidable, 0),
    deciders: (await getEntry(reader, 2023, id))?.deciders,
  };
}

const otherDepartment = async () =>
  (await query(`SELECT id FROM department WHERE ward_id = $1 AND name = '総務課'`, [admin.wardId]))[0]?.id;

const CHANGES: [string, Command<unknown>, () => Promise<object>][] = [
  ['disabled', disableUser, async () => ({})],
  ['removed', removeMembership, async () => ({})],
  ['moved to another 課', editUser, async () => ({ departmentId: await otherDepartment() })],
  ['without the role', editUser, async () => ({ roles: ['viewer'] })],
];

it.each(CHANGES)('the last approver is %s only by somebody who knows what then waits', async (_, command, changes) => {
  const input = { ...(await member('approver2')), ...(await changes()) };
  const before = await allRows(database.owner);
  const id = await idOf(WAITING);
  expect(await execute(command, input)).toEqual({
    ok: false,
    code: 'leaves_undecidable',
    undecidable: {
      entries: [{ id, year: 2023, name: WAITING, departmentName: '保健福祉課' }],
      possibleDeciders: ['協働まちづくり推進課 起案者', '閲覧者'],
    },
  });
  expect(await allRows(database.owner)).toEqual(before);
  expect(await shown(WAITING)).toEqual({ list: false, home: 0, deciders: ['全課 承認者'] });

  expect(await execute(command, { ...input, knownUndecidable: [id] })).toMatchObject(DONE);
  expect(await shown(WAITING)).toEqual({ list: true, home: 1, deciders: [] });
  // What waits for nobody already doesn't stand in the way of anything else.
  expect(await execute(disableUser, await member('viewer'))).toMatchObject(DONE);
  expect(await execute(enableUser, await member('approver'))).toMatchObject(DONE);
  expect(await shown(WAITING)).toEqual({ list: false, home: 0, deciders: ['保健福祉課 承認者'] });
});

it('an entry goes to a 課 without an approver only by somebody who knows that it then waits for nobody', async () => {
  expect(await execute(enableUser, await member('approver'))).toMatchObject(DONE);
  expect(await execute(disableUser, await member('approver2'))).toMatchObject(DONE);
  const { id, version } = await entryOf(database.owner, WAITING);
  const input = { entries: [{ entryId: id, version }], departmentId: await otherDepartment(), reason: '移管のため。' };
  const before = await allRows(database.owner);
  const answer = await execute(moveEntries, input);
  expect(answer).toMatchObject({
    ok: false,
    code: 'leaves_undecidable',
    undecidable: { entries: [{ id, year: 2023, name: WAITING, departmentName: '総務課' }] },
  });
  expect(await allRows(database.owner)).toEqual(before);
  expect(await execute(moveEntries, { ...input, knownUndecidable: [id] })).toMatchObject(DONE);
  expect(await shown(WAITING)).toEqual({ list: true, home: 1, deciders: [] });
  const back = { departmentId: (await member('approver')).departmentId, reason: '元に戻すため。' };
  const moved = { entries: [{ entryId: id, version: version + 1 }], ...back };
  expect(await execute(moveEntries, moved)).toMatchObject(DONE);
});

it('asks again when another entry has come to wait, with all of them', async () => {
  const known = await idOf(WAITING);
  expect(await add('drafter', 'あとから提出した事業')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', 'あとから提出した事業')).toMatchObject(DONE);
  const input = await member('approver2');
  const answer = await execute(disableUser, { ...input, knownUndecidable: [known] });
  const ids = answer.ok ? [] : answer.undecidable?.entries.map(({ id }) => id);
  expect(ids).toEqual([known, await idOf('あとから提出した事業')]);
  expect(await execute(disableUser, { ...input, knownUndecidable: ids })).toMatchObject(DONE);
  expect(await take('pullBack', 'drafter', 'あとから提出した事業')).toMatchObject(DONE);
});

it('an approver who had a hand in it is nobody who could decide', async () => {
  await query(`UPDATE membership SET roles = '{drafter,approver}' WHERE account_id = $1`, [
    (await actorOf(database.owner, 'drafter')).accountId,
  ]);
  expect(await execute(disableUser, await member('approver2'))).toMatchObject({ code: 'leaves_undecidable' });
});

it('another ward’s approvers are none of this ward’s, whatever account they are', async () => {
  await query(`UPDATE membership SET roles = '{approver}', department_id = NULL WHERE ward_id <> $1`, [admin.wardId]);
  expect(await execute(disableUser, await member('approver2'))).toMatchObject({ code: 'leaves_undecidable' });
  const guest = { loginId: 'taisho-admin', departmentId: '', roles: ['approver'] };
  expect(await execute(addMember, guest)).toMatchObject(DONE);
  expect(await execute(disableUser, await member('approver2'))).toMatchObject(DONE);
  expect((await shown(WAITING)).deciders).toEqual(['大正区 予算管理者']);
});

it('both approvers disabled at once by two administrators: one of them is asked', async () => {
  await query('UPDATE account SET disabled_at = NULL');
  const inputs = [await member('approver'), await member('approver2')];
  const results = await Promise.all(inputs.map((input) => execute(disableUser, input)));
  expect(results.map((result) => (result.ok ? 'done' : result.code)).sort()).toEqual(['done', 'leaves_undecidable']);
});

it('before it is submitted, the one who submits doesn’t count', async () => {
  const drafter = await actorOf(database.owner, 'drafter');
  await query(`UPDATE membership SET roles = '{drafter,approver}' WHERE account_id = $1`, [drafter.accountId]);
  await query(`UPDATE account SET disabled_at = now() WHERE login_id = 'approver2'`);
  const id = await idOf('不登校');
  const deciders = async (actor: Actor) => (await getEntry(readerOf(actor, 'entry.read'), 2023, id))?.deciders;
  expect(await deciders(drafter)).toEqual([]);
  expect(await deciders(admin)).toEqual(['保健福祉課 起案者']);
});

it('neither a closed year nor another status waits for anybody', async () => {
  await query(`UPDATE account SET disabled_at = now() WHERE login_id = 'approver2'`);
  expect((await shown(WAITING)).list).toBe(true);
  expect((await shown('不登校')).list).toBe(false);
  await query('UPDATE fiscal_year SET status = $1 WHERE year = 2023', ['closed']);
  expect(await shown(WAITING)).toMatchObject({ list: false, home: 0 });
  await query('UPDATE fiscal_year SET status = $1 WHERE year = 2023', ['open']);
});
