import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { entryFilterOf } from '@/lib/domain/entry/entry-list';
import { securityFilterOf } from '@/lib/domain/history/security-event';
import type { Result } from '@/lib/domain/result';
import { newId } from '@/lib/server/database/db';
import { getDocument } from '@/lib/server/document/document';
import { getEditionDifferences } from '@/lib/server/edition/edition-differences';
import { getEditionFile } from '@/lib/server/edition/edition-files';
import {
  getEdition,
  getEditionDocument,
  getEditionModels,
  listEditions,
  listEditionsOfYear,
} from '@/lib/server/edition/edition-queries';
import { publishEdition } from '@/lib/server/edition/editions';
import { getNextEdition } from '@/lib/server/edition/next-edition';
import { addEntry, saveEntry } from '@/lib/server/entry/entries';
import { correctEntry, moveEntries } from '@/lib/server/entry/entry-administration';
import { listEntries } from '@/lib/server/entry/entry-list-queries';
import { orderEntries } from '@/lib/server/entry/entry-order';
import { getYearOrder } from '@/lib/server/entry/entry-order-queries';
import { getEntry, getEntryChoices, getEntryFields, getLastYearChoices } from '@/lib/server/entry/entry-queries';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { listEntryTasks, listReturnedByReader, listStatusCounts } from '@/lib/server/entry/home-queries';
import { getLastYearAmounts, recordLastYear } from '@/lib/server/entry/last-year-amounts';
import { getLastYearTexts } from '@/lib/server/entry/last-year-texts';
import { listReviewQueue, listSubmissions } from '@/lib/server/entry/review-queue-queries';
import { getPossibleDeciders } from '@/lib/server/entry/undecidable-entries';
import { getYearFindings } from '@/lib/server/findings/year-findings-queries';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { listRevisions } from '@/lib/server/history/entry-history-queries';
import { listSecurityEvents, listSecurityPeople } from '@/lib/server/history/security-event-queries';
import { getMarkable, getMarkedChecks } from '@/lib/server/marked/marked-queries';
import { getOpenWork, listDepartments } from '@/lib/server/people/department-queries';
import * as departments from '@/lib/server/people/departments';
import { orderDepartment } from '@/lib/server/people/departments';
import * as access from '@/lib/server/people/user-access';
import { getUser, listUsers } from '@/lib/server/people/user-queries';
import { addUser, editUser } from '@/lib/server/people/users';
import { getPrintedReadThrough } from '@/lib/server/read-through/read-through-queries';
import { getSheet, getSheetNews } from '@/lib/server/sheet/sheet-queries';
import { addCategory, editCategory, endCategory, orderCategory } from '@/lib/server/year/categories';
import { getEarlierTotals, recordTotals, removeEarlierYear } from '@/lib/server/year/earlier-totals';
import { listOpenPoints } from '@/lib/server/year/open-points';
import { getYearSettings, listCategoryTotals, listYearSettings } from '@/lib/server/year/year-queries';
import { actorOf, allRows, entryOf, readerOf, type SeededEntry, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { publishInputOf, publishWithoutReaders } from '@/scripts/test/publish';

const database = testDatabase();
let stranger: Actor;
let own: SeededEntry;
let other: SeededEntry;

beforeAll(async () => {
  const actor = await actorOf(database.owner, 'taisho-admin');
  stranger = { ...actor, roles: ['drafter', 'approver', 'admin', 'viewer'] };
  own = await entryOf(database.owner, '大正区');
  other = await entryOf(database.owner, '不登校');
});

const request = () => ({ actor: stranger, address: null });

it('finds no entry of the other ward, by any command', async () => {
  const before = await allRows(database.owner);
  const step = { entryId: other.id, version: other.version, reason: '理由' };
  const results = [
    await saveEntry.execute(request(), saveInputOf(other)),
    await correctEntry.execute(request(), { ...saveInputOf(other), reason: '理由' }),
    await moveEntries.execute(request(), { entries: [{ ...step }], departmentId: own.departmentId, reason: '理由' }),
    ...(await Promise.all(Object.values(stepCommands).map((command) => command.execute(request(), step)))),
  ];
  expect(results).toHaveLength(11);
  for (const result of results) expect(result).toEqual({ ok: false, code: 'not_found' });
  expect(await allRows(database.owner)).toEqual(before);
});

it("takes no id of the other ward's category or department", async () => {
  const before = await allRows(database.owner);
  const { version: _, ...fields } = saveInputOf(own, { amount: '1', entryId: newId() });
  const entries = [{ entryId: own.id, version: own.version }];
  const move = (to: object) => moveEntries.execute(request(), { entries, ...to, reason: '理由' });
  const attempts: Promise<Result<unknown>>[] = [
    saveEntry.execute(request(), saveInputOf(own, { amount: '1', categoryId: other.categoryId })),
    addEntry.execute(request(), { ...fields, year: 2023, categoryId: other.categoryId }),
    addEntry.execute(request(), { ...fields, year: 2022 }),
    move({ departmentId: other.departmentId }),
    move({ categoryId: other.categoryId }),
  ];
  const codes = (await Promise.all(attempts)).map((result) => !result.ok && result.code);
  expect(codes).toEqual(['invalid_input', 'invalid_input', 'not_found', 'invalid_input', 'invalid_input']);
  expect(await allRows(database.owner)).toEqual(before);
});

/** The other ward's ids, as somebody who saw them there would send them. */
async function strangeIds() {
  const one = async (text: string) => (await database.owner.query(text, [other.wardId])).rows[0];
  return {
    membership: await one('SELECT id AS "membershipId", version FROM membership WHERE ward_id = $1 LIMIT 1'),
    department: await one('SELECT id AS "departmentId", version FROM department WHERE ward_id = $1 LIMIT 1'),
    categoryId: (await one('SELECT category_id AS id FROM category_year WHERE ward_id = $1 LIMIT 1')).id,
    category: await one('SELECT id AS "categoryYearId", version FROM category_year WHERE ward_id = $1 LIMIT 1'),
  };
}

it("finds nothing of the other ward's administration, by any command", async () => {
  const { membership, department, category, categoryId } = await strangeIds();
  const { version } = await getEarlierTotals(readerOf(stranger, 'year.manage'));
  const totals = [{ year: 2017, categoryId, amount: '1' }];
  const before = await allRows(database.owner);
  const { addDepartment: _, orderDepartment: __, ...onDepartment } = departments;
  const fields = { name: '名', explanation: '', ceiling: '', annexAmount: '1' };
  const results = await Promise.all([
    ...Object.values(access).map((command) => command.execute(request(), membership)),
    editUser.execute(request(), { ...membership, name: '名', departmentId: '', roles: ['viewer'] }),
    ...Object.values(onDepartment).map((command) => command.execute(request(), { ...department, name: '名' })),
    orderDepartment.execute(request(), { ...department, direction: 'up' }),
    editCategory.execute(request(), { ...category, ...fields }),
    orderCategory.execute(request(), { ...category, direction: 'up' }),
    endCategory.execute(request(), category),
    recordTotals.execute(request(), { version, categories: [], totals }),
    removeEarlierYear.execute(request(), { year: 2017, version }),
  ]);
  expect(results).toHaveLength(15);
  for (const result of results) expect(result).toEqual({ ok: false, code: 'not_found' });
  expect(await allRows(database.owner)).toEqual(before);
});

it("gives no member the other ward's 課, and orders none of its entries", async () => {
  const { department } = await strangeIds();
  const before = await allRows(database.owner);
  const { rows } = await database.owner.query('SELECT version FROM fiscal_year WHERE ward_id = $1 AND year = 2023', [
    stranger.wardId,
  ]);
  const user = { loginId: 'stranger', name: '名', departmentId: department.departmentId, roles: ['drafter'] };
  expect(await addUser.execute(request(), user)).toMatchObject({ fields: { departmentId: 'not_in_list' } });
  const { categoryId } = await strangeIds();
  const added = { year: 2023, name: '経費', continuedId: categoryId };
  expect(await addCategory.execute(request(), added)).toMatchObject({ fields: { continuedId: 'not_in_list' } });
  const lastYear = await getLastYearAmounts(readerOf(stranger, 'entry.recordLastYear'), 2023);
  const amounts = [{ entryId: other.id, amount: '1' }];
  expect(await recordLastYear.execute(request(), { year: 2023, version: lastYear?.version, amounts })).toEqual({
    ok: true,
    value: { version: lastYear?.version },
  });
  const order = { year: 2023, version: rows[0].version, entryIds: [other.id] };
  expect(await orderEntries.execute(request(), order)).toEqual({ ok: false, code: 'conflict' });
  expect(await allRows(database.owner)).toEqual(before);
});

it('sees no edition of the other ward, and publishes none of its years', async () => {
  const admin = await actorOf(database.owner, 'admin');
  await publishWithoutReaders(admin);
  const published = await publishEdition.execute({ actor: admin, address: null }, await publishInputOf(admin, 2022));
  globalThis.yosanPrinting?.stop();
  expect(published.ok).toBe(true);
  const own = readerOf(admin, 'document.read');
  const strange = readerOf(stranger, 'document.read');
  const file = { year: 2022, number: 1, kind: 'document', format: 'pdf' } as const;
  const found = [own, strange].map(async (reader) => [
    await listEditions(reader),
    await listEditionsOfYear(reader, 2022),
    [await getEdition(reader, 2022, 1)].filter(Boolean),
    Object.keys(await getEditionModels(reader, 2022, 1)),
    [await getEditionDocument(reader, file)].filter(Boolean),
    [await getEditionFile(reader, null, file)].filter(Boolean),
    (await getEditionDifferences(reader, 2022, { from: undefined, to: undefined }))?.editions ?? [],
  ]);
  const [ofOwn, ofOther] = await Promise.all(found);
  expect(ofOwn?.map(({ length }) => length)).toEqual([1, 1, 1, 2, 1, 1, 1]);
  expect(ofOther).toEqual([[], [], [], [], [], [], []]);
  const before = await allRows(database.owner);
  const input = { ...(await publishInputOf(admin, 2022)), reason: '理由' };
  expect(await publishEdition.execute(request(), input)).toEqual({ ok: false, code: 'not_found' });
  expect(await allRows(database.owner)).toEqual(before);
});

it('reads nothing of the other ward, by any query', async () => {
  const reader = readerOf(stranger, 'entry.read');
  const { membership } = await strangeIds();
  expect(await getEntry(reader, 2023, other.id)).toBeUndefined();
  expect(await getEntryFields(reader, other.id)).toBeUndefined();
  expect(await getUser(reader, membership.membershipId)).toBeUndefined();
  const view = await getEntry(reader, 2023, own.id);
  expect(view).toMatchObject({ name: own.name });
  if (!view) throw new Error('no entry of the own ward');
  expect(await listRevisions(reader, view, 1)).not.toEqual([]);
  expect(await listRevisions(reader, { ...view, id: other.id }, 1)).toEqual([]);

  expect(await getPossibleDeciders(reader, other.id)).toEqual([]);

  // Whatever the lists and pages of a year are made of holds no word of the other ward's.
  const everything = JSON.stringify(
    await Promise.all([
      listEntries(reader, 2023, entryFilterOf({})),
      getYearOrder(reader, 2023),
      getSheet(reader, 2023),
      getSheetNews(reader, { year: 2023, rows: [{ id: other.id, version: 1, status: 'draft' }] }),
      getMarkable(reader, 2023).then((found) => found && { ...found, marks: [...found.marks] }),
      getMarkedChecks(reader, [own.id, other.id]),
      getYearFindings(reader, 2023),
      listEntryTasks(reader),
      listReviewQueue(reader, 2023, other.id),
      listSubmissions(reader, 2023).then((found) => [...found]),
      getLastYearTexts(reader, other),
      listStatusCounts(reader, 2023),
      listUsers(reader),
      listDepartments(reader),
      getOpenWork(reader, other.departmentId),
      listReturnedByReader(reader, 2023),
      listCategoryTotals(reader, 2017, 2023),
      listYearSettings(reader),
      getYearSettings(reader, 2023),
      listAuditEvents(reader, null),
      listSecurityEvents(reader, securityFilterOf({}), null),
      listSecurityPeople(reader),
      getDocument(reader, 2023),
      getEntryChoices(reader, 2023),
      getLastYearChoices(reader, 2024, null),
      getLastYearAmounts(reader, 2023),
      listOpenPoints(reader, 2023),
      getNextEdition(reader, 2023),
      getPrintedReadThrough(reader, 2023),
    ]),
  );
  const { rows: ids } = await database.owner.query(
    `SELECT id FROM entry WHERE ward_id = $1 UNION SELECT id FROM department WHERE ward_id = $1
     UNION SELECT id FROM category_year WHERE ward_id = $1 UNION SELECT id FROM membership WHERE ward_id = $1
     UNION SELECT id FROM fiscal_year WHERE ward_id = $1`,
    [other.wardId],
  );
  expect(ids.length).toBeGreaterThan(20);
  for (const { id } of ids) expect(everything).not.toContain(id);
  expect(everything).not.toContain(other.name);
  expect(everything).toContain(own.name);
});
