import { hash } from '@node-rs/argon2';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { endSession, findSession, startSession } from '@/lib/server/gate/session';
import { testDatabase } from '@/scripts/test/database';
import { deviceToken } from './device-cookie';
import { hashPassword } from './passwords';
import { SIDE_BY_SIDE, signIn } from './sign-in';

const database = testDatabase();
const PASSWORD = 'correct horse battery';
const LOCKED = /^locked_\d+$/;

beforeAll(async () => {
  // What is counted here is attempts; how long each takes has a test of its own.
  const quick = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await database.owner.query('UPDATE account SET password_hash = $1', [quick]);
});
beforeEach(() => database.owner.query('DELETE FROM sign_in_throttle'));

const trySignIn = async (loginId: string, password: string, address: string | null = '192.0.2.1', device?: string) =>
  signIn(loginId, password, { address, device });

const throttle = async (kind: string, key: string) =>
  (await database.owner.query('SELECT failures FROM sign_in_throttle WHERE kind = $1 AND key = $2', [kind, key])).rows;

/** Signs in as a person does for the first time. @returns what the browser keeps */
async function deviceOf(loginId: string): Promise<string> {
  const signedIn = await trySignIn(loginId, PASSWORD, null);
  if (typeof signedIn === 'string') throw new Error(signedIn);
  return deviceToken(signedIn);
}

const kinds = async (loginId: string) => {
  const { rows } = await database.owner.query('SELECT kind FROM security_event WHERE login_id = $1 ORDER BY id', [
    loginId,
  ]);
  return rows.map(({ kind }) => kind);
};

it('signs in, also when the ID is typed full-width', async () => {
  expect(await trySignIn('viewer', PASSWORD)).toMatchObject({ accountId: expect.any(String) });
  expect(await trySignIn('ＶＩＥＷＥＲ ', PASSWORD)).toMatchObject({ accountId: expect.any(String) });
  expect(await kinds('viewer')).toEqual(['sign_in', 'sign_in']);
});

it('locks an account after five failures, for the right password too, and records it', async () => {
  for (let n = 0; n < 5; n += 1) expect(await trySignIn('admin', 'wrong', `192.0.2.${n}`)).toBe('refused');
  expect(await trySignIn('admin', PASSWORD, '192.0.2.99')).toMatch(LOCKED);
  expect(await kinds('admin')).toEqual([...Array(5).fill('sign_in_failed'), 'sign_in_locked', 'attempt_while_locked']);
});

it('lets the owner in from a known device, however long strangers keep the ID and the address locked', async () => {
  const device = await deviceOf('admin');
  for (let n = 0; n < 31; n += 1) await trySignIn(n < 6 ? 'admin' : `guess${n}`, 'wrong', '203.0.113.5');
  expect(await trySignIn('admin', PASSWORD, '203.0.113.5')).toMatch(LOCKED);
  expect(await trySignIn('admin', PASSWORD, '192.0.2.99')).toMatch(LOCKED);
  expect(await trySignIn('admin', PASSWORD, '203.0.113.5', device)).toMatchObject({ accountId: expect.any(String) });
  // That the owner got in is no new start for the strangers.
  expect(await trySignIn('admin', PASSWORD, '192.0.2.99')).toMatch(LOCKED);
});

it('counts the guesses of a known device by themselves', async () => {
  const device = await deviceOf('admin');
  const other = await deviceOf('admin');
  for (let n = 0; n < 5; n += 1) expect(await trySignIn('admin', 'wrong', '203.0.113.6', device)).toBe('refused');
  expect(await trySignIn('admin', PASSWORD, '203.0.113.6', device)).toMatch(LOCKED);
  expect(await throttle('address', '203.0.113.6')).toEqual([]);
  for (const elsewhere of [other, undefined])
    expect(await trySignIn('admin', PASSWORD, '203.0.113.6', elsewhere)).toMatchObject({
      accountId: expect.any(String),
    });
});

it("takes another account's device, one of an older password and one that nobody signed for a stranger's", async () => {
  const others = await deviceOf('viewer');
  const older = await deviceOf('admin');
  await database.owner.query("UPDATE account SET password_hash = $1 WHERE login_id = 'admin'", [
    await hashPassword(PASSWORD),
  ]);
  for (let n = 0; n < 5; n += 1) await trySignIn('admin', 'wrong', null);
  for (const device of [others, older, 'forged', `${older}x`])
    expect(await trySignIn('admin', PASSWORD, null, device)).toMatch(LOCKED);
});

