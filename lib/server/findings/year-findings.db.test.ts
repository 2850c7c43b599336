import { expect, it } from 'vitest';
import { countFindings } from '@/lib/domain/findings/year-findings';
import { isBlocking, unconfirmed } from '@/lib/domain/year/open-points';
import type { YearSettings } from '@/lib/domain/year/year-settings';
import { type Db, db } from '@/lib/server/database/db';
import { saveEntry } from '@/lib/server/entry/entries';
import { editCategory } from '@/lib/server/year/categories';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { getYearSettings } from '@/lib/server/year/year-queries';
import { editDocumentTexts } from '@/lib/server/year/year-settings';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { entrySteps } from '@/scripts/test/steps';
import { saveDictionaryRule } from './dictionary';
import { listDictionary } from './dictionary-queries';
import { countYearFindings, findYearFindings, getYearFindings } from './year-findings-queries';

const database = testDatabase();
const { take } = entrySteps(database.owner);
const CARE = '児童虐待';
const reader = async (loginId: string) => readerOf(await actorOf(database.owner, loginId), 'entry.read');
const found = async (year = 2023) => (await getYearFindings(await reader('viewer'), year)) ?? [];
const said = async (year = 2023) =>
  (await found(year)).map(({ finding: { rule, place }, entry, categoryName }) => [
    rule,
    place,
    entry?.name.slice(0, 4) ?? categoryName,
  ]);

it('the published year holds no error, and what is odd about it are two things', async () => {
  expect(await said(2022)).toEqual([
    ['far_from_last_year', 'amount', '（仮称）'],
    ['long_sentence', 'innovation', '港区エリ'],
  ]);
});

it('lists entries and the texts around them, errors first', async () => {
  await database.owner.query(
    `UPDATE fiscal_year SET personnel_note = '※ 人件費（除く' WHERE year = 2023 AND title NOT LIKE '大正区%'`,
  );
  await database.owner.query(`UPDATE category_year SET explanation = '説明文。。' WHERE name = '区ＣＭ自由経費'
    AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`);
  const input = saveInputOf(await entryOf(database.owner, CARE), { amount: '49', summary: 'あああ' });
  expect(
    await saveEntry.execute({ actor: await actorOf(database.owner, 'drafter'), address: null }, input),
  ).toMatchObject({ ok: true });
  expect(await said()).toEqual([
    ['unpaired_bracket', 'personnelNote', null],
    ['placeholder', 'summary', '児童虐待'],
    ['doubled_punctuation', 'explanation', '区ＣＭ自由経費'],
    ['long_sentence', 'innovation', '港区エリ'],
    ['far_from_last_year', 'amount', '児童虐待'],
  ]);
  expect(countFindings(await found())).toEqual({ errors: 2, warnings: 3 });
});

it('says anew what a step changed, and what was said with a submission', async () => {
  const input = saveInputOf(await entryOf(database.owner, CARE), { amount: '49', summary: '支援する。' });
  const request = { actor: await actorOf(database.owner, 'drafter'), address: null };
  expect(await saveEntry.execute(request, input)).toMatchObject({ ok: true });
  expect((await found()).filter(({ entry }) => entry?.name.startsWith(CARE)).map(({ said: of }) => of)).toEqual([null]);
  expect(await take('submit', 'drafter', CARE)).toMatchObject({ ok: true });
  expect((await found()).filter(({ entry }) => entry?.name.startsWith(CARE)).map(({ said: of }) => of?.reason)).toEqual(
    ['確認した。'],
  );
});

it('leaves out what was withdrawn, other wards, and years that there are not', async () => {
  const before = await found();
  expect(await take('withdraw', 'drafter2', 'エリア別')).toMatchObject({ ok: true });
  expect((await found()).length).toBe(before.length - 1);
  const other = (await getYearFindings(await reader('taisho-admin'), 2023)) ?? [];
  expect(other.filter(({ entry }) => before.some((one) => one.entry?.id === entry?.id && entry))).toEqual([]);
  expect(await getYearFindings(await reader('taisho-admin'), 2022)).toBeUndefined();
});

