import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { countedMarks, isReadEnough } from '@/lib/domain/read-through/mark';
import { saveEntry } from '@/lib/server/entry/entries';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { actorOf, allRows, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { dropNote, markPlaces, noteDifference, setReadersNeeded, unmarkPlace } from './read-through';
import { getReadThrough } from './read-through-queries';

const database = testDatabase();
const YEAR = 2023;
const actors: Record<string, Actor> = {};

beforeAll(async () => {
  for (const loginId of ['drafter', 'approver', 'admin', 'viewer', 'taisho-admin'])
    actors[loginId] = await actorOf(database.owner, loginId);
});

const as = (loginId: string) => ({ actor: actors[loginId] as Actor, address: null });
const read = async () => {
  const found = await getReadThrough(readerOf(as('viewer').actor, 'document.read'), YEAR);
  if (!found) throw new Error('no year');
  return found;
};
const places = async () => (await read()).places;
const placeOf = async (key: string) => {
  const found = (await places()).find((place) => place.key === key);
  if (!found) throw new Error(`no place ${key}`);
  return found;
};
const mark = async (loginId: string, ...keys: string[]) => {
  const all = await places();
  const marks = all.filter(({ key }) => keys.includes(key)).map(({ key, seen }) => ({ place: key, seen }));
  return markPlaces.execute(as(loginId), { year: YEAR, marks });
};
const changeTexts = async (change: object, loginId = 'admin') => {
  const { rows } = await database.owner.query(
    `SELECT version, title, mark, draft_mark AS "draftMark", total_label AS "totalLabel", personnel_note AS "personnelNote",
       annex_note AS "annexNote", prints_marks AS "printsMarks" FROM fiscal_year WHERE year = $1 AND ward_id = $2`,
    [YEAR, as('admin').actor.wardId],
  );
  return editDocumentTexts.execute(as(loginId), { year: YEAR, deadline: '', ...rows[0], ...change });
};
const readers = async (key: string) => countedMarks(await placeOf(key)).map(({ name }) => name);
const nameOf = (loginId: string) => as(loginId).actor.name;

it('says of each place what it comes from', async () => {
  const all = await places();
  const origin = (key: string) => all.find((place) => place.key === key)?.origin;
  const { id } = await entryOf(database.owner, '交流会館');
  const [category] = all.filter(({ what }) => what === 'category');
  const categoryId = category?.key.split(':')[2];
  expect(origin('document:title')).toEqual({ kind: 'settings' });
  expect(origin('document:total:2021')).toEqual({ kind: 'computed' });
  expect(origin(`document:category:${categoryId}:2021`)).toEqual({ kind: 'recorded' });
  expect(origin(`document:category:${categoryId}:2023`)).toEqual({ kind: 'computed' });
  expect(origin(`document:entry:${id}:name`)).toMatchObject({ kind: 'entry', version: 1, status: 'draft' });
  expect(origin(`document:entry:${id}:lastYear`)).toEqual({ kind: 'lastYear', year: 2022 });
  expect(all.every(({ typists }) => typists.length === 0)).toBe(true);
});

it('judges a place of an entry by that entry alone as among all of them', async () => {
  const { id } = await entryOf(database.owner, '交流会館');
  const alone = (await places()).filter(({ key }) => key.includes(`:entry:${id}:`));
  expect(alone.length).toBeGreaterThan(8);
  for (const { key: place, seen } of alone)
    expect(await markPlaces.execute(as('admin'), { year: YEAR, marks: [{ place, seen }] }), place).toEqual({
      ok: true,
      value: { refused: [] },
    });
  for (const { key: place } of alone) await unmarkPlace.execute(as('admin'), { year: YEAR, place });
});

it('takes marks of those who work on the budget, several at once, and takes one back', async () => {
  expect(await mark('admin', 'document:title', 'document:mark')).toEqual({ ok: true, value: { refused: [] } });
  expect(await mark('drafter', 'document:title')).toEqual({ ok: true, value: { refused: [] } });
  expect(await mark('viewer', 'document:mark')).toEqual({ ok: false, code: 'forbidden' });
  expect(await readers('document:title')).toEqual([nameOf('admin'), nameOf('drafter')]);
  expect(await readers('document:mark')).toEqual([nameOf('admin')]);
  const input = { year: YEAR, place: 'document:mark' };
  expect(await unmarkPlace.execute(as('drafter'), input)).toMatchObject({ ok: true });
  expect(await readers('document:mark')).toEqual([nameOf('admin')]);
  expect(await unmarkPlace.execute(as('admin'), input)).toMatchObject({ ok: true });
  expect(await readers('document:mark')).toEqual([]);
});

it('takes no mark of what isn’t there any more, and the others of the same request', async () => {
  const { seen } = await placeOf('document:mark');
  const marks = [
    { place: 'document:annexNote', seen },
    { place: 'document:nothing', seen },
    { place: 'document:mark', seen },
  ];
  expect(await markPlaces.execute(as('approver'), { year: YEAR, marks })).toEqual({
    ok: true,
    value: {
      refused: [
        { place: 'document:annexNote', code: 'conflict' },
        { place: 'document:nothing', code: 'conflict' },
      ],
    },
  });
  expect(await readers('document:mark')).toEqual([nameOf('approver')]);
});

it('gives up just the marks of what has changed, and refuses one of who changed it', async () => {
  expect(await mark('drafter', 'document:annexNote', 'document:mark')).toMatchObject({ ok: true });
  expect(await changeTexts({ annexNote: '事業別の予算は、別紙をご覧ください。' })).toMatchObject({ ok: true });
  expect(await readers('document:annexNote')).toEqual([]);
  expect(await readers('document:mark')).toEqual([nameOf('approver'), nameOf('drafter')]);
  const changed = await placeOf('document:annexNote');
  expect(changed.typists).toEqual([as('admin').actor.accountId]);
  expect(changed.changedAt).not.toBeNull();
  expect(changed.marks).toHaveLength(1);
  expect(await mark('admin', 'document:annexNote')).toEqual({
    ok: true,
    value: { refused: [{ place: 'document:annexNote', code: 'own_text' }] },
  });
  expect(await mark('drafter', 'document:annexNote')).toMatchObject({ value: { refused: [] } });
  expect(await readers('document:annexNote')).toEqual([nameOf('drafter')]);
});

it('knows of an entry who typed which of its fields', async () => {
  const entry = await entryOf(database.owner, '児童虐待');
  const key = (document: string, what: string) => `${document}:entry:${entry.id}:${what}`;
  expect(await mark('approver', key('document', 'amount'), key('document', 'summary'))).toMatchObject({ ok: true });
  expect(await saveEntry.execute(as('drafter'), saveInputOf(entry, { amount: '84,069' }))).toMatchObject({ ok: true });
  expect((await placeOf(key('document', 'amount'))).typists).toEqual([as('drafter').actor.accountId]);
  expect((await placeOf(key('annex', 'amount'))).typists).toEqual([as('drafter').actor.accountId]);
  expect((await placeOf(key('document', 'summary'))).typists).toEqual([]);
  expect(await readers(key('document', 'amount'))).toEqual([]);
  expect(await readers(key('document', 'summary'))).toEqual([nameOf('approver')]);
  const refused = await mark('drafter', key('document', 'amount'), key('document', 'summary'));
  expect(refused).toMatchObject({ value: { refused: [{ place: key('document', 'amount'), code: 'own_text' }] } });
  // Back to what they saw, its ticks are again of what stands there.
  const again = { ...entry, version: entry.version + 1 };
  expect(await saveEntry.execute(as('drafter'), saveInputOf(again, { amount: '' }))).toMatchObject({ ok: true });
  expect(await readers(key('document', 'amount'))).toEqual([nameOf('approver')]);
});

it('keeps a difference until its source changes or who found it takes it back', async () => {
  const { seen } = await placeOf('document:totalLabel');
  const input = { year: YEAR, place: 'document:totalLabel', seen };
  expect(await noteDifference.execute(as('drafter'), { ...input, note: ' ' })).toMatchObject({ code: 'invalid_input' });
  expect(await noteDifference.execute(as('drafter'), { ...input, seen: '0'.repeat(32), note: '違う' })).toEqual({
    ok: false,
    code: 'conflict',
  });
  expect(await noteDifference.execute(as('drafter'), { ...input, note: '前年度と名前が違う' })).toMatchObject({
    ok: true,
  });
  expect(await mark('approver', 'document:totalLabel')).toMatchObject({ ok: true });
  expect(isReadEnough(await placeOf('document:totalLabel'), 1)).toBe(false);
  // What one finds right now isn't a difference any more.
  expect(await mark('drafter', 'document:totalLabel')).toMatchObject({ ok: true });
  expect(isReadEnough(await placeOf('document:totalLabel'), 2)).toBe(true);
  expect(await noteDifference.execute(as('drafter'), { ...input, note: 'やはり違う' })).toMatchObject({ ok: true });
  expect(await changeTexts({ totalLabel: '港区役所の予算' })).toMatchObject({ ok: true });
  expect(isReadEnough(await placeOf('document:totalLabel'), 0)).toBe(true);
  expect(await readers('document:totalLabel')).toEqual([]);
});

it('lets an administrator end a difference that nobody is left to take back, and keeps it in the log', async () => {
  const { seen } = await placeOf('document:title');
  const { accountId } = as('approver').actor;
  const note = { year: YEAR, place: 'document:title', seen, note: '年度が違う' };
  expect(await noteDifference.execute(as('approver'), note)).toMatchObject({ ok: true });
  const input = { year: YEAR, place: 'document:title', accountId };
  expect(await dropNote.execute(as('admin'), input)).toEqual({ ok: false, code: 'conflict' });
  const disable = (at: string | null) =>
    database.owner.query('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, at]);
  await disable('2026-01-01');
  expect((await placeOf('document:title')).marks.find(({ note: of }) => of)).toMatchObject({ isLeft: true });
  expect(await dropNote.execute(as('drafter'), input)).toEqual({ ok: false, code: 'forbidden' });
  expect(await dropNote.execute(as('taisho-admin'), input)).toEqual({ ok: false, code: 'conflict' });
  expect(await dropNote.execute(as('admin'), input)).toMatchObject({ ok: true });
  expect(isReadEnough(await placeOf('document:title'), 0)).toBe(true);
  const { rows } = await listAuditEvents(readerOf(as('admin').actor, 'audit.read'), null);
  expect(rows[0]).toMatchObject({
    operation: 'readThrough.dropNote',
    changes: [
      { field: 'note', before: '年度が違う' },
      { field: 'noteOn', before: (await placeOf('document:title')).group },
      { field: 'notedBy', before: nameOf('approver') },
    ],
  });
  await disable(null);
});

it('finds no place of another ward', async () => {
  const { seen } = await placeOf('document:title');
  const before = await allRows(database.owner);
  const theirs = { year: 2019, marks: [{ place: 'document:title', seen }] };
  expect(await markPlaces.execute(as('taisho-admin'), theirs)).toEqual({ ok: false, code: 'not_found' });
  const own = await markPlaces.execute(as('taisho-admin'), { ...theirs, year: YEAR });
  expect(own).toMatchObject({ value: { refused: [{ code: 'conflict' }] } });
  expect(await unmarkPlace.execute(as('taisho-admin'), { year: YEAR, place: 'document:title' })).toMatchObject({
    ok: true,
  });
  expect(await allRows(database.owner)).toEqual(before);
});

it('keeps how many readers are needed as the ward’s setting, which the log is held against', async () => {
  const set = (loginId: string, before: number, after: number) =>
    setReadersNeeded.execute(as(loginId), { before, after });
  expect((await read()).readersNeeded).toBe(1);
  expect(await verifyAudit(database.owner)).toEqual([]);
  expect(await set('drafter', 1, 2)).toEqual({ ok: false, code: 'forbidden' });
  expect(await set('admin', 1, 3)).toMatchObject({ code: 'invalid_input' });
  expect(await set('admin', 1, 1)).toEqual({ ok: false, code: 'unchanged' });
  const both = await Promise.all([set('admin', 1, 2), set('admin', 1, 0)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter((result) => !result.ok && result.code === 'conflict')).toHaveLength(1);
  const now = (await read()).readersNeeded;
  expect(await set('admin', now, 1)).toMatchObject({ ok: true });
  const { rows } = await listAuditEvents(readerOf(as('admin').actor, 'audit.read'), null);
  expect(rows[0]).toMatchObject({
    operation: 'readThrough.setReaders',
    subjectName: '港区',
    changes: [{ field: 'readersNeeded', before: String(now), after: '1' }],
  });
  expect(await verifyAudit(database.owner)).toEqual([]);
  await database.owner.query('UPDATE ward SET readers_needed = 0');
  expect((await verifyAudit(database.owner)).map(({ code, subject }) => [code, subject])).toEqual([
    ['setting_differs', 'ward'],
    ['setting_unrecorded', 'ward'],
  ]);
});

it('lets nobody read what they typed after somebody else changed it, or changed it and back', async () => {
  const who = (...loginIds: string[]) => loginIds.map((loginId) => as(loginId).actor.accountId).sort();
  const typists = async (key: string) => (await placeOf(key)).typists.toSorted();
  await changeTexts({ mark: '資料Ａ' });
  await database.owner.query(`UPDATE membership SET roles = roles || '{admin}' WHERE account_id = $1`, who('approver'));
  actors.approver = await actorOf(database.owner, 'approver');
  const change = (loginId: string, mark: string) => changeTexts({ mark }, loginId);
  expect(await change('approver', '資料Ａ‐１')).toMatchObject({ ok: true });
  expect(await typists('document:mark')).toEqual(who('admin', 'approver'));
  expect(await mark('admin', 'document:mark')).toMatchObject({ value: { refused: [{ code: 'own_text' }] } });

  const { id } = await entryOf(database.owner, '児童虐待');
  const save = async (loginId: string, amount: string) =>
    saveEntry.execute(as(loginId), saveInputOf(await entryOf(database.owner, '児童虐待'), { amount }));
  const { departmentId } = as('drafter').actor;
  await database.owner.query(
    `UPDATE membership SET roles = roles || '{drafter}', department_id = $2 WHERE account_id = $1`,
    [...who('approver'), departmentId],
  );
  actors.approver = await actorOf(database.owner, 'approver');
  const amount = `document:entry:${id}:amount`;
  expect(await save('drafter', '100')).toMatchObject({ ok: true });
  expect(await save('approver', '200')).toMatchObject({ ok: true });
  expect(await typists(amount)).toEqual(who('approver'));
  expect(await save('approver', '100')).toMatchObject({ ok: true });
  expect(await typists(amount)).toEqual(who('approver', 'drafter'));
});

it('knows who said that a project is new, which stands in the remarks', async () => {
  const entry = await entryOf(database.owner, '児童虐待');
  await database.owner.query(
    `WITH p AS (INSERT INTO project (ward_id, id) VALUES ($1, gen_random_uuid()) RETURNING id)
     UPDATE entry SET project_id = p.id FROM p WHERE entry.id = $2`,
    [entry.wardId, entry.id],
  );
  const saved = await saveEntry.execute(as('drafter'), saveInputOf(entry, { lastYear: 'new' }));
  expect(saved).toMatchObject({ ok: true });
  const remarks = await placeOf(`annex:entry:${entry.id}:remarks`);
  expect([remarks.value, remarks.typists]).toEqual(['新規', [as('drafter').actor.accountId]]);
});
