import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import type { Result } from '@/lib/domain/result';
import { stepCommands } from '@/lib/server/entry/entry-workflow';
import { eachStepAction } from '@/lib/server/gate/action';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, allRows, entryOf } from '@/scripts/test/actors';
import { asPageOf } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { interrupted } from '@/scripts/test/interruption';
import { entrySteps } from '@/scripts/test/steps';

const { owner } = testDatabase();
const { add, take } = entrySteps(owner);
const takeEach = eachStepAction(stepCommands);
let names: string[] = [];
let round = 0;

beforeEach(async () => {
  round += 1;
  names = [1, 2, 3].map((place) => `まとめて決める事業${round}の${place}`);
  for (const name of names) expect(await add('drafter', name, { amount: '10' })).toMatchObject({ ok: true });
});

const inputs = (of = names, more: object = {}) =>
  Promise.all(
    of.map(async (name) => {
      const entry = await entryOf(owner, name);
      return { entryId: entry.id, version: entry.version, findingReasons: await reasonsFor(entry), ...more };
    }),
  );
const press = async (loginId: string, step: WorkflowAction, given: unknown) =>
  asPageOf(owner, await actorOf(owner, loginId), () => takeEach({ step, inputs: given }));
const statuses = async () => (await Promise.all(names.map((name) => entryOf(owner, name)))).map(({ status }) => status);
const stepsOf = async () => {
  const { rows } = await owner.query(
    'SELECT s.action, s.reason FROM entry_step s JOIN entry e ON e.id = s.entry_id WHERE e.name = ANY ($1) ORDER BY s.at, s.id',
    [names],
  );
  return rows.map(({ action, reason }) => (reason ? `${action} ${reason}` : action));
};
const submitAll = async () =>
  expect(await press('drafter', 'submit', await inputs())).toMatchObject({ value: names.map(() => ({ ok: true })) });
const codes = (answer: Result<Result<unknown>[]>) =>
  answer.ok ? answer.value.map((one) => (one.ok ? 'ok' : one.code)) : answer.code;

it('takes the step for each by itself: a history row each, and of what is refused the reason', async () => {
  await submitAll();
  expect(await take('approve', 'approver', names[1] ?? '')).toMatchObject({ ok: true });
  const [first, second, third] = await inputs(names, { reason: '根拠が足りません。' });
  const answer = await press('approver', 'return', [first, second, { ...third, version: 9 }, { ...third, reason: '' }]);
  expect(codes(answer)).toEqual(['ok', 'conflict', 'conflict', 'invalid_input']);
  expect(await statuses()).toEqual(['returned', 'approved', 'in_review']);
  expect(codes(await press('approver', 'takeBack', await inputs()))).toEqual(['ok', 'ok', 'conflict']);
  expect(await statuses()).toEqual(['in_review', 'in_review', 'in_review']);
  const each = (action: string) => names.map(() => action);
  expect((await stepsOf()).sort()).toEqual(
    [...each('add'), ...each('submit'), 'approve', 'return 根拠が足りません。', 'takeBack', 'takeBack'].sort(),
  );
  expect(await verifyAudit(owner)).toEqual([]);
});

it('writes what is to be mended into the step of each', async () => {
  await submitAll();
  const given = await inputs(names, { reason: '理由', toMend: ['innovation', 'amount'] });
  expect(codes(await press('approver', 'return', given))).toEqual(['ok', 'ok', 'ok']);
  const { rows } = await owner.query(
    `SELECT s.to_mend FROM entry_step s JOIN entry e ON e.id = s.entry_id WHERE e.name = ANY ($1) AND s.action = 'return'`,
    [names],
  );
  expect(rows.map(({ to_mend }) => to_mend)).toEqual(names.map(() => ['amount', 'innovation']));
});

it.each<[WorkflowAction, string, number]>([
  ['submit', 'drafter', 7],
  ['approve', 'approver', 5],
  ['return', 'approver', 5],
])('takes a fixed number of statements for each (%s), and one for the session', async (step, loginId, each) => {
  if (step !== 'submit') await submitAll();
  const actor = await actorOf(owner, loginId);
  for (const of of [names.slice(0, 1), names.slice(1)]) {
    const given = await inputs(of, { reason: '理由' });
    const counted = () =>
      interrupted(
        0,
        async () => undefined,
        () => takeEach({ step, inputs: given }),
      );
    const { value, statements } = await asPageOf(owner, actor, counted);
    expect(codes(value)).toEqual(of.map(() => 'ok'));
    expect(statements).toBe(1 + each * of.length);
  }
});