it('locks an ID that does not exist in the same way, and says how long in the same way', async () => {
  const answers = async (loginId: string) => {
    const said: unknown[] = [];
    for (let n = 0; n < 6; n += 1) said.push(await trySignIn(loginId, 'wrong', null));
    // No whole minutes: a clock that is set back a little would make one more of them.
    for (const seconds of [30, 31, 3570]) {
      await database.owner.query('UPDATE sign_in_throttle SET locked_until = now() + make_interval(secs => $1)', [
        seconds,
      ]);
      said.push(await trySignIn(loginId, 'wrong', null));
    }
    await database.owner.query('UPDATE sign_in_throttle SET locked_until = now()');
    return [...said, await trySignIn(loginId, 'wrong', null), await trySignIn(loginId, 'wrong', null)];
  };
  const known = await answers('viewer');
  expect(known).toEqual([
    ...Array(5).fill('refused'),
    'locked_1',
    'locked_1',
    'locked_1',
    'locked_60',
    'refused',
    'locked_1',
  ]);
  expect(await answers('nobody')).toEqual(known);
});

it('says how long a locked address waits', async () => {
  for (let n = 0; n < 31; n += 1) await trySignIn(`guess${n}`, 'wrong', '198.51.100.14');
  await database.owner.query(
    "UPDATE sign_in_throttle SET locked_until = now() + interval '150 seconds' WHERE kind = 'address'",
  );
  for (const loginId of ['viewer', 'nobody'])
    expect(await trySignIn(loginId, PASSWORD, '198.51.100.14')).toBe('locked_3');
});

it('counts guesses that are sent side by side', async () => {
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => trySignIn('approver', 'wrong', null)));
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(5);
  expect(await trySignIn('approver', PASSWORD, null)).toMatch(LOCKED);
});

it('locks an address that tries many IDs', async () => {
  for (let n = 0; n < 31; n += 1) await trySignIn(`guess${n}`, 'wrong', '198.51.100.7');
  expect(await trySignIn('drafter2', PASSWORD, '198.51.100.7')).toMatch(LOCKED);
  expect(await trySignIn('drafter2', PASSWORD, '198.51.100.8')).toMatchObject({ accountId: expect.any(String) });
});

it('tries no more of a burst than it would of guesses sent one by one, and a few', async () => {
  const guesses = Array.from({ length: 300 }, (_, n) => trySignIn(`burst${n}`, 'wrong', '198.51.100.12'));
  const outcomes = await Promise.all(guesses);
  const tried = outcomes.filter((outcome) => outcome === 'refused').length;
  expect(tried).toBeGreaterThanOrEqual(31);
  expect(tried).toBeLessThan(31 + SIDE_BY_SIDE);
  const [row] = await throttle('address', '198.51.100.12');
  expect(row.failures).toBe(tried);
});

it('leaves an account alone whose office is locked', async () => {
  for (let n = 0; n < 31; n += 1) await trySignIn(`guess${n}`, 'wrong', '198.51.100.9');
  for (let n = 0; n < 6; n += 1) expect(await trySignIn('drafter2', PASSWORD, '198.51.100.9')).toMatch(LOCKED);
  expect(await trySignIn('drafter2', PASSWORD, '198.51.100.10')).toMatchObject({ accountId: expect.any(String) });
});

it('lets an office in however often its people mistype over the days, and all of it at once', async () => {
  const address = '198.51.100.11';
  for (let day = 0; day < 40; day += 1) {
    expect(await trySignIn('drafter2', 'wrong', address)).toBe('refused');
    expect(await trySignIn('drafter2', PASSWORD, address)).toMatchObject({ accountId: expect.any(String) });
    await database.owner.query("UPDATE sign_in_throttle SET updated_at = updated_at - interval '20 hours'");
  }
  const others = ['drafter', 'drafter2', 'approver', 'approver2', 'admin', 'viewer'];
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, n) => trySignIn(others[n % 6] ?? '', PASSWORD, address)),
  );
  expect(all.filter((outcome) => typeof outcome === 'string')).toEqual([]);
});

it('records that a wait began, and not each attempt in it', async () => {
  for (let n = 0; n < 40; n += 1) await trySignIn('nobody-else', 'wrong', null);
  expect(await kinds('nobody-else')).toEqual([...Array(5).fill('sign_in_failed'), 'sign_in_locked']);
});

