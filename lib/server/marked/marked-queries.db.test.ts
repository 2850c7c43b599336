import { beforeAll, expect, it } from 'vitest';
import { NO_FILTER } from '@/lib/domain/entry/entry-filter';
import { type MarkedAct, markOf } from '@/lib/domain/marked/marking';
import { listEntries } from '@/lib/server/entry/entry-list-queries';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { entrySteps } from '@/scripts/test/steps';
import { getMarkable, getMarkedChecks } from './marked-queries';

const { owner } = testDatabase();
const { add, take } = entrySteps(owner);
const DRAFT = '選ばれる下書き';
const WAITING = '選ばれる承認待ち';
const DECIDED = '選ばれる承認済';

beforeAll(async () => {
  for (const name of [DRAFT, WAITING, DECIDED]) {
    expect(await add('drafter', name, { amount: '10', isPriority: name === DRAFT })).toMatchObject({ ok: true });
  }
  for (const name of [WAITING, DECIDED]) expect(await take('submit', 'drafter', name)).toMatchObject({ ok: true });
  expect(await take('approve', 'approver', DECIDED)).toMatchObject({ ok: true });
});

const readerNamed = async (loginId: string) => readerOf(await actorOf(owner, loginId), 'entry.read');
async function actsOf(loginId: string, name: string): Promise<MarkedAct[] | undefined> {
  const found = await getMarkable(await readerNamed(loginId), 2023);
  const mark = found?.marks.get((await entryOf(owner, name)).id)?.mark;
  return mark && found?.marking.acts[mark[2]];
}

it('knows for every row what its reader can do, and for no row of others', async () => {
  expect(await actsOf('drafter', DRAFT)).toEqual(['submit', 'unprioritize', 'withdraw']);
  expect(await actsOf('drafter', WAITING)).toEqual(['pullBack']);
  expect(await actsOf('drafter', DECIDED)).toBeUndefined();
  expect(await actsOf('approver', DRAFT)).toBeUndefined();
  expect(await actsOf('approver', WAITING)).toEqual(['approve', 'return']);
  expect(await actsOf('approver', DECIDED)).toEqual(['takeBack']);
  expect(await actsOf('approver2', DECIDED)).toBeUndefined();
  expect(await actsOf('admin', DRAFT)).toEqual(['move']);
  expect(await actsOf('admin', DECIDED)).toEqual(['move', 'reopen', 'withdrawApproved']);
  for (const loginId of ['viewer', 'taisho-admin']) {
    const found = await getMarkable(await readerNamed(loginId), 2023);
    for (const name of [DRAFT, WAITING, DECIDED]) {
      expect(found?.marks.has((await entryOf(owner, name)).id) ?? false, loginId).toBe(false);
    }
  }
  // Of a closed year nothing: what came of an act on the last of them is still told.
  expect((await getMarkable(await readerNamed('admin'), 2022))?.marks.size).toBe(0);
  expect(await getMarkable(await readerNamed('viewer'), 2023)).toBeNull();
});

it('says of each decision that can be taken back which it is', async () => {
  const found = await getMarkable(await readerNamed('approver'), 2023);
  const takes = async (name: string) => found?.marks.get((await entryOf(owner, name)).id)?.mark[3];
  expect(await takes(DECIDED)).toBe('approve');
  expect(await takes(WAITING)).toBeUndefined();
});

it('has no mark of an entry that was decided about since its row was read, or before', async () => {
  const reader = await readerNamed('approver');
  const read = async () => {
    const row = (await listEntries(reader, 2023, NO_FILTER)).find(({ name }) => name === DECIDED);
    return { row, marks: (await getMarkable(reader, 2023))?.marks };
  };
  const before = await read();
  expect(await take('takeBack', 'approver', DECIDED)).toMatchObject({ ok: true });
  const after = await read();
  expect(await take('approve', 'approver', DECIDED)).toMatchObject({ ok: true });
  for (const { marks } of [before, after])
    for (const { row } of [before, after])
      expect((row && markOf(marks, row)) !== undefined).toBe((marks === before.marks) === (row === before.row));
});

it('offers 課 to move entries to only to who may move them', async () => {
  expect((await getMarkable(await readerNamed('drafter'), 2023))?.marking.departments).toEqual([]);
  const { marking, marks } = (await getMarkable(await readerNamed('admin'), 2023)) ?? {};
  expect(marking?.departments.length).toBeGreaterThan(3);
  const entry = await entryOf(owner, DRAFT);
  expect(marking?.categories[marks?.get(entry.id)?.mark[1] ?? -1]?.id).toBe(entry.categoryId);
  expect(marks?.get(entry.id)?.mark[0]).toBe(entry.version);
});

it('says of several what they lack and what is found in them, of the reader’s ward alone', async () => {
  const { id } = await entryOf(owner, DRAFT);
  await owner.query(`UPDATE entry SET innovation = '', summary = '○○を行います。' WHERE id = $1`, [id]);
  const waiting = await entryOf(owner, WAITING);
  const ids = [id, waiting.id];
  const checks = await getMarkedChecks(await readerNamed('drafter'), ids);
  expect(checks.map((check) => check.id).sort()).toEqual(ids.sort());
  const ofDraft = checks.find((check) => check.id === id);
  expect(ofDraft?.missing).toEqual(['innovation']);
  expect(ofDraft?.findings.map(({ rule }) => rule)).toContain('placeholder');
  expect(await getMarkedChecks(await readerNamed('taisho-admin'), ids)).toEqual([]);
});

it('reads as many statements for many as for one', async () => {
  const reader = await readerNamed('admin');
  const one = [(await entryOf(owner, DRAFT)).id];
  const all = [...((await getMarkable(reader, 2023))?.marks.keys() ?? [])];
  expect(all.length).toBeGreaterThan(4);
  const counted = async (ids: string[]) => {
    const nothing = async () => undefined;
    return (await interrupted(0, nothing, () => getMarkedChecks(reader, ids))).statements;
  };
  await counted(one);
  expect(await counted(all)).toBe(await counted(one));
});
