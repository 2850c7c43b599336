import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { listRevisions } from '@/lib/server/history/entry-history-queries';
import { getOpenWork } from '@/lib/server/people/department-queries';
import { addDepartment, retireDepartment } from '@/lib/server/people/departments';
import { actorOf, allRows, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { ADDRESS, entrySteps } from '@/scripts/test/steps';
import { saveEntry } from './entries';
import { correctEntry, moveEntries } from './entry-administration';
import { getEntry } from './entry-queries';
import { listEntryTasks } from './home-queries';

const database = testDatabase();
const { save, take } = entrySteps(database.owner);
const actors: Record<string, Actor> = {};
const DONE = { ok: true };
const [CARE, TRUANCY] = ['児童虐待', '不登校'];
const REASON = '組織改正のため。';

beforeAll(async () => {
  for (const loginId of ['admin', 'drafter', 'approver', 'taisho-admin']) {
    actors[loginId] = await actorOf(database.owner, loginId);
  }
});

const actorNamed = (loginId: string): Actor => {
  const actor = actors[loginId];
  if (!actor) throw new Error(`no actor ${loginId}`);
  return actor;
};
const as = (loginId: string) => ({ actor: actorNamed(loginId), address: ADDRESS });
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const departmentOf = async (name: string): Promise<string> =>
  (await rows('SELECT id FROM department WHERE ward_id = $1 AND name = $2', [actorNamed('admin').wardId, name]))[0].id;

const seen = async (words: string[]) =>
  Promise.all(words.map((word) => entryOf(database.owner, word))).then((found) =>
    found.map(({ id: entryId, version }) => ({ entryId, version })),
  );
const move = async (loginId: string, input: object) => moveEntries.execute(as(loginId), { reason: REASON, ...input });

async function expectUnchanged(act: () => Promise<unknown>) {
  const before = await allRows(database.owner);
  await act();
  expect(await allRows(database.owner)).toEqual(before);
}

describe('moving entries', () => {
  it('is the administrator’s, in open years of the own ward, with a reason and to a 課 in use', async () => {
    const entries = await seen([CARE]);
    const departmentId = await departmentOf('総務課');
    const [closed] = await rows(`SELECT e.id AS "entryId", e.version FROM entry e
      JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id WHERE y.year = 2022 LIMIT 1`);
    const { departmentId: own, categoryId } = await entryOf(database.owner, CARE);
    await expectUnchanged(async () => {
      expect(await move('drafter', { entries, departmentId })).toMatchObject({ code: 'forbidden' });
      expect(await move('taisho-admin', { entries, departmentId })).toMatchObject({ code: 'not_found' });
      expect(await move('admin', { entries: [closed], departmentId })).toMatchObject({ code: 'year_closed' });
      expect(await move('admin', { entries, departmentId, reason: ' ' })).toMatchObject({
        fields: { reason: 'required' },
      });
      expect(await move('admin', { entries: [], departmentId })).toMatchObject({ code: 'invalid_input' });
      expect(await move('admin', { entries, departmentId: categoryId })).toMatchObject({
        fields: { departmentId: 'not_in_list' },
      });
      expect(await move('admin', { entries, categoryId: departmentId })).toMatchObject({
        fields: { categoryId: 'not_in_list' },
      });
      expect(await move('admin', { entries, departmentId: own, categoryId })).toMatchObject({ code: 'unchanged' });
      await database.owner.query('UPDATE department SET retired_at = now() WHERE id = $1', [departmentId]);
      expect(await move('admin', { entries, departmentId })).toMatchObject({ code: 'invalid_input' });
      await database.owner.query('UPDATE department SET retired_at = NULL WHERE id = $1', [departmentId]);
    });
  });

  it('moves all or none, and names those that somebody changed meanwhile', async () => {
    const entries = await seen([CARE, TRUANCY]);
    expect(await save('drafter', TRUANCY, { amount: '7' })).toMatchObject(DONE);
    const { name } = await entryOf(database.owner, TRUANCY);
    await expectUnchanged(async () => {
      const departmentId = await departmentOf('総務課');
      expect(await move('admin', { entries, departmentId })).toEqual({ ok: false, code: 'conflict', names: [name] });
    });
  });

  it('loses no save that comes at the same moment', async () => {
    const { wardId } = await entryOf(database.owner, TRUANCY);
    const categories = await rows(
      `SELECT c.category_id AS id FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
       WHERE y.year = 2023 AND c.ward_id = $1`,
      [wardId],
    );
    for (let round = 0; round < 10; round++) {
      const before = await entryOf(database.owner, TRUANCY);
      const categoryId = categories.find(({ id }) => id !== before.categoryId)?.id;
      const outcomes = await Promise.all([
        move('admin', { entries: [{ entryId: before.id, version: before.version }], categoryId }),
        saveEntry.execute(as('drafter'), saveInputOf(before, { summary: `${round}` })),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const after = await entryOf(database.owner, TRUANCY);
      expect(after.version).toBe(before.version + 1);
      const hasMoved = after.categoryId === categoryId;
      expect(hasMoved).not.toBe(after.summary === `${round}`);
    }
  });

  it('keeps the status: what waits for approval waits on, for the approvers of the new 課', async () => {
    expect(await save('drafter', CARE, { amount: '5' })).toMatchObject(DONE);
    expect(await take('submit', 'drafter', CARE)).toMatchObject(DONE);
    const before = await entryOf(database.owner, CARE);
    const [entries, departmentId] = [await seen([CARE]), await departmentOf('総務課')];
    const [category] = await rows(
      `SELECT c.category_id AS id FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
       WHERE y.year = 2023 AND c.ward_id = $1 AND c.category_id <> $2`,
      [before.wardId, before.categoryId],
    );
    expect(await move('admin', { entries, departmentId, categoryId: category.id })).toEqual({
      ok: true,
      value: { count: 1, version: before.version + 1 },
    });
    const after = await entryOf(database.owner, CARE);
    expect(after).toEqual({ ...before, departmentId, categoryId: category.id, version: before.version + 1 });
    const reader = readerOf(actorNamed('admin'), 'entry.read');
    const view = await getEntry(reader, 2023, after.id);
    const [newest] = view ? await listRevisions(reader, view, 1) : [];
    expect(newest).toMatchObject({ action: 'move', reason: REASON, status: 'in_review', actorRole: 'admin' });
    expect(newest?.changes.map(({ field }) => field)).toEqual(['categoryId', 'departmentId']);
    const [step] = await rows(
      'SELECT action, before, after FROM entry_step WHERE entry_id = $1 ORDER BY sequence DESC LIMIT 1',
      [after.id],
    );
    expect(step).toEqual({
      action: 'move',
      before: { departmentId: before.departmentId, categoryId: before.categoryId },
      after: { departmentId, categoryId: category.id },
    });
    const waits = async (loginId: string) =>
      (await listEntryTasks(readerOf(await actorOf(database.owner, loginId), 'entry.read'))).some(
        ({ id }) => id === after.id,
      );
    expect(await waits('approver')).toBe(false);
    expect(await waits('approver2')).toBe(true);
    expect(await take('approve', 'approver', CARE)).toMatchObject({ code: 'forbidden' });
    expect(await move('admin', { entries: await seen([CARE]), departmentId: before.departmentId })).toMatchObject(DONE);
    expect(await take('approve', 'approver', CARE)).toMatchObject(DONE);
  });

  it('frees a 課 that is to be closed: what stood in the way goes at once', async () => {
    const from = actorNamed('drafter').departmentId ?? '';
    const reader = readerOf(actorNamed('admin'), 'department.manage');
    const work = await getOpenWork(reader, from);
    expect(work?.name).toBe('保健福祉課');
    expect(work?.entries.length).toBeGreaterThan(1);
    expect(await getOpenWork(readerOf(actorNamed('taisho-admin'), 'department.manage'), from)).toBeUndefined();
    await database.owner.query('UPDATE membership SET department_id = $2 WHERE department_id = $1', [
      from,
      await departmentOf('総務課'),
    ]);
    const version = async () => (await rows('SELECT version FROM department WHERE id = $1', [from]))[0].version;
    const retire = async () => retireDepartment.execute(as('admin'), { departmentId: from, version: await version() });
    expect(await retire()).toMatchObject({ code: 'department_in_use' });
    const entries = work?.entries.map(({ entryId, version: of }) => ({ entryId, version: of }));
    expect(await move('admin', { entries, departmentId: await departmentOf('総務課') })).toMatchObject({
      value: { count: entries?.length },
    });
    expect((await getOpenWork(reader, from))?.entries).toEqual([]);
    expect(await retire()).toMatchObject(DONE);
  });

  it('moves into a 課, or closes it, but not both at once', async () => {
    for (let round = 0; round < 10; round++) {
      const added = await addDepartment.execute(as('admin'), { name: `新設${round}課` });
      const departmentId = added.ok ? added.value.departmentId : '';
      const entries = await seen([TRUANCY]);
      const outcomes = await Promise.all([
        move('admin', { entries, departmentId }),
        retireDepartment.execute(as('admin'), { departmentId, version: 1 }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });
});

describe('correcting an approved entry', () => {
  const correct = async (loginId: string, changes: object = {}) => {
    const entry = await entryOf(database.owner, CARE);
    return correctEntry.execute(as(loginId), saveInputOf(entry, { reason: '誤字のため。', ...changes }));
  };

  it('is refused to others, without a reason, without a change, and where something owed would be missing', async () => {
    await expectUnchanged(async () => {
      expect(await correct('drafter', { summary: '別' })).toMatchObject({ code: 'forbidden' });
      expect(await correct('taisho-admin', { summary: '別' })).toMatchObject({ code: 'not_found' });
      expect(await correct('admin', { summary: '別', reason: '' })).toMatchObject({ fields: { reason: 'required' } });
      expect(await correct('admin')).toMatchObject({ code: 'unchanged' });
      expect(await correct('admin', { name: '' })).toMatchObject({ fields: { name: 'required' } });
      expect(await correct('admin', { summary: ' ' })).toMatchObject({ fields: { summary: 'required' } });
      expect(await correct('admin', { summary: '別（あああ' })).toMatchObject({ code: 'findings_wrong' });
      expect(await correct('admin', { summary: '別', version: 1 })).toMatchObject({ code: 'conflict' });
    });
  });

  it('changes texts, never amounts, keeps the approval, and names who did it', async () => {
    const before = await entryOf(database.owner, CARE);
    expect(await correct('admin', { summary: '訂正した概要', amount: '999' })).toMatchObject(DONE);
    const after = await entryOf(database.owner, CARE);
    expect(after).toEqual({ ...before, summary: '訂正した概要', version: before.version + 1 });
    expect(after.status).toBe('approved');
    const [entry] = await rows(`SELECT last_edited_by, search_key LIKE '%訂正%' AS found FROM entry WHERE id = $1`, [
      after.id,
    ]);
    expect(entry).toEqual({ last_edited_by: actorNamed('admin').accountId, found: true });
    const [step] = await rows('SELECT action, reason FROM entry_step WHERE entry_id = $1 AND version = $2', [
      after.id,
      after.version,
    ]);
    expect(step).toEqual({ action: 'correct', reason: '誤字のため。' });
  });

  it('is not possible before the approval', async () => {
    expect(await take('reopen', 'admin', CARE, '計数の誤り。')).toMatchObject(DONE);
    expect(await correct('admin', { summary: '別' })).toMatchObject({ code: 'conflict' });
  });
});
