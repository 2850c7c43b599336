import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { actorOf, entryOf } from '@/scripts/test-actors';
import { testDatabase } from '@/scripts/test-database';
import { ADDRESS, entrySteps } from '@/scripts/test-steps';
import { newId } from './id';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
const NAME = '記録する事業';
const entryId = newId();
const people: Record<string, Actor> = {};

beforeAll(async () => {
  for (const loginId of ['drafter', 'approver', 'admin']) people[loginId] = await actorOf(database.owner, loginId);
});

const newest = async (text: string, values: unknown[] = [entryId]) =>
  (await database.owner.query(`${text} ORDER BY id DESC LIMIT 1`, values)).rows[0];

/** The step in each of its three records, all of one moment. */
async function recorded(version: number) {
  const audit = await newest(`SELECT operation, subject, before, after, actor_id, actor_name, actor_role, address, at
    FROM audit_event WHERE subject_id = $1`);
  const revision = await newest(
    `SELECT action, reason, snapshot, actor_id, actor_name, actor_role, at FROM entry_revision
     WHERE entry_id = $1 AND version = $2`,
    [entryId, version],
  );
  const event = await newest(
    `SELECT action, from_status, to_status, reason, actor_id, actor_name, actor_role, at FROM workflow_event
     WHERE entry_id = $1 AND version = $2`,
    [entryId, version],
  );
  expect(revision.at).toEqual(audit.at);
  if (event) expect(event.at).toEqual(audit.at);
  return { audit, revision, event };
}

const by = (loginId: string) => ({
  actor_id: people[loginId]?.accountId,
  actor_name: people[loginId]?.name,
  actor_role: loginId,
});

let content: Record<string, unknown>;

it('1: adding is recorded with all of the entry', async () => {
  expect(await add('drafter', NAME, { entryId, amount: '10', summary: '概要' })).toMatchObject({ ok: true });
  const { categoryId, departmentId, isPriority, innovation } = await entryOf(database.owner, NAME);
  const texts = { name: NAME, summary: '概要', innovation };
  const lastYear = { lastYear: null, lastYearProjectId: null, recordedLastYearAmount: null };
  content = { ...texts, ...lastYear, categoryId, departmentId, isPriority, amount: 10, status: 'draft' };
  const { audit, revision, event } = await recorded(1);
  expect(audit).toMatchObject({ operation: 'entry.add', subject: 'entry', address: ADDRESS, ...by('drafter') });
  expect([audit.before, audit.after]).toEqual([null, content]);
  expect(revision).toMatchObject({ action: 'add', reason: null, snapshot: content, ...by('drafter') });
  expect(event).toBeUndefined();
});

it('2: saving is recorded with the fields that changed', async () => {
  expect(await save('drafter', NAME, { amount: '20', summary: '別の概要' })).toMatchObject({ ok: true });
  content = { ...content, amount: 20, summary: '別の概要' };
  const { audit, revision, event } = await recorded(2);
  expect(audit).toMatchObject({ operation: 'entry.edit', subject: 'entry', address: ADDRESS, ...by('drafter') });
  expect(audit.before).toEqual({ amount: 10, summary: '概要' });
  expect(audit.after).toEqual({ amount: 20, summary: '別の概要' });
  expect(revision).toMatchObject({ action: 'edit', reason: null, snapshot: content, ...by('drafter') });
  expect(event).toBeUndefined();
});

it.each([
  { version: 3, action: 'submit', loginId: 'drafter', from: 'draft', to: 'in_review' },
  { version: 4, action: 'pullBack', loginId: 'drafter', from: 'in_review', to: 'draft' },
  { version: 5, action: 'submit', loginId: 'drafter', from: 'draft', to: 'in_review' },
  { version: 6, action: 'return', loginId: 'approver', from: 'in_review', to: 'returned', reason: '根拠を\n示す。' },
  { version: 7, action: 'submit', loginId: 'drafter', from: 'returned', to: 'in_review' },
  { version: 8, action: 'approve', loginId: 'approver', from: 'in_review', to: 'approved' },
  { version: 9, action: 'reopen', loginId: 'admin', from: 'approved', to: 'draft', reason: '計数の誤り。' },
] as const)(
  '$version: $action is recorded with both statuses',
  async ({ version, action, loginId, from, to, ...given }) => {
    const reason = 'reason' in given ? given.reason : null;
    const taken = await take(action, loginId, NAME, reason ?? undefined);
    expect(taken).toEqual({ ok: true, value: { entryId, version } });
    const { audit, revision, event } = await recorded(version);
    expect(audit).toMatchObject({ operation: `entry.${action}`, subject: 'entry', address: ADDRESS, ...by(loginId) });
    expect([audit.before, audit.after]).toEqual([{ status: from }, { status: to }]);
    expect(revision).toMatchObject({ action, reason, ...by(loginId) });
    expect(revision.snapshot).toEqual({ ...content, status: to });
    expect(event).toMatchObject({ action, from_status: from, to_status: to, reason, ...by(loginId) });
  },
);

it('10: withdrawing is recorded like every step', async () => {
  const { id, version } = await entryOf(database.owner, '不登校');
  expect(await take('withdraw', 'drafter', '不登校')).toMatchObject({ ok: true });
  const audit = await newest('SELECT operation, before, after, actor_role FROM audit_event WHERE subject_id = $1', [
    id,
  ]);
  const statuses = { before: { status: 'draft' }, after: { status: 'withdrawn' } };
  expect(audit).toEqual({ operation: 'entry.withdraw', ...statuses, actor_role: 'drafter' });
  const { rows } = await database.owner.query(
    `SELECT r.action, r.snapshot->>'status' AS status, w.action AS event, w.from_status, w.to_status
     FROM entry_revision r JOIN workflow_event w USING (entry_id, version) WHERE entry_id = $1 AND version = $2`,
    [id, version + 1],
  );
  const event = { event: 'withdraw', from_status: 'draft', to_status: 'withdrawn' };
  expect(rows).toEqual([{ action: 'withdraw', status: 'withdrawn', ...event }]);
});

it('one row for each step, and no more', async () => {
  const { rows } = await database.owner.query('SELECT operation FROM audit_event WHERE subject_id = $1 ORDER BY id', [
    entryId,
  ]);
  const steps = ['add', 'edit', 'submit', 'pullBack', 'submit', 'return', 'submit', 'approve', 'reopen'];
  expect(rows.map(({ operation }) => operation)).toEqual(steps.map((step) => `entry.${step}`));
});
