import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { NO_USER_FILTER, type UserFilter } from '@/lib/domain/people/user';
import { actorOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { countWardApprovers, listDepartments } from './department-queries';
import { addDepartment, editDepartment, orderDepartment, restoreDepartment, retireDepartment } from './departments';
import { listUsers } from './user-queries';
import { addUser } from './users';

const database = testDatabase();
let admin: Actor;
let otherAdmin: Actor;
const as = (actor: Actor) => ({ actor, address: null });

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  otherAdmin = await actorOf(database.owner, 'taisho-admin');
});

const list = () => listDepartments(readerOf(admin, 'department.manage'));

async function find(name: string) {
  const row = (await list()).find((department) => department.name === name);
  if (!row) throw new Error(`no ${name}`);
  return { departmentId: row.id, version: row.version };
}

it('adds and renames, each name once', async () => {
  expect(await addDepartment.execute(as(admin), { name: ' 防災課 ' })).toMatchObject({ ok: true });
  const taken = { ok: false, code: 'invalid_input', fields: { name: 'already_used' } };
  expect(await addDepartment.execute(as(admin), { name: '防災課' })).toEqual(taken);
  const seen = await find('防災課');
  expect(await editDepartment.execute(as(admin), { ...seen, name: '総務課' })).toEqual(taken);
  expect(await editDepartment.execute(as(admin), { ...seen, name: '危機管理課' })).toMatchObject({ ok: true });
  expect(await editDepartment.execute(as(admin), { ...seen, name: '別名' })).toMatchObject({ code: 'conflict' });
  expect(await editDepartment.execute(as(otherAdmin), { ...seen, name: '別名' })).toMatchObject({ code: 'not_found' });
});

it('moves one place', async () => {
  const before = (await list()).map(({ name }) => name);
  const input = { ...(await find('危機管理課')), direction: 'up' };
  expect(await orderDepartment.execute(as(admin), input)).toMatchObject({ ok: true });
  expect(await orderDepartment.execute(as(admin), input)).toMatchObject({ code: 'conflict' });
  expect(await orderDepartment.execute(as(otherAdmin), input)).toMatchObject({ code: 'not_found' });
  expect((await list()).map(({ name }) => name)).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
});

it('retires what nobody uses, and takes it back', async () => {
  for (const used of ['総務課', '保健福祉課', '協働まちづくり推進課']) {
    expect(await retireDepartment.execute(as(admin), await find(used))).toMatchObject({ code: 'department_in_use' });
  }
  expect(await retireDepartment.execute(as(admin), await find('危機管理課'))).toMatchObject({ ok: true });
  expect((await list()).at(-1)).toMatchObject({ name: '危機管理課', isRetired: true });
  const { departmentId, version } = await find('危機管理課');
  const member = { loginId: 'somebody', name: '氏名', departmentId, roles: ['drafter'] };
  expect(await addUser.execute(as(admin), member)).toMatchObject({ fields: { departmentId: 'not_in_list' } });
  expect(await restoreDepartment.execute(as(admin), { departmentId, version })).toMatchObject({ ok: true });
  expect(await addUser.execute(as(admin), member)).toMatchObject({ ok: true });
  expect(await retireDepartment.execute(as(admin), await find('危機管理課'))).toMatchObject({
    code: 'department_in_use',
  });
});

it('is retired, or given a member, but not both at once', async () => {
  for (let round = 0; round < 10; round++) {
    const name = `新設${round}課`;
    await addDepartment.execute(as(admin), { name });
    const { departmentId, version } = await find(name);
    const member = { loginId: `racer${round}`, name: '氏名', departmentId, roles: ['drafter'] };
    const [retired, added] = await Promise.all([
      retireDepartment.execute(as(admin), { departmentId, version }),
      addUser.execute(as(admin), member),
    ]);
    expect([retired.ok, added.ok].filter(Boolean)).toHaveLength(1);
  }
});

it('lists the people of one 課 and one role', async () => {
  const reader = readerOf(admin, 'user.manage');
  const { departmentId } = await find('保健福祉課');
  const found = async (filter: Partial<UserFilter>) =>
    (await listUsers(reader, { ...NO_USER_FILTER, ...filter })).map(({ loginId }) => loginId);
  expect(await found({ department: departmentId })).toEqual(['approver', 'drafter']);
  expect(await found({ department: departmentId, role: 'approver' })).toEqual(['approver']);
  expect(await found({ department: 'none', role: 'approver' })).toEqual(['approver2']);
  expect(await found({ role: 'admin' })).toEqual(['admin']);
});

it('counts who drafts and approves, and what the year holds', async () => {
  const reader = readerOf(admin, 'department.manage');
  const row = async (year?: number) => (await listDepartments(reader, year)).find(({ name }) => name === '保健福祉課');
  expect(await row(2023)).toMatchObject({ drafterCount: 1, approverCount: 1, approvedCount: 0 });
  const { rows } = await database.owner.query<{ count: number; amount: number; blank: number }>(
    `SELECT count(*)::int AS count, coalesce(sum(amount), 0)::int AS amount, count(*) FILTER (WHERE amount IS NULL)::int AS blank
     FROM entry e JOIN fiscal_year y ON y.id = e.fiscal_year_id JOIN department d ON d.id = e.department_id
     WHERE d.name = '保健福祉課' AND y.year = 2022`,
  );
  const [stored] = rows;
  expect(stored?.count).toBeGreaterThan(0);
  expect(await row(2022)).toMatchObject({
    entryCount: stored?.count,
    approvedCount: stored?.count,
    amount: stored?.amount,
    blankCount: stored?.blank,
  });
  expect(await row()).toMatchObject({ entryCount: 0, amount: 0 });
  expect(await countWardApprovers(reader)).toBe(1);
  await database.owner.query(`UPDATE account SET disabled_at = now() WHERE login_id IN ('approver', 'approver2')`);
  expect(await row(2023)).toMatchObject({ approverCount: 0, drafterCount: 1 });
  expect(await countWardApprovers(reader)).toBe(0);
  const approvers = async (state: UserFilter['state']) =>
    (await listUsers(reader, { ...NO_USER_FILTER, role: 'approver', state })).map(({ loginId }) => loginId);
  expect(await approvers('active')).toEqual([]);
  expect((await approvers('disabled')).sort()).toEqual(['approver', 'approver2']);
});
