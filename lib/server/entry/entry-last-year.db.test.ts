import { beforeAll, describe, expect, it } from 'vitest';
import { modelIn } from '@/lib/document/test-input';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import type { Reader } from '@/lib/server/gate/reading';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { listRevisions } from '@/lib/server/history/entry-history-queries';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { addToLastYear } from '@/scripts/test/last-year';
import { entrySteps } from '@/scripts/test/steps';
import { addEntry } from './entries';
import { getEntry, getLastYearChoices } from './entry-queries';
import { getLastYearTexts } from './last-year-texts';

const database = testDatabase();
const { add, save } = entrySteps(database.owner);
const DONE = { ok: true };
const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
let reader: Reader;
/** A project of last year that nothing of this year goes on with, and another one. */
const projects = { free: '', other: '' };

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'viewer'), 'entry.read');
  projects.free = await addToLastYear(database.owner, reader.wardId, { name: '前の名の事業', amount: 400 });
  projects.other = await addToLastYear(database.owner, reader.wardId, { name: 'もう一つの事業', amount: 500 });
});

const shown = async (word: string) => {
  const { id } = await entryOf(database.owner, word);
  const entry = await getEntry(reader, 2023, id);
  if (!entry) throw new Error(`no entry ${word}`);
  return entry;
};

async function printed(word: string): Promise<string | undefined> {
  const document = await getDocument(reader, 2023);
  return modelIn(document)
    ?.sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'entries' ? block.entries : []))
    .find(({ name }) => name.includes(word))?.heading.figures[1];
}

describe('an added entry', () => {
  it('says nothing of last year unless somebody does: －', async () => {
    expect(await add('drafter', '不明の事業')).toMatchObject(DONE);
    expect(await shown('不明の事業')).toMatchObject({
      ...{ asksLastYear: true, isNew: false, lastYearAmount: null, lastYearSource: 'unknown' },
    });
    expect(await printed('不明の事業')).toBe('令和４年度予算額：－〉');
    const state = (await getDocument(reader, 2023))?.state;
    expect(state?.unknownLastYear.map(({ name }) => name)).toEqual(['不明の事業']);
  });

  it('is new, has the amount that was typed, or goes on with a project of last year, and that can be changed', async () => {
    expect(await add('drafter', '足した事業', { amount: '1000', lastYear: 'new' })).toMatchObject(DONE);
    expect(await shown('足した事業')).toMatchObject({
      ...{ isNew: true, lastYearAmount: 0, difference: 1000, lastYearSource: 'new' },
    });
    expect(await printed('足した事業')).toBe('令和４年度予算額：新規〉');

    const typed = { amount: '1000', lastYear: 'amount', recordedLastYearAmount: '６０' };
    expect(await save('drafter', '足した事業', typed)).toMatchObject(DONE);
    expect(await shown('足した事業')).toMatchObject({
      ...{ isNew: false, lastYearAmount: 60, difference: 940, lastYearSource: 'recorded' },
    });
    expect(await printed('足した事業')).toBe('令和４年度予算額：60千円〉');

    const linked = { amount: '1000', lastYear: 'project', lastYearProjectId: projects.free };
    expect(await save('drafter', '足した事業', linked)).toMatchObject(DONE);
    expect(await shown('足した事業')).toMatchObject({
      lastYearAmount: 400,
      lastYearSource: 'settled',
      lastYearName: '前の名の事業',
      asksLastYear: true,
    });
    expect(await printed('足した事業')).toBe('令和４年度予算額：400千円〉');

    expect(await save('drafter', '足した事業', { ...linked, lastYearProjectId: projects.other })).toMatchObject(DONE);
    expect(await shown('足した事業')).toMatchObject({ lastYearName: 'もう一つの事業' });

    expect(await save('drafter', '足した事業', { amount: '1000', lastYear: 'new' })).toMatchObject(DONE);
    expect(await shown('足した事業')).toMatchObject({ isNew: true, lastYearName: null });
  });

  it('keeps what was said while nothing is said', async () => {
    const { version } = await entryOf(database.owner, '足した事業');
    expect(await save('drafter', '足した事業', { amount: '2000' })).toMatchObject({ value: { version: version + 1 } });
    expect(await shown('足した事業')).toMatchObject({ isNew: true, difference: 2000 });
  });

  it('shows each step in its history', async () => {
    const revisions = await listRevisions(reader, await shown('足した事業'), 1, false);
    const steps = revisions.map(({ changes }) =>
      changes.flatMap((change): unknown[] => {
        const isAmount = change.kind === 'amount' && change.field === 'recordedLastYearAmount';
        const isSaid = isAmount || change.kind === 'option' || change.kind === 'choice';
        return isSaid ? [[change.before, change.after]] : [];
      }),
    );
    expect(steps).toEqual([
      [],
      [
        ['project', 'new'],
        ['もう一つの事業', ''],
      ],
      [['前の名の事業', 'もう一つの事業']],
      [
        ['amount', 'project'],
        ['', '前の名の事業'],
        [60, null],
      ],
      [
        ['new', 'amount'],
        [null, 60],
      ],
      [],
    ]);
    expect(await verifyAudit(database.owner)).toEqual([]);
    const { rows } = await listAuditEvents(readerOf(await actorOf(database.owner, 'admin'), 'audit.read'), null);
    const projects = rows.flatMap((row) => row.changes.filter(({ field }) => field === 'lastYearProjectId'));
    expect(projects.slice(0, 2)).toMatchObject([
      { before: 'もう一つの事業', after: null },
      { before: '前の名の事業', after: 'もう一つの事業' },
    ]);
  });
});

