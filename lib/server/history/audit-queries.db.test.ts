import { beforeAll, expect, it } from 'vitest';
import { type AuditFilter, type AuditRow, NO_AUDIT_FILTER } from '@/lib/domain/history/audit';
import { orderEntries } from '@/lib/server/entry/entry-order';
import type { Reader } from '@/lib/server/gate/reading';
import { addDepartment, editDepartment } from '@/lib/server/people/departments';
import { removeMembership, resetPassword } from '@/lib/server/people/user-access';
import { addUser } from '@/lib/server/people/users';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { lastChanges } from './audit';
import { listAuditEvents } from './audit-queries';

const database = testDatabase();
let reader: Reader;
let stranger: Reader;

beforeAll(async () => {
  reader = readerOf(await actorOf(database.owner, 'admin'), 'audit.read');
  stranger = readerOf(await actorOf(database.owner, 'taisho-admin'), 'audit.read');
});

it('pages through all rows once, newest first, and shows none of another ward', async () => {
  const request = { actor: reader, address: '192.0.2.1' };
  for (let count = 0; count < 120; count++) await addDepartment.execute(request, { name: `課${count}` });
  const seen: AuditRow[] = [];
  let olderThan: string | null = null;
  let pages = 0;
  do {
    const page = await listAuditEvents(reader, olderThan);
    seen.push(...page.rows);
    olderThan = page.olderThan;
    pages += 1;
  } while (olderThan);
  expect(pages).toBe(3);
  expect(seen.map(({ subjectName }) => subjectName)).toEqual(Array.from({ length: 120 }, (_, i) => `課${119 - i}`));
  expect(await listAuditEvents(stranger, null)).toEqual({ rows: [], olderThan: null });
  expect((await listAuditEvents(stranger, seen[0]?.id ?? null)).rows).toEqual([]);
});

it('names what ids stand for', async () => {
  const request = { actor: reader, address: null };
  const added = await addDepartment.execute(request, { name: '旧名課' });
  if (!added.ok) throw new Error(added.code);
  const { departmentId } = added.value;
  const member = { loginId: 'namesake', name: '氏名', departmentId, roles: ['drafter', 'viewer'] };
  expect(await addUser.execute(request, member)).toMatchObject({ ok: true });
  await editDepartment.execute(request, { departmentId, version: 1, name: '新名課' });
  const [renamed, user] = (await listAuditEvents(reader, null)).rows;
  expect(renamed).toMatchObject({
    subjectName: '新名課',
    changes: [{ field: 'name', before: '旧名課', after: '新名課' }],
    side: 'both',
  });
  expect(user?.side).toBe('after');
  expect(user?.changes).toContainEqual({ field: 'departmentId', before: null, after: '旧名課' });
  expect(user?.changes).toContainEqual({ field: 'roles', before: null, after: 'drafter,viewer' });
});

it('gives a list line by line', async () => {
  const { rows: entries } = await database.owner.query(
    `SELECT e.id, e.name, y.order_version::int AS version FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     WHERE e.ward_id = $1 AND y.year = 2023 AND e.status <> 'withdrawn' ORDER BY e.sort_order, e.id`,
    [reader.wardId],
  );
  const names = entries.map(({ name }) => name);
  const entryIds = entries.map(({ id }) => id);
  const [first, second] = entryIds.splice(0, 2);
  const input = { year: 2023, version: entries[0].version, entryIds: [second, first, ...entryIds] };
  expect(await orderEntries.execute({ actor: reader, address: null }, input)).toMatchObject({ ok: true });
  const [row] = (await listAuditEvents(reader, null)).rows;
  expect(row).toMatchObject({ operation: 'entries.order', subject: 'fiscal_year', actorRole: 'admin' });
  expect(row?.changes).toEqual([
    { field: 'order', before: `1-1 ${names[0]}\n1-2 ${names[1]}`, after: `1-1 ${names[1]}\n1-2 ${names[0]}` },
  ]);
});

it('keeps the name of a person whose membership went, for every row about them', async () => {
  const request = { actor: reader, address: null };
  const added = await addUser.execute(request, {
    loginId: 'leaver',
    name: '去る人',
    departmentId: '',
    roles: ['viewer'],
  });
  if (!added.ok) throw new Error(added.code);
  const { membershipId } = added.value;
  await resetPassword.execute(request, { membershipId, version: 1 });
  expect(await removeMembership.execute(request, { membershipId, version: 2 })).toMatchObject({ ok: true });
  const rows = (await listAuditEvents(reader, null)).rows.slice(0, 3);
  expect(rows.map(({ operation, subjectName }) => [operation, subjectName])).toEqual([
    ['user.removeMembership', '去る人'],
    ['user.resetPassword', '去る人'],
    ['user.add', '去る人'],
  ]);
});