it('goes on behind one that the database gave up: that one is left as it was, and says so', async () => {
  await submitAll();
  const given = await inputs();
  const giveUp = async () => {
    throw Object.assign(new pg.DatabaseError('canceling statement', 0, 'error'), { code: '57014' });
  };
  const all = () => takeEach({ step: 'approve', inputs: given });
  const taken = async () => (await interrupted(1 + 5 + 4, giveUp, all)).value;
  const answer = await asPageOf(owner, await actorOf(owner, 'approver'), taken);
  expect(codes(answer)).toEqual(['ok', 'unavailable', 'ok']);
  expect(await statuses()).toEqual(['approved', 'in_review', 'approved']);
  expect(codes(await press('approver', 'approve', given.slice(1, 2)))).toEqual(['ok']);
  expect(await verifyAudit(owner)).toEqual([]);
});

it('lets one of many who decide about the same entries win each, several against one', async () => {
  await submitAll();
  const given = await inputs(names, { reason: '理由' });
  const pressed = Array.from({ length: 6 }, (_, index) =>
    press(
      index % 2 ? 'approver' : 'approver2',
      index % 3 ? 'approve' : 'return',
      index % 2 ? given : given.toReversed(),
    ),
  );
  const alone = names.map((name) => take('approve', 'approver', name));
  const several = (await Promise.all(pressed)).flatMap((answer) => (answer.ok ? answer.value : []));
  const all = [...several, ...(await Promise.all(alone))];
  expect(all).toHaveLength(7 * names.length);
  expect(all.filter(({ ok }) => ok)).toHaveLength(names.length);
  expect(all.filter((one) => !one.ok && one.code === 'conflict')).toHaveLength(6 * names.length);
  expect((await stepsOf()).filter((step) => /^(approve|return)/.test(step))).toHaveLength(names.length);
});

it('takes several decisions back or lets the next step be taken, never both', async () => {
  await submitAll();
  expect(codes(await press('approver', 'return', await inputs(names, { reason: '理由' })))).toEqual(['ok', 'ok', 'ok']);
  const given = await inputs();
  const [back, next] = await Promise.all([
    press('approver', 'takeBack', given),
    press('drafter', 'submit', given.toReversed()),
  ]);
  const won = [codes(back), codes(next)].map((of) => [of].flat().filter((code) => code === 'ok').length);
  expect((won[0] ?? 0) + (won[1] ?? 0)).toBe(names.length);
  expect(await statuses()).toEqual(['in_review', 'in_review', 'in_review']);
  expect((await stepsOf()).filter((step) => step === 'takeBack')).toHaveLength(won[0] ?? -1);
});

it('takes back the decision that the row showed, and no later one', async () => {
  await submitAll();
  expect(await take('approve', 'approver', names[0] ?? '')).toMatchObject({ ok: true });
  expect(codes(await press('approver', 'return', await inputs(names.slice(1, 2), { reason: '理由' })))).toEqual(['ok']);
  const shown = await inputs(names.slice(0, 2), { takes: 'approve' });
  expect(codes(await press('approver', 'takeBack', shown))).toEqual(['ok', 'conflict']);
  expect(await statuses()).toEqual(['in_review', 'returned', 'in_review']);
});

it('refuses each to who may not, to another ward, and to whoever had a hand in it', async () => {
  await submitAll();
  const before = await allRows(owner);
  const given = await inputs(names, { reason: '理由' });
  const refusals = [
    ['drafter', 'approve', 'forbidden'],
    ['viewer', 'withdraw', 'forbidden'],
    ['taisho-admin', 'reopen', 'not_found'],
    ['approver', 'submit', 'forbidden'],
  ] as const;
  for (const [loginId, step, code] of refusals) {
    expect(codes(await press(loginId, step, given)), loginId).toEqual(names.map(() => code));
  }
  const { rows } = await owner.query(`SELECT id FROM account WHERE login_id = 'approver'`);
  await owner.query('UPDATE entry SET contributors = contributors || $1::uuid WHERE name = ANY ($2)', [
    rows[0].id,
    names,
  ]);
  expect(codes(await press('approver', 'approve', given))).toEqual(names.map(() => 'own_entry'));
  await owner.query('UPDATE entry SET contributors = array_remove(contributors, $1::uuid) WHERE name = ANY ($2)', [
    rows[0].id,
    names,
  ]);
  const after = await allRows(owner);
  expect(after.entry).toEqual(before.entry);
  expect(after.entry_step).toEqual(before.entry_step);
});

it('does nothing of what is no step or no list', async () => {
  const given = await inputs();
  for (const raw of [
    { step: 'edit', inputs: given },
    { inputs: given },
    { step: 'submit' },
    { step: 'submit', inputs: {} },
    null,
  ]) {
    const answer = await asPageOf(owner, await actorOf(owner, 'drafter'), () => takeEach(raw));
    expect(answer).toEqual({ ok: false, code: 'invalid_input' });
  }
  expect(await statuses()).toEqual(['draft', 'draft', 'draft']);
});
