import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Actor } from '@/lib/domain/actor';
import { DRAWN_FOR_HEADER, drawnFor } from '@/lib/domain/sign-in/drawn-for';
import { addDepartment } from '@/lib/server/people/departments';
import { chooseWard } from '@/lib/server/sign-in/own-sessions';
import { actorOf, sessionOf } from '@/scripts/test/actors';
import { asAction } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { action, readAction } from './action';
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

/** By a page that was drawn for `whom`, in a session of the administrator. */
async function from<T>(whom: string | null, work: () => Promise<T>): Promise<T> {
  const id = await sessionOf(owner, admin);
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
