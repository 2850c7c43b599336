import { describe, expect, it } from 'vitest';
import { actorOf, allRows, entryOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
const DONE = { ok: true };

async function expectUnchanged(work: () => Promise<void>) {
  const before = await allRows(database.owner);
  await work();
  expect(await allRows(database.owner)).toEqual(before);
}

/** Every 課 of the ward but the drafter's own. */
async function otherDepartments(): Promise<string[]> {
  const { wardId, departmentId } = await actorOf(database.owner, 'drafter');
  const { rows } = await database.owner.query('SELECT id FROM department WHERE ward_id = $1 AND id <> $2', [
    wardId,
    departmentId,
  ]);
  expect(rows.length).toBeGreaterThan(1);
  return rows.map(({ id }) => id);
}

describe('another 課', () => {
  it('is given no entry by a drafter, neither a new one nor an old one, whatever 課 is sent along', async () => {
    const { departmentId: own } = await actorOf(database.owner, 'drafter');
    for (const departmentId of await otherDepartments()) {
      expect(await save('drafter', '児童虐待', { departmentId, summary: departmentId })).toMatchObject(DONE);
      expect(await entryOf(database.owner, '児童虐待')).toMatchObject({ departmentId: own, summary: departmentId });
      expect(await add('drafter', `事業 ${departmentId}`, { departmentId })).toMatchObject(DONE);
      expect(await entryOf(database.owner, departmentId)).toMatchObject({ departmentId: own });
    }
  });

  it('keeps its entries: a drafter takes none of them over and takes no step of them', async () => {
    const { departmentId } = await actorOf(database.owner, 'drafter2');
    const own = await actorOf(database.owner, 'drafter');
    const entry = await database.owner.query(
      `SELECT name FROM entry WHERE department_id = $1 AND status = 'draft' LIMIT 1`,
      [departmentId],
    );
    const word = entry.rows[0].name;
    await expectUnchanged(async () => {
      const forbidden = { ok: false, code: 'forbidden' };
      expect(await save('drafter', word, { departmentId: own.departmentId })).toEqual(forbidden);
      for (const action of ['submit', 'pullBack', 'withdraw'] as const)
        expect(await take(action, 'drafter', word)).toEqual(forbidden);
    });
  });
});

describe('what is owed', () => {
  it.each([
    { owed: ['amount'], changes: { amount: '' } },
    { owed: ['summary'], changes: { summary: '' } },
    { owed: ['summary', 'innovation'], changes: { summary: '\u2800', innovation: '\u3164\n' } },
    { owed: ['amount'], changes: { amount: '', isPriority: false, summary: '', innovation: '' } },
  ])('keeps an entry from being submitted: $owed of $changes', async ({ owed, changes }) => {
    const full = { amount: '1', isPriority: true, summary: '概要', innovation: '工夫点' };
    expect(await save('drafter', '児童虐待', { ...full, ...changes })).toMatchObject(DONE);
    await expectUnchanged(async () => {
      expect(await take('submit', 'drafter', '児童虐待')).toEqual({
        ok: false,
        code: 'invalid_input',
        fields: Object.fromEntries(owed.map((field) => [field, 'required'])),
      });
    });
    expect(await save('drafter', '児童虐待', full)).toMatchObject(DONE);
    expect(await take('submit', 'drafter', '児童虐待')).toMatchObject(DONE);
    expect(await take('pullBack', 'drafter', '児童虐待')).toMatchObject(DONE);
  });

  it('is a name from the beginning, which nothing invisible is', async () => {
    await expectUnchanged(async () => {
      for (const name of ['', '　', '\u3164', '\u200b\u2800']) {
        const refused = { ok: false, code: 'invalid_input', fields: { name: 'required' } };
        expect(await save('drafter', '児童虐待', { name })).toEqual(refused);
        expect(await add('drafter', name)).toEqual(refused);
      }
    });
  });

  it('is a name, also where an older program stored one that shows nothing', async () => {
    expect(await add('drafter', '名前の消える事業')).toMatchObject(DONE);
    await database.owner.query(`UPDATE entry SET name = '\u2800' WHERE name = '名前の消える事業'`);
    const refused = { ok: false, code: 'invalid_input', fields: { name: 'required' } };
    expect(await take('submit', 'drafter', '\u2800')).toEqual(refused);
  });

  it('is a reason, of a return and of a reopening', async () => {
    const refused = { ok: false, code: 'invalid_input' };
    expect(await save('drafter', '不登校')).toMatchObject(DONE);
    expect(await take('submit', 'drafter', '不登校')).toMatchObject(DONE);
    for (const reason of [undefined, '', '\u2800'])
      expect(await take('return', 'approver', '不登校', reason)).toMatchObject(refused);
    expect(await take('approve', 'approver', '不登校')).toMatchObject(DONE);
    for (const reason of [undefined, '', '\u2800'])
      expect(await take('reopen', 'admin', '不登校', reason)).toMatchObject(refused);
  });
});

it('an entry that was approved once is on record: it is never withdrawn any more', async () => {
  const everApproved = async () => {
    const { id } = await entryOf(database.owner, '一度承認した事業');
    return (await database.owner.query('SELECT ever_approved FROM entry WHERE id = $1', [id])).rows[0].ever_approved;
  };
  expect(await add('drafter', '一度承認した事業')).toMatchObject(DONE);
  expect(await take('submit', 'drafter', '一度承認した事業')).toMatchObject(DONE);
  expect(await everApproved()).toBe(false);
  expect(await take('approve', 'approver', '一度承認した事業')).toMatchObject(DONE);
  expect(await everApproved()).toBe(true);
  expect(await take('reopen', 'admin', '一度承認した事業', '理由')).toMatchObject(DONE);
  expect(await everApproved()).toBe(true);
  const refused = { ok: false, code: 'wrong_status' };
  expect(await take('withdraw', 'drafter', '一度承認した事業')).toEqual(refused);
  expect(await take('submit', 'drafter', '一度承認した事業')).toMatchObject(DONE);
  expect(await take('return', 'approver', '一度承認した事業', '理由')).toMatchObject(DONE);
  expect(await take('withdraw', 'drafter', '一度承認した事業')).toEqual(refused);
  expect(await everApproved()).toBe(true);
});

it('a save that changes nothing makes no version, whatever spelling it is in', async () => {
  expect(await save('drafter', '児童虐待', { amount: '3,898', summary: '一\n二' })).toMatchObject(DONE);
  const { id, version } = await entryOf(database.owner, '児童虐待');
  await expectUnchanged(async () => {
    const same = { amount: '３８９万８千円', summary: ' 一\r\n二\n' };
    expect(await save('drafter', '児童虐待', same)).toEqual({ ok: true, value: { entryId: id, version } });
  });
  expect(await save('drafter', '児童虐待', { amount: '3,899', summary: '一\n二' })).toEqual({
    ok: true,
    value: { entryId: id, version: version + 1 },
  });
});
