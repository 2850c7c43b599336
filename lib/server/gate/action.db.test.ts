import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Actor } from '@/lib/domain/actor';
import { DRAWN_FOR_HEADER, drawnFor } from '@/lib/domain/sign-in/drawn-for';
import { Unavailable } from '@/lib/server/database/unavailable';
import { saveEntry } from '@/lib/server/entry/entries';
import { addDepartment } from '@/lib/server/people/departments';
import { chooseWard } from '@/lib/server/sign-in/own-sessions';
import { actorOf, entryOf, sessionOf } from '@/scripts/test/actors';
import { asAction } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { interrupted } from '@/scripts/test/interruption';
import { action, eachAction, readAction } from './action';
import { writeCounted } from './security-events';
import { writeSessionCookie } from './session-cookie';

const { owner } = testDatabase();
let admin: Actor;
let other: Actor;
let otherWard: string;

beforeAll(async () => {
  admin = await actorOf(owner, 'admin');
  other = await actorOf(owner, 'viewer');
  const { rows } = await owner.query('SELECT id FROM ward WHERE id <> $1 LIMIT 1', [admin.wardId]);
  otherWard = rows[0].id;
  await owner.query(
    `INSERT INTO membership (ward_id, id, account_id, roles) VALUES ($1, gen_random_uuid(), $2, '{admin}')`,
    [otherWard, admin.accountId],
  );
});

const add = action(addDepartment);
const read = readAction('department.manage', z.string(), async (reader) => reader.wardId);
const choose = action(chooseWard);

/** By a page that was drawn for `whom`, in a session of the administrator or of `who`. */
async function from<T>(whom: string | null, work: () => Promise<T>, who = admin): Promise<T> {
  const id = await sessionOf(owner, who);
  const headers = new Headers(whom === null ? {} : { [DRAWN_FOR_HEADER]: whom });
  const called = async () => {
    await writeSessionCookie(id);
    return work();
  };
  return asAction(new ResponseCookies(new Headers()), called, headers);
}

const count = async () => (await owner.query('SELECT count(*)::int AS n FROM department')).rows[0].n;

it('serves the page of the session’s account and ward', async () => {
  const before = await count();
  expect(await from(drawnFor(admin), () => add({ name: '新しい課' }))).toMatchObject({ ok: true });
  expect(await from(drawnFor(admin), () => read('x'))).toEqual({ ok: true, value: admin.wardId });
  expect(await count()).toBe(before + 1);
});

it('refuses every other page, which is a security event, and does nothing', async () => {
  const before = await count();
  const pages = [
    null,
    '',
    drawnFor({ ...admin, wardId: otherWard }),
    drawnFor({ ...other, wardId: admin.wardId }),
    drawnFor({ accountId: admin.wardId, wardId: admin.accountId }),
  ];
  for (const whom of pages) {
    const refused = { ok: false, code: 'drawn_for_other' };
    expect(await from(whom, () => add({ name: '別の区の課' })), String(whom)).toEqual(refused);
    expect(await from(whom, () => read('x')), String(whom)).toEqual(refused);
  }
  expect(await count()).toBe(before);
  await writeCounted();
  const { rows } = await owner.query(
    `SELECT operation, account_id AS "accountId", ward_id AS "wardId", sum(count)::int AS count FROM security_event
     WHERE kind = 'operation_refused' AND code = 'drawn_for_other' GROUP BY 1, 2, 3 ORDER BY 1`,
  );
  const by = { accountId: admin.accountId, wardId: admin.wardId, count: pages.length };
  expect(rows).toEqual([
    { operation: 'department.add', ...by },
    { operation: 'department.manage', ...by },
  ]);
});

it('lets any page choose the ward to go on in, a plain form too', async () => {
  for (const whom of [null, drawnFor({ ...admin, wardId: otherWard })]) {
    expect(await from(whom, () => choose({ wardId: otherWard }))).toEqual({ ok: true, value: undefined });
  }
});

it('says that the session is over before it looks at the page', async () => {
  expect(await asAction(new ResponseCookies(new Headers()), () => add({ name: '新しい課' }))).toMatchObject({
    code: 'signed_out',
  });
});

const saveEach = eachAction(saveEntry);
const NAMES = ['児童虐待', '不登校'];

/** What is sent for an entry: the amount alone. */
async function amountsOf(amount: string) {
  const entries = await Promise.all(NAMES.map((name) => entryOf(owner, name)));
  return entries.map(({ id: entryId, version }) => ({ entryId, version, amount }));
}
const amounts = async () => (await Promise.all(NAMES.map((name) => entryOf(owner, name)))).map(({ amount }) => amount);

