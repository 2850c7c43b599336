import { type APIRequest, type APIRequestContext, expect } from '@playwright/test';
import { passwordText } from '@/lib/text/sign-in/sign-in';
import { openApp } from './setup/app';
import { accountOf, type LoginId, test } from './setup/fixtures';
import { required } from './setup/labels';

const SESSION = 'next-auth.session-token';
const DEVICE = 'yosan.device';

/** What a browser's form does. @returns null when signed in, else why not. */
async function tryPassword(client: APIRequestContext, origin: string, loginId: string, password: string) {
  const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
  const form = { csrfToken, loginId, password, json: 'true', callbackUrl: '/' };
  const answer = await client.post('/api/auth/callback/credentials', { headers: { origin }, form });
  return new URL((await answer.json()).url, origin).searchParams.get('error');
}

const cookieOf = async (client: { storageState: APIRequestContext['storageState'] }, name: string) =>
  (await client.storageState()).cookies.find((cookie) => cookie.name === name);

/** Where somebody gets who has nothing but this session cookie. */
async function statusWith(request: APIRequest, baseURL: string, token = ''): Promise<number> {
  const client = await request.newContext({ baseURL, extraHTTPHeaders: { cookie: `${SESSION}=${token}` } });
  const answer = await client.get('/years/2023', { maxRedirects: 0 });
  await client.dispose();
  return answer.status();
}

test('a browser that has signed in gets in while strangers keep the ID and the address locked', async ({
  app,
  playwright,
}) => {
  const { password } = accountOf('viewer');
  const own = await playwright.request.newContext({ baseURL: app.url });
  const stranger = await playwright.request.newContext({ baseURL: app.url });
  expect(await tryPassword(own, app.url, 'viewer', password)).toBeNull();
  expect(await cookieOf(own, DEVICE)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/auth' });

  for (let n = 0; n < 6; n += 1) await tryPassword(stranger, app.url, 'viewer', 'wrong-password');
  expect(await tryPassword(stranger, app.url, 'viewer', password)).toMatch(/^locked_\d+$/);
  for (let n = 0; n < 31; n += 1) await tryPassword(stranger, app.url, `guess${n}`, 'wrong-password');
  expect(await tryPassword(stranger, app.url, 'approver', accountOf('approver').password)).toMatch(/^locked_\d+$/);
  expect(await tryPassword(own, app.url, 'viewer', password)).toBeNull();

  // The device is known to the account that signed in on it, and to no other.
  expect(await tryPassword(own, app.url, 'approver', accountOf('approver').password)).toMatch(/^locked_\d+$/);
  await app.rows('DELETE FROM sign_in_throttle');
  await Promise.all([own, stranger].map((client) => client.dispose()));
});

test('signing in again ends the session of before', async ({ app, playwright }) => {
  const client = await playwright.request.newContext({ baseURL: app.url });
  expect(await tryPassword(client, app.url, 'viewer', accountOf('viewer').password)).toBeNull();
  const before = (await cookieOf(client, SESSION))?.value;
  expect(await statusWith(playwright.request, app.url, before)).toBe(200);
  expect(await tryPassword(client, app.url, 'viewer', 'wrong-password')).toBe('CredentialsSignin');
  expect(await statusWith(playwright.request, app.url, before)).toBe(200);

  expect(await tryPassword(client, app.url, 'approver', accountOf('approver').password)).toBeNull();
  expect(await statusWith(playwright.request, app.url, before)).toBe(307);
  expect(await statusWith(playwright.request, app.url, (await cookieOf(client, SESSION))?.value)).toBe(200);
  const [ended] = await app.rows(
    `SELECT a.login_id, e.address IS NOT NULL AS placed FROM security_event e JOIN account a ON a.id = e.account_id
     WHERE e.kind = 'sign_out' ORDER BY e.id DESC LIMIT 1`,
  );
  expect(ended).toEqual({ login_id: 'viewer', placed: true });
  await client.dispose();
});

test('changing the password ends every cookie of before, and the browser goes on with new ones', async ({
  app,
  openAs,
  playwright,
}) => {
  const loginId: LoginId = 'drafter2';
  const next = 'tsukimi no dango wo 15';
  const page = await openAs(loginId);
  const context = page.context();
  const [session, device] = [await cookieOf(context, SESSION), await cookieOf(context, DEVICE)];
  await page.goto('/password');
  await page.getByLabel(required(passwordText.current), { exact: true }).fill(accountOf(loginId).password);
  await page.getByLabel(required(passwordText.next), { exact: true }).fill(next);
  await page.getByLabel(required(passwordText.repeat), { exact: true }).fill(next);
  await page.getByRole('button', { name: passwordText.submit, exact: true }).click();
  await expect(page.getByText(passwordText.changed)).toBeVisible();

  expect(await statusWith(playwright.request, app.url, session?.value)).toBe(307);
  expect(await statusWith(playwright.request, app.url, (await cookieOf(context, SESSION))?.value)).toBe(200);
  await page.getByRole('link', { name: passwordText.continue }).click();
  await page.waitForURL('**/years/2023');

  const stranger = await playwright.request.newContext({ baseURL: app.url });
  for (let n = 0; n < 6; n += 1) await tryPassword(stranger, app.url, loginId, 'wrong-password');
  await stranger.dispose();
  const older = await playwright.request.newContext({
    baseURL: app.url,
    ...(device && { storageState: { cookies: [device], origins: [] } }),
  });
  expect(await tryPassword(older, app.url, loginId, next)).toMatch(/^locked_\d+$/);
  await older.dispose();
  expect(await tryPassword(context.request, app.url, loginId, next)).toBeNull();
  await app.rows('DELETE FROM sign_in_throttle');
});

test('behind TLS the cookies are secure, and an origin without TLS is a foreign one', async ({ playwright }) => {
  const app = await openApp({ NEXTAUTH_URL: 'https://yosan.example', TRUST_PROXY: '0' });
  const client = await playwright.request.newContext({ baseURL: app.url });
  const csrf = await client.get('/api/auth/csrf');
  const cookie = csrf
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value.split(';')[0])
    .join('; ');
  const form = { csrfToken: (await csrf.json()).csrfToken, loginId: 'viewer', password: accountOf('viewer').password };
  const post = (origin: string, host = new URL(app.url).host) =>
    client.post('/api/auth/callback/credentials', {
      headers: { origin, cookie, host },
      form: { ...form, json: 'true', callbackUrl: '/' },
    });
  expect((await post(app.url)).status()).toBe(403);
  expect((await post('http://yosan.example', 'yosan.example')).status()).toBe(403);
  const answer = await post('https://yosan.example');
  expect(answer.status()).toBe(200);
  const set = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
  for (const name of [SESSION, DEVICE]) {
    const line = set.find(({ value }) => value.startsWith(`__Secure-${name}=`))?.value;
    for (const mark of [/; secure/i, /; httponly/i, /; samesite=lax/i]) expect(line, name).toMatch(mark);
  }
  await client.dispose();
  await app.close();
});
