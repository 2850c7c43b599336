import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { blankContent } from '@/lib/domain/entry/entry';
import { newId } from '@/lib/server/database/db';
import { listAuditEvents } from '@/lib/server/history/audit-queries';
import { addDepartment } from '@/lib/server/people/departments';
import { actorOf, entryOf, readerOf, saveInputOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { reasonsFor } from '@/scripts/test/finding-reasons';
import { interrupted } from '@/scripts/test/interruption';
import { ADDRESS, entrySteps } from '@/scripts/test/steps';
import { saveEntry } from './entries';
import { stepCommands } from './entry-workflow';

const database = testDatabase();
const { add, save, take } = entrySteps(database.owner);
const NAME = '記録する事業';
const entryId = newId();
const people: Record<string, Actor> = {};

beforeAll(async () => {
  for (const loginId of ['drafter', 'approver', 'admin']) people[loginId] = await actorOf(database.owner, loginId);
});

/** The newest step, and how many there are. */
async function newest(id = entryId) {
  const { rows } = await database.owner.query(
    `SELECT sequence, version, action, reason, before, after, actor_id, actor_name, actor_role, address,
       at = (SELECT updated_at FROM entry WHERE id = $1) AS "isOfTheChange" FROM entry_step WHERE entry_id = $1 ORDER BY sequence DESC`,
    [id],
  );
  expect(rows).toHaveLength(rows[0].sequence);
  return rows[0];
}

const by = (loginId: string) => ({
  actor_id: people[loginId]?.accountId,
  actor_name: people[loginId]?.name,
  actor_role: loginId,
  address: ADDRESS,
  isOfTheChange: true,
});

let content: Record<string, unknown>;

it('1: adding is recorded with all of the entry', async () => {
  expect(await add('drafter', NAME, { entryId, amount: '10', summary: '概要' })).toMatchObject({ ok: true });
  const { categoryId, departmentId, isPriority, innovation } = await entryOf(database.owner, NAME);
  const texts = { name: NAME, summary: '概要', innovation };
  content = {
    ...blankContent,
    ...texts,
    categoryId,
    departmentId,
    isPriority,
    amount: 10,
    status: 'draft',
    findingReasons: null,
  };
  expect(await newest()).toEqual({
    ...{ sequence: 1, version: 1, action: 'add', reason: null, before: null, after: content },
    ...by('drafter'),
  });
});

it('2: saving is recorded with the fields that changed, as the next version', async () => {
  expect(await save('drafter', NAME, { amount: '20', summary: '別の概要' })).toMatchObject({ ok: true });
  expect(await newest()).toEqual({
    ...{ sequence: 2, version: 2, action: 'edit', reason: null },
    before: { amount: 10, summary: '概要' },
    after: { amount: 20, summary: '別の概要' },
    ...by('drafter'),
  });
});

it.each([
  { sequence: 3, action: 'submit', loginId: 'drafter', from: 'draft', to: 'in_review' },
  { sequence: 4, action: 'pullBack', loginId: 'drafter', from: 'in_review', to: 'draft' },
  { sequence: 5, action: 'submit', loginId: 'drafter', from: 'draft', to: 'in_review' },
  { sequence: 6, action: 'return', loginId: 'approver', from: 'in_review', to: 'returned', reason: '根拠を\n示す。' },
  { sequence: 7, action: 'submit', loginId: 'drafter', from: 'returned', to: 'in_review' },
  { sequence: 8, action: 'approve', loginId: 'approver', from: 'in_review', to: 'approved' },
  { sequence: 9, action: 'reopen', loginId: 'admin', from: 'approved', to: 'draft', reason: '計数の誤り。' },
] as const)(
  '$sequence: $action is recorded with both statuses, on the version that it was taken on',
  async ({ sequence, action, loginId, from, to, ...given }) => {
    const reason = 'reason' in given ? given.reason : null;
    const taken = await take(action, loginId, NAME, reason ?? undefined);
    expect(taken).toEqual({ ok: true, value: { entryId, version: 2 } });
    const statuses = { before: { status: from }, after: { status: to } };
    expect(await newest()).toEqual({ sequence, version: 2, action, reason, ...statuses, ...by(loginId) });
  },
);

it('takes five statements, BEGIN and COMMIT included, to save and to decide, and two more to check what is submitted', async () => {
  const counted = async (work: () => Promise<unknown>) => {
    const { value, statements } = await interrupted(0, async () => undefined, work);
    expect(value).toMatchObject({ ok: true });
    return statements;
  };
  const [actor, entry] = [await actorOf(database.owner, 'drafter'), await entryOf(database.owner, '児童虐待')];
  const request = { actor, address: ADDRESS };
  const save = () => saveEntry.execute(request, saveInputOf(entry, { amount: '7' }));
  expect(await counted(save)).toBe(5);
  const step = { entryId: entry.id, version: entry.version + 1 };
  const findingReasons = await reasonsFor(entry);
  expect(await counted(() => stepCommands.submit.execute(request, { ...step, findingReasons }))).toBe(7);
  const { version } = await entryOf(database.owner, '児童虐待');
  expect(await counted(() => stepCommands.pullBack.execute(request, { ...step, version }))).toBe(5);
});

it('10: withdrawing is recorded like every step', async () => {
  const { id, version } = await entryOf(database.owner, '不登校');
  expect(await take('withdraw', 'drafter', '不登校')).toMatchObject({ ok: true });
  const statuses = { before: { status: 'draft' }, after: { status: 'withdrawn' } };
  const step = { sequence: 2, version, action: 'withdraw', reason: null };
  expect(await newest(id)).toEqual({ ...step, ...statuses, ...by('drafter') });
});

it('shows them in the log of the ward, each once, beside everything else', async () => {
  const reader = readerOf(await actorOf(database.owner, 'admin'), 'audit.read');
  const request = { actor: await actorOf(database.owner, 'admin'), address: ADDRESS };
  expect(await addDepartment.execute(request, { name: '新しい課' })).toMatchObject({ ok: true });
  const { rows } = await listAuditEvents(reader, null);
  const steps = ['reopen', 'approve', 'submit', 'return', 'submit', 'pullBack', 'submit', 'edit', 'add'];
  const operations = [
    'department.add',
    'entry.withdraw',
    'entry.pullBack',
    'entry.submit',
    'entry.edit',
    ...steps.map((step) => `entry.${step}`),
  ];
  expect(rows.map(({ operation }) => operation)).toEqual(operations);
  expect(rows[5]).toMatchObject({
    subject: 'entry',
    subjectName: expect.stringContaining(NAME),
    address: ADDRESS,
    side: 'both',
  });
  expect(rows.at(-1)).toMatchObject({ side: 'after', actorName: people.drafter?.name, actorRole: 'drafter' });
  expect(rows[12]?.changes).toContainEqual({ field: 'amount', before: '10', after: '20' });
});
