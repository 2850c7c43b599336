import { beforeAll, expect, it } from 'vitest';
import { type EntrySnapshot, snapshotOf } from '@/lib/domain/entry/entry';
import { type EntryContent, FIELDS, fieldsWhere } from '@/lib/domain/entry/entry-fields';
import { db, sql } from '@/lib/server/database/db';
import { entryOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { assigned, columns, selected, valuesOf } from './entry-target';

const database = testDatabase();
let id: string;
let content: EntryContent;

type Kept = { snapshot: EntrySnapshot };
const stored = async () => {
  const [row] = await db.rows<EntrySnapshot>(
    sql`SELECT ${selected()}, e.status, e.finding_reasons AS "findingReasons" FROM entry e WHERE e.id = ${id}`,
  );
  const [kept] = await db.rows<Kept>(sql`SELECT entry_snapshot(e) AS snapshot FROM entry e WHERE e.id = ${id}`);
  if (!row || !kept) throw new Error('no entry');
  return { row, snapshot: kept.snapshot };
};

beforeAll(async () => {
  const entry = await entryOf(database.owner, '不登校');
  const { rows } = await database.owner.query('SELECT project_id FROM entry WHERE id = $1', [entry.id]);
  id = entry.id;
  content = {
    name: '名',
    budgetName: '予算書の名',
    categoryId: entry.categoryId,
    departmentId: entry.departmentId,
    amount: 9_999_999_999,
    rank: 12,
    lastYear: 'project',
    lastYearProjectId: rows[0].project_id,
    recordedLastYearAmount: null,
    mark: 'expanded',
    isPriority: false,
    summary: '概要\n二行目',
    innovation: '工夫点「"」',
    opinionsAndPledges: '区政会議の意見\n公約３',
    remarks: '国の補助',
  };
});

it.each([
  ['what is said of last year', {}],
  ['an amount of last year', { lastYear: null, lastYearProjectId: null, recordedLastYearAmount: 3 }],
  [
    'blanks',
    {
      lastYear: null,
      lastYearProjectId: null,
      amount: null,
      summary: '',
      innovation: '',
      mark: null,
      rank: null,
      isPriority: true,
    },
  ],
])('reads and writes every field, and the database’s own snapshot is the program’s: %s', async (_, changes) => {
  const written = { ...content, ...changes };
  expect(await db.run(sql`UPDATE entry SET ${assigned(written)} WHERE id = ${id}`)).toBe(1);
  const { row, snapshot } = await stored();
  expect(snapshotOf(row)).toEqual({ ...written, status: 'draft', findingReasons: null });
  expect(snapshot).toEqual(snapshotOf(row));
});

it('writes the fields that it is given, and no other', () => {
  const { text, values } = assigned({ summary: '概要', isPriority: true });
  expect([text, values]).toEqual(['is_priority = $1, summary = $2', [true, '概要']]);
});

it('names a value for each column, and columns of the table alone', async () => {
  const names = columns().text.split(', ');
  expect(valuesOf(content).values).toHaveLength(names.length);
  expect(FIELDS.length - names.length).toBe(1);
  expect(
    columns(fieldsWhere({ isCopied: true }))
      .text.split(', ')
      .every((name) => names.includes(name)),
  ).toBe(true);
  const known = await db.rows<{ name: string }>(
    sql`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'entry'`,
  );
  for (const name of names) expect(known.map((column) => column.name)).toContain(name);
});
