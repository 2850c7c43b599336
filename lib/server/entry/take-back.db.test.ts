import { beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowAction } from '@/lib/domain/entry/entry-workflow';
import { verifyAudit } from '@/lib/server/history/audit-verify';
import { actorOf, entryOf, readerOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { ADDRESS, entrySteps } from '@/scripts/test/steps';
import { getEntry } from './entry-queries';
import { stepCommands } from './entry-workflow';
import { listEntryTasks, listReturnedByReader } from './home-queries';
import { listReviewQueue, listSubmissions } from './review-queue-queries';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
let name: string;
let count = 0;

beforeEach(async () => {
  count += 1;
  name = `取り消される事業その${count}`;
  expect(await add('drafter', name, { amount: '10' })).toMatchObject({ ok: true });
});

async function step(action: WorkflowAction, loginId: string, reason?: string) {
  expect(await take(action, loginId, name, reason)).toMatchObject({ ok: true });
}
const shownTo = async (loginId: string) => {
  const { id } = await entryOf(database.owner, name);
  return getEntry(readerOf(await actorOf(database.owner, loginId), 'entry.read'), 2023, id);
};
const row = async () => {
  const { rows } = await database.owner.query(
    'SELECT status, version, ever_approved, contributors, steps FROM entry WHERE name = $1',
    [name],
  );
  return rows[0];
};
const expectVerified = async () => expect(await verifyAudit(database.owner)).toEqual([]);

describe.each<[WorkflowAction, string, [WorkflowAction, string, string?][]]>([
  ['approve', 'approver', [['submit', 'drafter']]],
  ['return', 'approver', [['submit', 'drafter']]],
  ['withdraw', 'drafter', []],
  [
    'reopen',
    'admin',
    [
      ['submit', 'drafter'],
      ['approve', 'approver'],
    ],
  ],
  [
    'withdrawApproved',
    'admin',
    [
      ['submit', 'drafter'],
      ['approve', 'approver'],
    ],
  ],
])('%s by %s', (action, loginId, path) => {
  beforeEach(async () => {
    for (const [before, by, reason] of path) await step(before, by, reason);
  });

  it('is taken back by who took it, as if it had never been, in a step of its own', async () => {
    const before = await row();
    await step(action, loginId, '理由');
    expect((await shownTo(loginId))?.availableActions).toContain('takeBack');
    await step('takeBack', loginId);
    expect(await row()).toEqual({ ...before, steps: before.steps + 2 });
    const { rows } = await database.owner.query(
      `SELECT action, actor_role, before, after FROM entry_step WHERE entry_id = (SELECT id FROM entry WHERE name = $1)
       ORDER BY sequence DESC LIMIT 2`,
      [name],
    );
    expect(rows[0]).toEqual({ ...rows[1], action: 'takeBack', before: rows[1].after, after: rows[1].before });
    await expectVerified();
  });

  it('is taken back by nobody else, nor twice, nor once somebody has built on it', async () => {
    await step(action, loginId, '理由');
    for (const other of ['drafter', 'approver', 'admin', 'viewer'].filter((one) => one !== loginId)) {
      expect((await shownTo(other))?.availableActions).not.toContain('takeBack');
      expect(await take('takeBack', other, name)).toMatchObject({ code: 'forbidden' });
    }
    await step('takeBack', loginId);
    expect(await take('takeBack', loginId, name)).toMatchObject({ ok: false });
    expect((await shownTo(loginId))?.availableActions).not.toContain('takeBack');
  });
});

it('is refused after the next step, and from a page of before it', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', '理由');
  const { id: entryId, version } = await entryOf(database.owner, name);
  expect(await save('drafter', name, { amount: '20' })).toMatchObject({ ok: true });
  expect(await take('takeBack', 'approver', name)).toMatchObject({ ok: false });
  const request = { actor: await actorOf(database.owner, 'approver'), address: ADDRESS };
  expect(await stepCommands.takeBack.execute(request, { entryId, version })).toMatchObject({ code: 'conflict' });
});

it('lets nobody decide about their own work by way of an approval that was taken back', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  await step('takeBack', 'approver');
  const setRoles = (roles: string) =>
    database.owner.query(
      `UPDATE membership SET roles = $1::text[] WHERE account_id = (SELECT id FROM account WHERE login_id = 'drafter')`,
      [roles],
    );
  await setRoles('{drafter,approver}');
  expect(await take('approve', 'drafter', name)).toMatchObject({ code: 'own_entry' });
  await setRoles('{drafter}');
  await step('pullBack', 'drafter');
  await step('withdraw', 'drafter');
  await expectVerified();
});

