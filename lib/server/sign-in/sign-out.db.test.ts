import { ResponseCookies } from 'next/dist/server/web/spec-extension/cookies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionCookieName, writeSessionCookie } from '@/lib/server/gate/session-cookie';
import { asAction } from '@/scripts/test/as-action';
import { testDatabase } from '@/scripts/test/database';
import { openWire, type Wire } from '@/scripts/test/wire';
import { signOut } from './own-sessions';

const { owner } = testDatabase();
let wire: Wire;

beforeAll(async () => {
  const direct = new URL(process.env.DATABASE_URL ?? '');
  wire = await openWire(Number(direct.port));
  process.env.DATABASE_URL = Object.assign(new URL(direct), { port: String(wire.port) }).href;
});
afterAll(() => wire.close());

async function signedOut() {
  const cookies = new ResponseCookies(new Headers());
  const found = await owner.query(`INSERT INTO session (id, ward_id, account_id)
    SELECT gen_random_uuid(), home_ward_id, id FROM account WHERE login_id = 'drafter' RETURNING id`);
  const { id } = found.rows[0];
  await asAction(cookies, async () => {
    await writeSessionCookie(id);
    expect(cookies.get(sessionCookieName())?.value).not.toBe('');
    await signOut();
  });
  const left = await owner.query('SELECT id FROM session WHERE id = $1', [id]);
  return { cookie: cookies.get(sessionCookieName()), left: left.rowCount };
}

it('takes the cookie and ends the session', async () => {
  expect(await signedOut()).toMatchObject({ cookie: { value: '', maxAge: 0 }, left: 0 });
});

it('takes the cookie without the database too: the page would come back by itself, to whoever sits there', async () => {
  wire.cut();
  expect(await signedOut()).toMatchObject({ cookie: { value: '', maxAge: 0 }, left: 1 });
});