it('names who changed something last among changes of one moment', async () => {
  const { rows } = await database.owner.query(
    `INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, actor_id, actor_role)
     SELECT d.ward_id, c.id::uuid, 'department.edit', 'department', d.id, a.id, c.role
     FROM (SELECT ward_id, id FROM department WHERE ward_id = $1 LIMIT 1) d,
       (VALUES (1, 'ffffffff-ffff-7fff-bfff-ffffffffffff', 'admin'), (2, '00000000-0000-7000-8000-000000000000', 'approver'))
         AS c (place, id, role) JOIN account a ON a.login_id = c.role
     ORDER BY c.place RETURNING subject_id, actor_name, at`,
    [reader.wardId],
  );
  const [first, last] = rows;
  expect(first.at).toEqual(last.at);
  expect((await lastChanges(reader, [last.subject_id])).get(last.subject_id)).toMatchObject({ by: last.actor_name });
});

it('finds what people look for, in any width and case, and pages through it', async () => {
  const request = { actor: reader, address: null };
  const find = async (asked: Partial<AuditFilter>) =>
    (await listAuditEvents(reader, null, { ...NO_AUDIT_FILTER, ...asked })).rows.map(({ subjectName }) => subjectName);
  for (const name of ['ＤＸ推進課', 'dx推進室']) await addDepartment.execute(request, { name });
  expect(await find({ q: 'dx推進' })).toEqual(['dx推進室', 'ＤＸ推進課']);
  expect(await find({ q: 'ＤＸ推進課' })).toEqual(['ＤＸ推進課']);
  expect(await find({ q: '%' })).toEqual([]);
  expect((await find({ q: '総務課' })).length).toBeGreaterThan(2);
  expect(await find({ q: 'dx', subject: 'membership' })).toEqual([]);
  expect(await find({ q: 'dx', subject: 'department' })).toHaveLength(2);

  const dated = `UPDATE audit_event SET at = $1 WHERE subject_id = (SELECT id FROM department WHERE name = 'dx推進室')`;
  await database.owner.query('SET session_replication_role = replica');
  await database.owner.query(dated, ['2020-01-31T14:59:59Z']);
  await database.owner.query('RESET session_replication_role');
  expect(await find({ q: 'dx', from: '2020-01-31', to: '2020-01-31' })).toEqual(['dx推進室']);
  expect(await find({ q: 'dx', to: '2020-01-30' })).toEqual([]);
  expect(await find({ q: 'dx', from: '2020-02-01' })).toEqual(['ＤＸ推進課']);

  const filter = { ...NO_AUDIT_FILTER, q: '課1' };
  const { rows, olderThan } = await listAuditEvents(reader, null, filter);
  expect(rows.at(-1)?.id).toBe(olderThan ?? rows.at(-1)?.id);
  expect(rows.every(({ subjectName }) => subjectName?.includes('課1'))).toBe(true);
  expect((await listAuditEvents(stranger, null, filter)).rows).toEqual([]);
});

it('finds a 課 by what it was called before anybody wrote that down', async () => {
  const request = { actor: reader, address: null };
  await database.owner.query(`UPDATE department SET name = '窓口課' WHERE ward_id = $1 AND name = 'dx推進室'`, [
    reader.wardId,
  ]);
  const { rows } = await database.owner.query(`SELECT id, version FROM department WHERE name = '窓口課'`);
  const [{ id, version }] = rows;
  expect(await editDepartment.execute(request, { departmentId: id, version, name: '総合案内課' })).toMatchObject({
    ok: true,
  });
  const found = await listAuditEvents(reader, null, { ...NO_AUDIT_FILTER, q: '窓口' });
  expect(found.rows.map(({ operation }) => operation)).toEqual(['department.edit', 'department.add']);
});

it('finds an entry by what it is called and by what it was called, and lists its fields as its form does', async () => {
  await database.owner.query('SET session_replication_role = replica');
  const long = '{"mark": "new", "name": "今の名前", "amount": 1, "summary": "概要", "categoryId": null}';
  await database.owner.query(
    `INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, actor_name, actor_role, at)
     SELECT e.ward_id, gen_random_uuid(), e.id, 98 + place, 98 + place, 'edit', '{}', said.after::jsonb, '起案する人', 'drafter',
       now() + place * interval '1 second'
     FROM (SELECT * FROM entry WHERE ward_id = $1 ORDER BY id LIMIT 1) e
     CROSS JOIN (VALUES (1, '{"name": "昔の名前"}'), (2, $2)) AS said (place, after)`,
    [reader.wardId, long],
  );
  await database.owner.query('RESET session_replication_role');
  const find = async (q: string) =>
    (await listAuditEvents(reader, null, { ...NO_AUDIT_FILTER, q })).rows.map(({ subjectName }) => subjectName);
  expect((await find('昔の名')).map((name) => name?.split(' ')[1])).toEqual(['今の名前', '昔の名前']);
  expect(await find('起案する人')).toHaveLength(2);
  const [newest] = (await listAuditEvents(reader, null, { ...NO_AUDIT_FILTER, q: '今の名' })).rows;
  expect(newest?.changes.map(({ field }) => field)).toEqual(['name', 'categoryId', 'amount', 'mark', 'summary']);
});
