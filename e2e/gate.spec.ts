import { expect } from '@playwright/test';
import { editorText } from '@/lib/text/entry-editor';
import { openApp } from './setup/app';
import { accountOf, test } from './setup/fixtures';

const FOREIGN = 'https://elsewhere.example';

test('a server action from a foreign origin changes nothing, nor does one that is too large', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name: '児童虐待未然防止・早期発見強化事業', exact: true }).click();
  await page.getByRole('link', { name: '編集', exact: true }).click();
  await page.getByLabel(/^概要/).fill('本物の保存');
  const sending = page.waitForRequest((request) => 'next-action' in request.headers());
  await page.getByRole('button', { name: editorText.save, exact: true }).click();
  const request = await sending;
  await expect(page.getByText(/に保存しました/)).toBeVisible();

  const stored = 'SELECT * FROM entry ORDER BY ward_id, id';
  const before = await app.rows<{ version: number; summary: string }>(stored);
  const version = before.find(({ summary }) => summary === '本物の保存')?.version ?? 0;
  const body = (request.postData() ?? '').replace(/"version":\d+/, `"version":${version}`).replace('本物の', '偽の');
  expect(body).toContain('偽の保存');
  const { 'next-action': id = '', 'content-type': type = '' } = request.headers();
  // A refused body is left unread, so that no other request may follow on its connection.
  const fixed = { 'next-action': id, 'content-type': type, accept: 'text/x-component', connection: 'close' };
  const post = async (origin: string, data = body) => {
    const headers = { ...fixed, origin };
    const answer = await page.context().request.post(request.url(), { headers, data });
    return { status: answer.status(), text: await answer.text() };
  };
  expect((await post(FOREIGN)).text).not.toContain('"ok":true');
  expect(await app.rows(stored)).toEqual(before);

  const tooLarge = await post(app.url, body.replace('偽の', '偽'.repeat(400_000)));
  expect(tooLarge.status).toBeGreaterThanOrEqual(400);
  expect(await app.rows(stored)).toEqual(before);

  // The same request from the own origin is served: what was refused was the origin.
  expect((await post(app.url)).text).toContain('"ok":true');
  const after = await app.rows<{ summary: string }>(stored);
  expect(after.some(({ summary }) => summary === '偽の保存')).toBe(true);
});

test('a sign-in from a foreign origin opens no session', async ({ app, playwright }) => {
  const trySignIn = async (origin: string) => {
    const client = await playwright.request.newContext({ baseURL: app.url });
    const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
    await client.post('/api/auth/callback/credentials', {
      headers: { origin },
      form: { csrfToken, loginId: 'viewer', password: accountOf('viewer').password, json: 'true', callbackUrl: '/' },
    });
    const home = await client.get('/years/2023', { maxRedirects: 0 });
    await client.dispose();
    return home.status();
  };
  expect(await trySignIn(FOREIGN)).not.toBe(200);
  expect(await trySignIn(app.url)).toBe(200);
});

test('a body that is no sign-in is not read', async ({ app, playwright }) => {
  const client = await playwright.request.newContext({ baseURL: app.url });
  const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await client.post('/api/auth/callback/credentials', { headers, data: 'x'.repeat(20_000) });
  expect(answer.status()).toBe(413);
  await client.dispose();
});

test('a rotated X-Forwarded-For is locked out all the same', async ({ app, playwright }) => {
  const client = await playwright.request.newContext({ baseURL: app.url });
  const { csrfToken } = await (await client.get('/api/auth/csrf')).json();
  const answers: string[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    const password = attempt === 6 ? accountOf('drafter2').password : 'wrong-password';
    const answer = await client.post('/api/auth/callback/credentials', {
      headers: { origin: app.url, 'x-forwarded-for': `203.0.113.${attempt}`, 'x-real-ip': `203.0.113.${attempt}` },
      form: { csrfToken, loginId: 'drafter2', password, json: 'true', callbackUrl: '/' },
    });
    const { url } = await answer.json();
    answers.push(new URL(url, app.url).searchParams.get('error') ?? 'signed in');
  }
  expect(answers[0]).toBe('CredentialsSignin');
  expect(answers.at(-1)).toBe('locked');
  const seen = await app.rows<{ address: string }>(
    "SELECT DISTINCT host(address::inet) AS address FROM security_event WHERE address IS NOT NULL AND address <> ''",
  );
  expect(seen.filter(({ address }) => address.startsWith('203.0.113.'))).toEqual([]);
  await client.dispose();
});