it('does each of several by itself: what is refused leaves the others stored, and says why', async () => {
  const drafter = await actorOf(owner, 'drafter');
  const [first, second] = await amountsOf('7');
  const inputs = [first, { ...second, version: 9 }, { ...second, amount: 'x' }, { ...second, amount: '8' }, null];
  const results = await from(drawnFor(drafter), () => saveEach(inputs), drafter);
  expect(results).toMatchObject({
    ok: true,
    value: [
      { ok: true, value: { version: 2 } },
      { ok: false, code: 'conflict' },
      { ok: false, code: 'invalid_input', fields: { amount: 'not_an_amount' } },
      { ok: true, value: { version: 2 } },
      { ok: false, code: 'invalid_input' },
    ],
  });
  expect(await amounts()).toEqual(['7', '8']);
});

it('takes five statements for each of several, BEGIN and COMMIT included, and one for the session', async () => {
  const drafter = await actorOf(owner, 'drafter');
  for (const count of [1, NAMES.length]) {
    const inputs = (await amountsOf(`${100 + count}`)).slice(0, count);
    const counted = () =>
      interrupted(
        0,
        async () => undefined,
        () => saveEach(inputs),
      );
    const { value, statements } = await from(drawnFor(drafter), counted, drafter);
    expect(value).toMatchObject({ ok: true, value: inputs.map(() => ({ ok: true })) });
    expect(statements).toBe(1 + 5 * count);
  }
});

it('lets one of ten who store the same rows win each row, also against a single save', async () => {
  const drafter = await actorOf(owner, 'drafter');
  const rows = await amountsOf('1');
  const attempts = Array.from({ length: 10 }, (_, index) => {
    const inputs = rows.map((row) => ({ ...row, amount: `${1000 + index}` }));
    return from(drawnFor(drafter), () => saveEach(index % 2 ? inputs : inputs.toReversed()), drafter);
  });
  const single = { actor: drafter, address: null };
  const alone = rows.map((row) => saveEntry.execute(single, { ...row, amount: '2000' }));
  const answers = [...(await Promise.all(attempts)).flatMap((answer) => (answer.ok ? answer.value : []))];
  const all = [...answers, ...(await Promise.all(alone))];
  expect(all).toHaveLength(11 * rows.length);
  for (const { entryId } of rows)
    expect(
      all.filter((one) => one.ok && one.value.entryId === entryId),
      entryId,
    ).toHaveLength(1);
  expect(all.filter((one) => !one.ok && one.code === 'conflict')).toHaveLength(10 * rows.length);
});

it('does nothing of what is no list, or of more than a year has', async () => {
  const drafter = await actorOf(owner, 'drafter');
  const before = await amounts();
  for (const raw of [{}, Array(1001).fill((await amountsOf('9'))[0])]) {
    const answer = await from(drawnFor(drafter), () => saveEach(raw), drafter);
    expect(answer).toEqual({ ok: false, code: 'invalid_input' });
  }
  const admins = await from(drawnFor(admin), async () => saveEach(await amountsOf('9')));
  expect(admins).toMatchObject({ ok: true, value: NAMES.map(() => ({ ok: false, code: 'forbidden' })) });
  expect(await amounts()).toEqual(before);
});

it('does no more of several once their session was ended', async () => {
  const drafter = await actorOf(owner, 'drafter');
  const inputs = await amountsOf('31');
  const ended = () =>
    interrupted(
      6,
      async () => void (await owner.query('DELETE FROM session WHERE account_id = $1', [drafter.accountId])),
      () => saveEach(inputs),
    );
  const { value } = await from(drawnFor(drafter), ended, drafter);
  expect(value).toMatchObject({ value: [{ ok: true }, { ok: false, code: 'signed_out' }] });
});

it('tells what became of the others when the program fails in one', async () => {
  const drafter = await actorOf(owner, 'drafter');
  const faulty = eachAction<number>({
    operation: 'entry.edit',
    execute: async (_, raw) => {
      if (raw === 2) throw new TypeError('a fault');
      return { ok: true, value: Number(raw) };
    },
  });
  const answer = await from(drawnFor(drafter), () => faulty([1, 2, 3]), drafter);
  const done = (value: number) => ({ ok: true, value });
  expect(answer).toEqual({ ok: true, value: [done(1), { ok: false, code: 'unavailable' }, done(3)] });
});

it('asks a database that is away twice, whatever else waits', async () => {
  const drafter = await actorOf(owner, 'drafter');
  let asked = 0;
  const away = eachAction<undefined>({
    operation: 'entry.edit',
    execute: async () => {
      asked += 1;
      throw new Unavailable('gone');
    },
  });
  const answer = await from(drawnFor(drafter), () => away([1, 2, 3, 4]), drafter);
  expect(answer).toEqual({ ok: true, value: Array(4).fill({ ok: false, code: 'unavailable' }) });
  expect(asked).toBe(2);
});