it('begins no session with a password that was changed meanwhile', async () => {
  const signedIn = await trySignIn('viewer', PASSWORD);
  if (typeof signedIn === 'string') throw new Error(signedIn);
  expect(await startSession(signedIn)).toEqual(expect.any(String));
  expect(await startSession({ ...signedIn, passwordHash: 'another' })).toBeUndefined();
  await database.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [signedIn.accountId]);
  expect(await startSession(signedIn)).toBeUndefined();
  await database.owner.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [signedIn.accountId]);
});

it('finds no session that was idle too long or is too old, and clears them away when another begins', async () => {
  const signedIn = await trySignIn('viewer', PASSWORD);
  if (typeof signedIn === 'string') throw new Error(signedIn);
  const [idle, old, live] = await Promise.all([1, 2, 3].map(() => startSession(signedIn)));
  await database.owner.query("UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE id = $1", [idle]);
  await database.owner.query("UPDATE session SET created_at = now() - interval '13 hours' WHERE id = $1", [old]);
  for (const ended of [idle, old]) expect(await findSession(ended ?? '')).toBeUndefined();
  expect(await findSession(live ?? '')).toMatchObject({ loginId: 'viewer' });
  const begun = await startSession(signedIn);
  const { rows } = await database.owner.query('SELECT id FROM session WHERE account_id = $1', [signedIn.accountId]);
  const left = rows.map(({ id }) => id);
  expect(left).toEqual(expect.arrayContaining([live, begun]));
  expect(left).not.toContain(idle);
  expect(left).not.toContain(old);
});

it('records from where a session was ended', async () => {
  const signedIn = await trySignIn('viewer', PASSWORD);
  if (typeof signedIn === 'string') throw new Error(signedIn);
  await endSession((await startSession(signedIn)) ?? '', '192.0.2.44');
  const { rows } = await database.owner.query("SELECT account_id, address FROM security_event WHERE kind = 'sign_out'");
  expect(rows).toEqual([{ account_id: signedIn.accountId, address: '192.0.2.44' }]);
});

it('forgets the failures of an account that signs in', async () => {
  for (let n = 0; n < 4; n += 1) await trySignIn('drafter', 'wrong', null);
  expect(await trySignIn('drafter', PASSWORD, null)).toMatchObject({ accountId: expect.any(String) });
  for (let n = 0; n < 4; n += 1) expect(await trySignIn('drafter', 'wrong', null)).toBe('refused');
});

it('works about as long for an ID that does not exist', async () => {
  const real = await hashPassword(PASSWORD);
  await database.owner.query("UPDATE account SET password_hash = $1 WHERE login_id = 'drafter2'", [real]);
  const device = await deviceOf('viewer');
  // Time on the processor, of all threads: the clock on the wall also runs while others keep a busy machine.
  const work = async (loginId: string) => {
    await database.owner.query('DELETE FROM sign_in_throttle');
    const started = process.cpuUsage();
    await trySignIn(loginId, 'wrong', null, device);
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  const times: Record<'nobody' | 'drafter2', number[]> = { nobody: [], drafter2: [] };
  for (let n = 0; n < 25; n += 1) {
    times.nobody.push(await work('nobody'));
    times.drafter2.push(await work('drafter2'));
  }
  const ratio = median(times.nobody) / median(times.drafter2);
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(1.4);
});

it('does not sign in a disabled account', async () => {
  await database.owner.query(`UPDATE account SET disabled_at = now() WHERE login_id = 'approver2'`);
  expect(await trySignIn('approver2', PASSWORD)).toBe('refused');
});

it('says that an initial password has expired to whoever knows it, and to nobody else', async () => {
  const until = (limit: string) =>
    database.owner.query(`UPDATE account SET initial_password_until = ${limit} WHERE login_id = 'drafter'`);
  await until("now() - interval '1 second'");
  expect(await trySignIn('drafter', 'wrong', null)).toBe('refused');
  expect(await trySignIn('drafter', PASSWORD, null)).toBe('expired');
  expect(await kinds('drafter')).not.toHaveLength(0);
  expect((await kinds('drafter')).at(-1)).toBe('sign_in_failed');
  for (const limit of ["now() + interval '1 minute'", 'NULL']) {
    await until(limit);
    expect(await trySignIn('drafter', PASSWORD, null)).toMatchObject({ accountId: expect.any(String) });
  }
});