test('every page has a policy with a nonce of its own, which its scripts carry', async ({ page }) => {
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/no-such-page']) {
    const answer = await page.goto(path);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).not.toBe('');
    nonces.add(nonce);
    const carried = await page.locator('script').evaluateAll((scripts) => scripts.map((script) => script.nonce));
    expect(carried.length).toBeGreaterThan(0);
    expect(new Set(carried)).toEqual(new Set([nonce]));
  }
  expect(nonces.size).toBe(2);
  expect((await page.goto('/no-such-page'))?.status()).toBe(404);
});

test('every answer carries the fixed headers, and what is no page runs nothing', async ({
  app,
  openAs,
  playwright,
}) => {
  const stranger = await playwright.request.newContext({ baseURL: app.url });
  const member = (await openAs('viewer')).context().request;
  const answers = await Promise.all([
    stranger.get('/sign-in'),
    stranger.get('/sign-in', { headers: { 'next-action': 'x' } }),
    stranger.get('/favicon.icox'),
    stranger.get('/_next/staticx'),
    stranger.get('/api/health'),
    stranger.get('/api/years/2022/document/pdf'),
    member.get('/api/years/2022/document/pdf'),
    member.get('/api/years/2022/document/svg'),
    member.get('/api/years/1999/document/pdf'),
  ]);
  for (const answer of answers) {
    const headers = answer.headers();
    expect(headers['x-content-type-options'], answer.url()).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['strict-transport-security']).toBeUndefined();
    // One policy alone: two would both be held.
    const policies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'content-security-policy');
    expect(policies, answer.url()).toHaveLength(1);
    expect(policies[0]?.value).toContain("frame-ancestors 'none'");
    if (answer.url().includes('/api/')) expect(policies[0]?.value).toContain("default-src 'none'");
    if (answer.url().includes('/document/')) expect(headers['cache-control']).toBe('private, no-store');
  }
  await stranger.dispose();
});

test('behind TLS every answer asks for TLS', async ({ playwright }) => {
  const app = await openApp({ NEXTAUTH_URL: 'https://yosan.example', TRUST_PROXY: '0' });
  const client = await playwright.request.newContext({ baseURL: app.url });
  for (const path of ['/sign-in', '/api/health', '/_next/staticx']) {
    expect((await client.get(path)).headers()['strict-transport-security'], path).toMatch(/^max-age=31536000/);
  }
  await client.dispose();
  await app.close();
});

test('signing in leads to the page that was asked for, and never to another site', async ({ browser, app }) => {
  const asked = '/years/2023/entries?q=%E9%98%B2%E7%81%BD';
  for (const [opened, reached] of [
    [asked, asked],
    ['/sign-in?next=//elsewhere.example/', '/years/2023'],
    ['/sign-in?next=/%5Celsewhere.example/', '/years/2023'],
    ['/sign-in?next=/api/auth/signout', '/years/2023'],
  ] as const) {
    const context = await browser.newContext({ baseURL: app.url });
    const page = await context.newPage();
    await page.goto(opened);
    await page.getByLabel('ID', { exact: true }).fill('viewer');
    await page.getByLabel('パスワード', { exact: true }).fill(accountOf('viewer').password);
    await page.getByRole('button', { name: 'ログイン', exact: true }).click();
    await page.waitForURL(`${app.url}${reached}`);
    await page.goto(`/sign-in?next=${encodeURIComponent(asked)}`);
    expect(page.url()).toBe(`${app.url}${asked}`);
    await context.close();
  }
});
