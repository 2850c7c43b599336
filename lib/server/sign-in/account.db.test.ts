import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { resetPassword } from '@/lib/server/people/user-access';
import { addMember } from '@/lib/server/people/users';
import { actorOf, sessionOf } from '@/scripts/test/actors';
import { testDatabase } from '@/scripts/test/database';
import { changePassword } from './account';
import { chooseWard } from './own-sessions';
import { signIn } from './sign-in';

const database = testDatabase();
let admin: Actor;
let viewer: Actor;
const rows = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows;
const ADDRESS = '192.0.2.7';
const NEXT = '千本松-原の夜明け 2026';

beforeAll(async () => {
  admin = await actorOf(database.owner, 'admin');
  viewer = await actorOf(database.owner, 'viewer');
});

async function resetViewer(): Promise<string> {
  const [target] = await rows(`SELECT id AS "membershipId", version FROM membership WHERE account_id = $1`, [
    viewer.accountId,
  ]);
  const result = await resetPassword.execute({ actor: admin, address: null }, target);
  if (!result.ok) throw new Error(result.code);
  return result.value.password;
}

it('takes the current password for a new one, and ends the other sessions', async () => {
  const initial = await resetViewer();
  const own = await sessionOf(database.owner, viewer);
  await sessionOf(database.owner, viewer);
  const request = { actor: viewer, address: ADDRESS, sessionId: own };
  const input = { current: initial, next: NEXT, repeat: NEXT };
  expect(await changePassword.execute(request, { ...input, current: 'wrong password' })).toEqual({
    ok: false,
    code: 'wrong_password',
    fields: { current: 'wrong_password' },
  });
  expect(await changePassword.execute(request, { ...input, repeat: 'another' })).toMatchObject({
    fields: { repeat: 'passwords_differ' },
  });
  const changed = await changePassword.execute(request, input);
  if (!changed.ok) throw new Error(changed.code);
  // The session goes on under another id, so that a cookie of before the change opens nothing.
  expect(changed.value.sessionId).not.toBe(own);
  expect(await rows('SELECT id FROM session WHERE account_id = $1', [viewer.accountId])).toEqual([
    { id: changed.value.sessionId },
  ]);
  expect(await changePassword.execute(request, { current: NEXT, next: `${NEXT}!`, repeat: `${NEXT}!` })).toMatchObject({
    code: 'signed_out',
  });
  const [account] = await rows(
    'SELECT must_change_password AS must, initial_password_until AS until FROM account WHERE id = $1',
    [viewer.accountId],
  );
  expect(account).toEqual({ must: false, until: null });
  const events = await rows(`SELECT kind, login_id FROM security_event WHERE kind LIKE 'password%' ORDER BY at, id`);
  expect(events.map(({ kind }) => kind)).toEqual(['password_reset', 'password_change_failed', 'password_changed']);
  expect(await signIn('viewer', initial, { address: ADDRESS })).toBe('refused');
  expect(await signIn('viewer', NEXT, { address: ADDRESS })).toMatchObject({ accountId: viewer.accountId });
});

it('refuses what is guessed first, the own ID among it, beside the field, and counts no failure for it', async () => {
  const current = await resetViewer();
  const request = { actor: viewer, address: null, sessionId: await sessionOf(database.owner, viewer) };
  for (const next of ['password1234567', 'viewer-viewer', 'viewer viewer 2023'])
    for (let attempt = 0; attempt < 2; attempt++)
      expect(await changePassword.execute(request, { current, next, repeat: next })).toEqual({
        ok: false,
        code: 'invalid_input',
        fields: { next: 'password_too_common' },
      });
  expect(await changePassword.execute(request, { current, next: NEXT, repeat: NEXT })).toMatchObject({ ok: true });
});

it('is not kept from it by strangers who guess at sign-in', async () => {
  const current = await resetViewer();
  const request = { actor: viewer, address: ADDRESS, sessionId: await sessionOf(database.owner, viewer) };
  for (let n = 0; n < 31; n++) await signIn(n < 6 ? 'viewer' : `guess${n}`, 'guess', { address: ADDRESS });
  expect(await signIn('viewer', current, { address: ADDRESS })).toMatch(/^locked_\d+$/);
  const next = `${NEXT}?`;
  expect(await changePassword.execute(request, { current, next, repeat: next })).toMatchObject({ ok: true });
});

it('is locked like a sign-in after wrong guesses, and a guess is never taken back', async () => {
  const request = { actor: viewer, address: null };
  const input = { current: 'guess', next: `${NEXT}!`, repeat: `${NEXT}!` };
  const codes: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    const result = await changePassword.execute(request, input);
    codes.push(result.ok ? 'ok' : result.code);
  }
  expect(codes).toEqual([...Array(5).fill('wrong_password'), 'locked']);
  expect(await changePassword.execute(request, { ...input, current: NEXT })).toEqual({
    ok: false,
    code: 'locked',
    fields: { current: 'locked_1' },
  });
  const initial = await resetViewer();
  expect(await signIn('viewer', 'guess', { address: null })).toBe('refused');
  const begun = { ...request, sessionId: await sessionOf(database.owner, viewer) };
  expect(await changePassword.execute(begun, { ...input, current: initial })).toMatchObject({ ok: true });
});

it('chooses a ward among the own memberships', async () => {
  const guest = await actorOf(database.owner, 'taisho-admin');
  const sessionId = await sessionOf(database.owner, guest);
  const request = { actor: guest, address: null, sessionId };
  expect(await chooseWard.execute(request, { wardId: admin.wardId })).toMatchObject({ code: 'not_found' });
  const member = { loginId: 'taisho-admin', departmentId: '', roles: ['viewer'] };
  await addMember.execute({ actor: admin, address: null }, member);
  expect(await chooseWard.execute(request, { wardId: admin.wardId })).toMatchObject({ ok: true });
  expect(await rows('SELECT ward_id FROM session WHERE id = $1', [sessionId])).toEqual([{ ward_id: admin.wardId }]);
  const other = { ...request, sessionId: await sessionOf(database.owner, viewer) };
  expect(await chooseWard.execute(other, { wardId: admin.wardId })).toMatchObject({ code: 'conflict' });
});