describe('a project of last year', () => {
  it('is offered while no entry of the year belongs to it, and to the entry that goes on with it', async () => {
    const offered = async (entryId: string | null) =>
      (await getLastYearChoices(reader, 2023, entryId)).projects.map(({ name }) => name);
    expect(await offered(null)).toEqual(['前の名の事業', 'もう一つの事業']);
    const linked = { lastYear: 'project', lastYearProjectId: projects.free };
    expect(await save('drafter', '不明の事業', linked)).toMatchObject(DONE);
    expect(await offered(null)).toEqual(['もう一つの事業']);
    expect(await offered((await entryOf(database.owner, '不明の事業')).id)).toEqual(['前の名の事業', 'もう一つの事業']);
    expect(await getLastYearChoices(reader, 2022, null)).toEqual({ isKnown: false, projects: [] });
  });

  it.each<[string, () => string]>([
    ['one that an entry goes on with', () => projects.free],
    ['none at all', newId],
  ])('%s is refused', async (_, project) => {
    const linked = { lastYear: 'project', lastYearProjectId: project() };
    const refused = { code: 'invalid_input', fields: { lastYearProjectId: 'not_in_list' } };
    expect(await add('drafter', '断られる事業', linked)).toMatchObject(refused);
    expect(await save('drafter', '足した事業', linked)).toMatchObject(refused);
  });

  it("another ward's is refused", async () => {
    const [foreign] = await query('SELECT id FROM project WHERE ward_id <> $1 LIMIT 1', [reader.wardId]);
    const linked = { lastYear: 'project', lastYearProjectId: foreign.id };
    expect(await add('drafter', '断られる事業', linked)).toMatchObject({ code: 'invalid_input' });
  });

  it('goes to one of two that ask at the same time', async () => {
    const linked = { lastYear: 'project', lastYearProjectId: projects.other };
    const asked = ['一つ目', '二つ目', '三つ目'].map((name) => add('drafter', name, linked));
    const answers = await Promise.all(asked);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const fields = { lastYearProjectId: 'not_in_list' };
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ fields }, { fields }]);
  });

  it('is not refused to an entry whose answer got lost: it is there already', async () => {
    const project = await addToLastYear(database.owner, reader.wardId, { name: '返事のない事業', amount: 1 });
    const actor = await actorOf(database.owner, 'drafter');
    const { version: _, ...fields } = saveInputOf(await entryOf(database.owner, '児童虐待'), { name: '続きの事業' });
    const input = { ...fields, year: 2023, entryId: newId(), lastYear: 'project', lastYearProjectId: project };
    const send = () => addEntry.execute({ actor, address: null }, input);
    expect(await send()).toMatchObject(DONE);
    expect(await send()).toMatchObject({ code: 'already_exists' });
  });
});

it("a copy says nothing: last year's entry speaks for it", async () => {
  const { id } = await entryOf(database.owner, '不登校');
  expect(await getEntry(reader, 2023, id)).toMatchObject({ asksLastYear: false });
  expect(await save('drafter', '不登校', { lastYear: 'new' })).toMatchObject({ fields: { lastYear: 'not_in_list' } });
});

it('has last year’s texts beside its own where it goes on with a project, and none where it is new', async () => {
  const lastYearProjectId = await addToLastYear(database.owner, reader.wardId, { name: '文のある事業', amount: 1 });
  const set = (assigned: string) => query(`UPDATE entry SET ${assigned} WHERE name = '文のある事業'`);
  await set(`summary = '前の概要', innovation = '', status = 'approved'`);
  const texts = async () => getLastYearTexts(reader, await shown('文の続きの事業'));
  expect(await add('drafter', '文の続きの事業', { lastYear: 'project', lastYearProjectId })).toMatchObject(DONE);
  expect(await texts()).toEqual({ summary: '前の概要', innovation: '', opinionsAndPledges: '', isApproved: true });
  await set(`status = 'draft'`);
  expect(await texts()).toMatchObject({ isApproved: false });
  expect(await save('drafter', '文の続きの事業', { lastYear: 'new' })).toMatchObject(DONE);
  expect(await texts()).toBeNull();
});
