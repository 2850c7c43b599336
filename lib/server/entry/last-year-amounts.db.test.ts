import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/server/database/db';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { BLANK_FORM } from '@/scripts/test/blank-form';
import { testDatabase } from '@/scripts/test/database';
import { addEntry, saveEntry } from './entries';
import { getEntry } from './entry-queries';
import { stepCommands } from './entry-workflow';
import { getLastYearAmounts, recordLastYear } from './last-year-amounts';

const database = testDatabase();
const actors: Record<'admin' | 'drafter' | 'approver', Actor> = {} as never;
const as = (name: keyof typeof actors) => ({ actor: actors[name], address: null });

beforeAll(async () => {
  for (const name of ['admin', 'drafter', 'approver'] as const) actors[name] = await actorOf(database.owner, name);
  const { categoryId } = await entryOf(database.owner, '児童虐待');
  for (const [name, lastYear] of [
    ['新しい事業', 'new'],
    ['不明の事業', ''],
  ] as const) {
    const entry = { ...BLANK_FORM, year: 2023, entryId: newId(), name, categoryId, amount: '5', lastYear };
    expect(await addEntry.execute(as('drafter'), entry)).toMatchObject({ ok: true });
  }
});

async function read() {
  const found = await getLastYearAmounts(readerOf(actors.admin, 'entry.recordLastYear'), 2023);
  if (!found) throw new Error('no year 2023');
  return found;
}
const shown = async (name: string) => {
  const { id } = await entryOf(database.owner, name);
  return getEntry(readerOf(actors.admin, 'entry.read'), 2023, id);
};
async function record(amounts: Record<string, string>, version?: number) {
  const now = await read();
  const given = now.rows.flatMap(({ id: entryId, name }) =>
    amounts[name] === undefined ? [] : { entryId, amount: amounts[name] },
  );
  return recordLastYear.execute(as('admin'), { year: 2023, version: version ?? now.version, amounts: given });
}

it('lists the entries that last year has none of, beside what it came to', async () => {
  const { rows, categories, isOpen } = await read();
  expect(rows.map(({ name, isNew, amount }) => [name, isNew, amount])).toEqual([
    ['新しい事業', true, null],
    ['不明の事業', false, null],
  ]);
  expect(rows[0]?.number).toMatch(/^1-\d+$/);
  expect(categories[0]).toMatchObject({ name: '区長自由経費', entrySum: 2_195_331, total: 2_497_177 });
  expect(isOpen).toBe(true);
  expect(await getLastYearAmounts(readerOf(actors.admin, 'entry.recordLastYear'), 1999)).toBeUndefined();
});

it('records them, also of an approved entry, which stays approved, and says so in its history', async () => {
  const { id: entryId } = await entryOf(database.owner, '不明の事業');
  expect(await stepCommands.submit.execute(as('drafter'), { entryId, version: 1 })).toMatchObject({ ok: true });
  expect(await stepCommands.approve.execute(as('approver'), { entryId, version: 1 })).toMatchObject({ ok: true });
  expect(await record({ 不明の事業: '１，２００', 新しい事業: '' })).toMatchObject({ ok: true });
  expect(await shown('不明の事業')).toMatchObject({
    ...{ status: 'approved', version: 2, lastYearAmount: 1200, lastYearSource: 'recorded', isNew: false },
  });
  expect(await shown('新しい事業')).toMatchObject({ version: 1, isNew: true });
  expect(await record({ 不明の事業: '1200', 新しい事業: '3' })).toMatchObject({ ok: true });
  expect(await shown('新しい事業')).toMatchObject({ lastYearAmount: 3, isNew: false });
  expect(await shown('不明の事業')).toMatchObject({ version: 2 });
  const { rows } = await database.owner.query(
    `SELECT action, before, after, actor_role AS role FROM entry_step WHERE action = 'recordLastYear' ORDER BY at`,
  );
  expect(rows).toEqual([
    {
      action: 'recordLastYear',
      before: { recordedLastYearAmount: null },
      after: { recordedLastYearAmount: 1200 },
      role: 'admin',
    },
    {
      action: 'recordLastYear',
      before: { lastYear: 'new', recordedLastYearAmount: null },
      after: { lastYear: null, recordedLastYearAmount: 3 },
      role: 'admin',
    },
  ]);
  expect(await record({ 不明の事業: '' })).toMatchObject({ ok: true });
  expect(await shown('不明の事業')).toMatchObject({ lastYearSource: 'unknown' });
  expect(await verifyAudit(database.owner)).toEqual([]);
});

it('stores nothing upon what was not seen, all or none', async () => {
  const { version } = await read();
  const entry = await entryOf(database.owner, '新しい事業');
  const form = { lastYear: 'amount', recordedLastYearAmount: '3' };
  const saved = await saveEntry.execute(as('drafter'), saveInputOf(entry, { ...form, amount: '6' }));
  expect(saved).toMatchObject({ ok: true });
  expect(await record({ 不明の事業: '1', 新しい事業: '2' }, version)).toMatchObject({ code: 'conflict' });
  const now = (await read()).version;
  const race = await Promise.all(['7', '8'].map((amount) => record({ 新しい事業: amount }, now)));
  expect(race.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await shown('不明の事業')).toMatchObject({ lastYearAmount: null });
  await database.owner.query(`UPDATE fiscal_year SET status = 'closed' WHERE year = 2023`);
  expect(await record({ 新しい事業: '9' })).toMatchObject({ code: 'year_closed' });
});