it('shows the reason of a return no more, to nobody', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', '取り消される理由');
  await step('takeBack', 'approver');
  expect((await shownTo('drafter'))?.sentBack).toBeNull();
  await step('pullBack', 'drafter');
  const { id } = await entryOf(database.owner, name);
  const [drafter, approver] = await Promise.all(['drafter', 'approver'].map((one) => actorOf(database.owner, one)));
  const tasks = drafter ? await listEntryTasks(readerOf(drafter, 'entry.read')) : [];
  expect(tasks.find((task) => task.id === id)?.sentBack).toBeNull();
  const returned = approver ? await listReturnedByReader(readerOf(approver, 'entry.read'), 2023) : [];
  expect(returned.map((entry) => entry.id)).not.toContain(id);
});

it('leaves who submitted it and when, for the approvals as for home, though the decision is the newest step', async () => {
  await step('submit', 'drafter');
  const { id } = await entryOf(database.owner, name);
  const approver = readerOf(await actorOf(database.owner, 'approver'), 'approval.read');
  const found = async () => {
    const task = (await listEntryTasks(approver)).find((one) => one.id === id);
    const queued = (await listReviewQueue(approver, 2023, null)).find((one) => one.id === id);
    const listed = (await listSubmissions(approver, 2023)).get(id);
    expect([task?.submittedAt, queued?.submittedAt]).toEqual([listed?.at, listed?.at]);
    expect(task?.submittedBy).toBe(listed?.by);
    return listed;
  };
  const submitted = await found();
  expect(submitted?.by).toBe('保健福祉課 起案者');
  await step('approve', 'approver');
  await step('takeBack', 'approver');
  expect(await found()).toEqual(submitted);
});

it('is one of two when it meets the next step: the other is a conflict', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', '理由');
  const answers = await Promise.all([take('takeBack', 'approver', name), save('drafter', name, { amount: '30' })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  await expectVerified();
});

it('is no word of the app’s alone: the history refuses one that takes back nothing of its actor’s', async () => {
  await step('submit', 'drafter');
  await step('return', 'approver', '理由');
  const forge = (actor: string, role: string, status: string) =>
    database.owner.query(
      `INSERT INTO entry_step (ward_id, id, entry_id, sequence, version, action, before, after, actor_id, actor_role)
       SELECT ward_id, gen_random_uuid(), id, steps + 1, version, 'takeBack', '{"status": "returned"}', jsonb_build_object('status', $3::text),
         (SELECT id FROM account WHERE login_id = $1), $2 FROM entry WHERE name = $4`,
      [actor, role, status, name],
    );
  for (const [actor, role, status] of [
    ['admin', 'admin', 'in_review'],
    ['approver', 'approver', 'approved'],
  ] as const) {
    await expect(forge(actor, role, status)).rejects.toThrow(/takes back no decision/);
  }
});

it('is refused once the year was fixed with it, though it was opened again', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  const year = (status: string) =>
    database.owner.query(
      `UPDATE fiscal_year SET status = $1, reopened_at = CASE WHEN $1 = 'open' THEN now() END
       WHERE year = 2023 AND ward_id = (SELECT ward_id FROM entry WHERE name = $2)`,
      [status, name],
    );
  await year('closed');
  await year('open');
  expect((await shownTo('approver'))?.availableActions).not.toContain('takeBack');
  expect(await take('takeBack', 'approver', name)).toMatchObject({ code: 'wrong_status' });
  expect(await row()).toMatchObject({ status: 'approved', ever_approved: true });
  await step('reopen', 'admin', '理由');
  await step('takeBack', 'admin');
});

it('brings no entry back into a 課 that was retired meanwhile', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  await step('withdrawApproved', 'admin', '理由');
  const retired = (at: string | null) =>
    database.owner.query(
      'UPDATE department SET retired_at = $1 WHERE id = (SELECT department_id FROM entry WHERE name = $2)',
      [at, name],
    );
  await retired('2026-01-01');
  expect(await take('takeBack', 'admin', name)).toMatchObject({ code: 'department_retired' });
  await retired(null);
  await step('takeBack', 'admin');
});

it('takes nothing back but what the page showed: a decision makes no version', async () => {
  await step('submit', 'drafter');
  await step('approve', 'approver');
  const { id: entryId, version } = await entryOf(database.owner, name);
  await step('reopen', 'admin', '理由');
  await step('submit', 'drafter');
  await step('return', 'approver', '理由');
  const request = { actor: await actorOf(database.owner, 'approver'), address: ADDRESS };
  const seen = { entryId, version, takes: 'approve' };
  expect(await stepCommands.takeBack.execute(request, seen)).toMatchObject({ code: 'conflict' });
  expect(await stepCommands.takeBack.execute(request, { ...seen, takes: 'return' })).toMatchObject({ ok: true });
});
