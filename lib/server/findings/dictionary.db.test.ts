import { expect, it } from 'vitest';
import { DEFAULT_DICTIONARY } from '@/lib/domain/findings/house-dictionary';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { saveDictionaryRule } from './dictionary';
import { listDictionary, readDictionary } from './dictionary-queries';

const database = testDatabase();
const as = async (loginId: string) => ({ actor: await actorOf(database.owner, loginId), address: null });
const reader = async (loginId: string) => readerOf(await actorOf(database.owner, loginId), 'dictionary.manage');
const save = async (loginId: string, input: object) => saveDictionaryRule.execute(await as(loginId), input);

const NEW = { ruleId: null, version: 0, wrong: '子供', right: '子ども', except: '', isUsed: true };
const SENTENCES = { good: '子どもを守る。', bad: '子供を守る。' };
const [FIRST] = DEFAULT_DICTIONARY;
const own = { ...FIRST, id: undefined, ruleId: FIRST?.id, version: 0, isUsed: false };

it('begins with what comes with the program', async () => {
  expect(await readDictionary(await reader('admin'))).toHaveLength(DEFAULT_DICTIONARY.length);
});

it('takes a rule that tells its own sentences apart, and no other', async () => {
  expect(await save('admin', { ...NEW, good: SENTENCES.bad, bad: SENTENCES.good })).toEqual({
    ok: false,
    code: 'invalid_input',
    fields: { good: 'good_is_flagged', bad: 'bad_is_not_flagged' },
  });
  expect(await save('drafter', { ...NEW, ...SENTENCES })).toMatchObject({ code: 'forbidden' });
  expect(await save('admin', { ...NEW, ...SENTENCES })).toMatchObject({ ok: true });
  expect((await readDictionary(await reader('admin'))).map(({ right }) => right)).toContain('子ども');
  expect((await readDictionary(await reader('taisho-admin'))).map(({ right }) => right)).not.toContain('子ども');
});

it('switches off what comes with the program, once for two who do it', async () => {
  const results = [await save('admin', own), await save('admin', { ...own, right: '目指' })];
  expect(results[0]).toMatchObject({ ok: true });
  expect(results[1]).toMatchObject({ code: 'conflict' });
  expect((await readDictionary(await reader('admin'))).map(({ wrong }) => wrong)).not.toContain(FIRST?.wrong);
  const stored = (await listDictionary(await reader('admin'))).find(({ id }) => id === FIRST?.id);
  expect(stored).toMatchObject({ version: 1, isUsed: false });
  expect(await save('admin', { ...own, version: 1 })).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await save('admin', { ...own, version: 1, isUsed: true })).toMatchObject({ ok: true, value: { version: 2 } });
});

it('finds no rule of another ward', async () => {
  const mine = (await listDictionary(await reader('admin'))).find(({ right }) => right === '子ども');
  const theirs = { ...NEW, ...SENTENCES, ruleId: mine?.id, version: mine?.version };
  expect(await save('taisho-admin', theirs)).toEqual({ ok: false, code: 'not_found' });
});

it('stands in the log, which says what a rule was, and is held against it', async () => {
  const { rows } = await listAuditEvents(readerOf((await as('admin')).actor, 'audit.read'), null);
  expect(rows.map(({ operation, subjectName }) => [operation, subjectName])).toEqual([
    ['dictionary.edit', 'めざ'],
    ['dictionary.edit', 'めざ'],
    ['dictionary.edit', '子ども'],
  ]);
  expect(rows[0]?.changes).toEqual([{ field: 'isUsed', before: 'false', after: 'true' }]);
  expect(await verifyAudit(database.owner)).toEqual([]);
  await database.owner.query(`UPDATE dictionary_rule SET bad = '別の文' WHERE "right" = '子ども'`);
  expect((await verifyAudit(database.owner)).map(({ code }) => code)).toEqual(['setting_differs']);
});
