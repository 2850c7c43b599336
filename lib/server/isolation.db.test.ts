import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, allRows, entryOf, type SeededEntry, saveInputOf } from '@/scripts/test-actors';
import { type TestDatabase, useTestDatabase } from '@/scripts/test-database';

let database: TestDatabase;
let stranger: Actor;
let own: SeededEntry;
let other: SeededEntry;

beforeAll(async () => {
  database = await useTestDatabase();
  const actor = await actorOf(database.owner, 'taisho-admin');
  stranger = { ...actor, roles: ['drafter', 'approver', 'admin', 'viewer'] };
  own = await entryOf(database.owner, '大正区');
  other = await entryOf(database.owner, '不登校');
});
afterAll(() => database.drop());

const request = () => ({ actor: stranger, address: null });

it('finds no entry of the other ward, by any command', async () => {
  const { saveEntry } = await import('./entries');
  const workflow = await import('./entry-workflow');
  const before = await allRows(database.owner);
  const step = { entryId: other.id, version: other.version, reason: '理由' };
  const results = [
    await saveEntry.execute(request(), saveInputOf(other)),
    ...(await Promise.all(Object.values(workflow).map((command) => command.execute(request(), step)))),
  ];
  expect(results).toHaveLength(7);
  for (const result of results) expect(result).toEqual({ ok: false, code: 'not_found' });
  expect(await allRows(database.owner)).toEqual(before);
});

it("takes no id of the other ward's category or department", async () => {
  const { addEntry, saveEntry } = await import('./entries');
  const before = await allRows(database.owner);
  const { entryId: _, version: __, ...fields } = saveInputOf(own, { amount: '1' });
  const attempts = [
    saveEntry.execute(request(), saveInputOf(own, { amount: '1', categoryId: other.categoryId })),
    saveEntry.execute(request(), saveInputOf(own, { amount: '1', departmentId: other.departmentId })),
    addEntry.execute(request(), { ...fields, year: 2023, categoryId: other.categoryId }),
    addEntry.execute(request(), { ...fields, year: 2023, departmentId: other.departmentId }),
    addEntry.execute(request(), { ...fields, year: 2022 }),
  ];
  const codes = (await Promise.all(attempts)).map((result) => !result.ok && result.code);
  expect(codes).toEqual(['invalid_input', 'invalid_input', 'invalid_input', 'forbidden', 'not_found']);
  expect(await allRows(database.owner)).toEqual(before);
});