it('asks four questions, however many entries', async () => {
  const { wardId } = await actorOf(database.owner, 'viewer');
  let asked = 0;
  const count = () => {
    asked += 1;
    return db;
  };
  const counting: Db = {
    rows: (statement) => count().rows(statement),
    first: (statement) => count().first(statement),
    run: (statement) => count().run(statement),
  };
  await findYearFindings(counting, wardId, 2023);
  expect(asked).toBeLessThanOrEqual(4);
});

it('another error in the place of one that was confirmed is not confirmed', async () => {
  const admin = { actor: await actorOf(database.owner, 'admin'), address: null };
  const manager = readerOf(admin.actor, 'year.manage');
  const note = async (personnelNote: string) => {
    const { year, version, texts } = (await getYearSettings(manager, 2023)) as YearSettings;
    const edited = await editDocumentTexts.execute(admin, { year, version, ...texts, deadline: '', personnelNote });
    expect(edited).toMatchObject({ ok: true });
    return listOpenPoints(manager, 2023);
  };
  const seen = await note('※ （人件費除く');
  expect(
    unconfirmed(await note('※ 人件費除く。（'), seen)
      .filter((point) => !isBlocking(point))
      .map(({ kind }) => kind),
  ).toEqual(['textFindings']);
  expect(unconfirmed(await note('※ （人件費除く'), seen).filter((point) => !isBlocking(point))).toEqual([]);
  expect((await note('※ 人件費除く')).filter(({ kind }) => kind === 'textFindings')).toEqual([]);
});

it('an error against another amount is not the one that was confirmed', async () => {
  const manager = readerOf(await actorOf(database.owner, 'admin'), 'year.close');
  const { id } = await entryOf(database.owner, '児童虐待');
  const seen = async (amount: number) => {
    await database.owner.query(
      `UPDATE entry SET summary = '備品の整備（8,406万9千円）を行う。', amount = $2 WHERE id = $1`,
      [id, amount],
    );
    globalThis.yosanFindings = undefined;
    return listOpenPoints(manager, 2023);
  };
  const before = await seen(8469);
  const after = unconfirmed(await seen(84_096), before, true).filter(
    ({ kind, id: of }) => kind === 'findings' && of === id,
  );
  expect(after).toHaveLength(1);
  await database.owner.query(`UPDATE entry SET summary = '', amount = NULL WHERE id = $1`, [id]);
  globalThis.yosanFindings = undefined;
});

it('counts anew whatever was changed', async () => {
  const { wardId } = await actorOf(database.owner, 'viewer');
  const as = async (loginId: string) => ({ actor: await actorOf(database.owner, loginId), address: null });
  const expectCounted = async () => {
    const counts = await countYearFindings(db, wardId, 2023);
    expect(counts).toEqual(countFindings(await found()));
    return counts.errors + counts.warnings;
  };
  const settings = async () =>
    (await getYearSettings(readerOf((await as('admin')).actor, 'year.manage'), 2023)) as YearSettings;
  const counts = [await expectCounted()];
  const input = saveInputOf(await entryOf(database.owner, '不登校'), { summary: '目指す。' });
  const changes: (() => Promise<unknown>)[] = [
    async () => saveEntry.execute(await as('drafter'), input),
    async () => {
      const [category] = (await settings()).categories;
      const { id: categoryYearId, version, name } = category ?? {};
      const typed = { name, explanation: '「文。。（あああ', ceiling: '', annexAmount: '' };
      return editCategory.execute(await as('admin'), { categoryYearId, version, ...typed });
    },
    async () => {
      const { year, version, texts } = await settings();
      return editDocumentTexts.execute(await as('admin'), {
        year,
        version,
        ...texts,
        deadline: '',
        personnelNote: '※ （人件費「あああ',
      });
    },
    async () => {
      const [rule] = (await listDictionary(readerOf((await as('admin')).actor, 'dictionary.manage'))).filter(
        ({ right }) => right === 'めざ',
      );
      const { id: ruleId, ...fields } = rule ?? {};
      return saveDictionaryRule.execute(await as('admin'), { ...fields, ruleId, isUsed: false });
    },
  ];
  for (const change of changes) {
    expect(await change()).toMatchObject({ ok: true });
    counts.push(await expectCounted());
  }
  expect(new Set(counts).size, counts.join(' ')).toBe(counts.length);
});
