import { expect } from '@playwright/test';
import { DRAWN_FOR_HEADER } from '@/lib/domain/sign-in/drawn-for';
import { editorText } from '@/lib/text/entry/entry-editor';
import { doorText } from '@/lib/text/errors';
import { failureText, notFoundText, uiText } from '@/lib/text/ui';
import { openApp } from './setup/app';
import { pathOf } from './setup/entry-path';
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
  const { 'next-action': id = '', 'content-type': type = '', [DRAWN_FOR_HEADER]: whom = '' } = request.headers();
  // A refused body is left unread, so that no other request may follow on its connection.
  const kept = { 'next-action': id, 'content-type': type, [DRAWN_FOR_HEADER]: whom };
  const fixed = { ...kept, accept: 'text/x-component', connection: 'close' };
  const post = async (origin: string | undefined, data = body, more: Record<string, string> = {}) => {
    const headers = { ...fixed, ...(origin !== undefined && { origin }), ...more };
    const answer = await page.context().request.post(request.url(), { headers, data });
    return { status: answer.status(), text: await answer.text() };
  };
  for (const origin of [undefined, 'null', FOREIGN, `${app.url}0`]) {
    expect(await post(origin)).toEqual({ status: 403, text: doorText.foreign_origin });
  }
  const tooLarge = await post(app.url, body.replace('偽の', '偽'.repeat(400_000)));
  expect(tooLarge).toEqual({ status: 413, text: doorText.too_large });
  expect(await app.rows(stored)).toEqual(before);

  await test.step('what is no call of an action is refused without a trace', async () => {
    const malformed: [string, Record<string, string>][] = [
      ['[', {}],
      ['', {}],
      ['{"a":1}', {}],
      ['"x"', {}],
      ['["$F9"]', {}],
      ['["$1:constructor"]', {}],
      ['["$K9"]', {}],
      [body, { 'next-action': '0'.repeat(42) }],
      [body, { 'next-action': 'none' }],
      [body, { 'next-action': 'toString' }],
      [body, { 'next-action': '' }],
      [body, { 'content-type': 'multipart/form-data' }],
      ['--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' }],
    ];
    for (const [data, headers] of malformed) {
      const { status, text } = await post(app.url, data, headers);
      const isRefused = (status >= 400 && status < 500) || text.includes('"code":"invalid_input"');
      expect([data.slice(0, 9), headers, isRefused]).toEqual([data.slice(0, 9), headers, true]);
      expect(text).not.toMatch(/node_modules|\bat \S+ \(/);
    }
    const { 'next-action': _, ...form } = fixed;
    const broken = await page.context().request.post(request.url(), {
      headers: { ...form, origin: app.url, 'content-type': 'multipart/form-data; boundary=x' },
      data: '--x\r\nbroken',
    });
    expect(broken.status()).toBeGreaterThanOrEqual(400);
    expect(broken.status()).toBeLessThan(500);
    expect(await app.rows(stored)).toEqual(before);
    expect(app.log().filter(({ level }) => level === 'error')).toEqual([]);
  });

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
  expect(answers.at(-1)).toMatch(/^locked_\d+$/);
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
    stranger.get('/api/auth/csrf'),
    member.get('/years/2023', { headers: { rsc: '1' } }),
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
    if (!headers['content-type']?.includes('/pdf')) {
      expect(headers['content-type'], answer.url()).toMatch(/; charset=utf-8$/i);
    }
    // One policy alone: two would both be held.
    const policies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'content-security-policy');
    expect(policies, answer.url()).toHaveLength(1);
    expect(policies[0]?.value).toContain("frame-ancestors 'none'");
    if (answer.url().includes('/api/')) expect(policies[0]?.value).toContain("default-src 'none'");
    if (answer.url().includes('/document/')) expect(headers['cache-control']).toBe('private, no-store');
  }
  await stranger.dispose();
});

test('only a document that was handed out counts as exported', async ({ app, openAs }) => {
  const { request } = (await openAs('viewer')).context();
  const exports = async () => (await app.rows(`SELECT id FROM audit_event WHERE subject = 'document'`)).length;
  const pdf = '/api/years/2022/document/pdf';
  const before = await exports();
  const head = await request.head(pdf);
  expect(head.status()).toBe(200);
  expect(head.headers()['content-type']).toBe('application/pdf');
  const ahead = await request.get(pdf, { headers: { 'sec-purpose': 'prefetch;prerender' } });
  expect([ahead.status(), (await ahead.body()).subarray(0, 4).toString()]).not.toEqual([200, '%PDF']);
  for (const path of ['/api/years/2022/document/svg', '/api/years/1999/document/pdf', '/years/2022/document'])
    await request.get(path);
  expect(await exports()).toBe(before);

  // A part, or a copy that the browser claims to have, is the whole document again, and an export each.
  const parts = [{ range: 'bytes=0-3' }, { 'if-modified-since': new Date().toUTCString(), 'if-none-match': '*' }];
  for (const headers of parts) {
    const answer = await request.get(pdf, { headers });
    expect([answer.status(), (await answer.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  }
  expect(await exports()).toBe(before + 2);
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

test('signing in leads to the page that was asked for, and never to another site', async ({ page, app }) => {
  const asked = '/years/2023/entries?q=%E9%98%B2%E7%81%BD';
  for (const [opened, reached] of [
    [asked, asked],
    ['/sign-in?next=//elsewhere.example/', '/years/2023'],
  ] as const) {
    await page.context().clearCookies();
    await page.goto(opened);
    await page.getByLabel('ID', { exact: true }).fill('viewer');
    await page.getByLabel('パスワード', { exact: true }).fill(accountOf('viewer').password);
    await page.getByRole('button', { name: 'ログイン', exact: true }).click();
    await page.waitForURL(`${app.url}${reached}`);
    await page.goto(`/sign-in?next=${encodeURIComponent(asked)}`);
    expect(page.url()).toBe(`${app.url}${asked}`);
  }
});

const ADMINISTRATION = { '/admin/departments': 403, '/admin/audit': 403 };

test('what is refused or unknown says so by its status, and never as a failure', async ({
  app,
  openAs,
  playwright,
}) => {
  const viewer = (await openAs('viewer')).context().request;
  const drafter = (await openAs('drafter')).context().request;
  const approver = (await openAs('approver')).context().request;
  const stranger = await playwright.request.newContext({ baseURL: app.url });
  const entry = await pathOf(app, '児童虐待未然防止・早期発見強化事業');
  const other = await pathOf(app, '産業振興・次世代人材育成支援事業');
  const statuses = async (client: typeof viewer, paths: Record<string, number>) => {
    const found = await Promise.all(
      Object.keys(paths).map(async (path) => [path, (await client.get(path, { maxRedirects: 0 })).status()]),
    );
    expect(Object.fromEntries(found)).toEqual(paths);
  };
  await statuses(viewer, {
    [entry]: 200,
    [`${entry}/edit`]: 403,
    [`${entry}/confirm`]: 403,
    '/years/2023/entries/new': 403,
    '/years/2023/order': 403,
    '/years/2023/sheet': 403,
    '/admin/years/2023': 403,
    '/admin/users': 403,
    ...ADMINISTRATION,
    '/years/1999': 404,
    '/years/x/entries': 404,
    '/years/2023/entries/01a20958-253e-740c-acf2-211a81980444': 404,
    '/years/2023/entries/x': 404,
    '/no-such-page': 404,
    '/years/%': 404,
    '/%E0%A4%A': 404,
    '/years/2023/entries/%00': 404,
    '/years/2023/entries?q=%': 200,
    '/api': 404,
    '/api/no-such-route': 404,
    '/api/%': 404,
    '/api/auth/signout': 404,
    '/api/auth/session': 404,
    '/api/years/2023/document/exe': 404,
    '/_next/static/%': 404,
  });
  await statuses(drafter, {
    '/years/2023/sheet': 200,
    '/years/1999/sheet': 404,
    [`${entry}/edit`]: 200,
    [`${other}/edit`]: 403,
    [`${other}/confirm`]: 403,
    ...ADMINISTRATION,
  });
  await statuses(approver, ADMINISTRATION);
  await statuses(stranger, {
    '/years/2023': 307,
    '/api/years/2022/document/pdf': 401,
    '/sign-in': 200,
    '/years/%': 404,
  });

  for (const path of ['/no-such-page', '/years/1999/entries', '/years/2023/entries/x'])
    expect(await (await viewer.get(path)).text()).toContain(`<title>${notFoundText.title}｜${uiText.appName}</title>`);
  const unknown = await stranger.get('/api/no-such-route');
  expect(unknown.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect(await unknown.text()).toContain(notFoundText.title);
  for (const path of ['/years/2023', '/sign-in', '/api/health', '/api/years/2022/document/pdf', '/_next/static/x'])
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect([path, method, (await viewer.fetch(path, { method, headers: { origin: app.url } })).status()]).toEqual([
        path,
        method,
        405,
      ]);
  for (const path of ['/api/health', '/api/years/2022/document/pdf'])
    expect((await viewer.post(path, { headers: { origin: app.url } })).status()).toBe(405);
  expect(app.log().filter(({ level }) => level === 'error')).toEqual([]);
  await stranger.dispose();
});

test('the log has a line of what was refused and of what failed, with the number that the screen shows', async ({
  openAs,
  app,
}) => {
  // Somebody whom nothing else here refuses: equal lines of a second become one without an id of its own.
  const page = await openAs('approver2');
  const [account] = await app.rows<{ id: string }>("SELECT id FROM account WHERE login_id = 'approver2'");
  const refused = await page.goto('/admin/audit?olderThan=himitsu');
  const id = refused?.headers()['x-request-id'];
  await expect
    .poll(() => app.log().find(({ requestId }) => requestId === id))
    .toMatchObject({
      level: 'warn',
      msg: 'refused',
      operation: 'audit.read',
      actorId: account?.id,
      status: 403,
      code: 'forbidden',
      path: '/admin/audit',
    });

  await app.rows('ALTER TABLE category_year RENAME COLUMN explanation TO explanation_');
  const failed = await page.goto('/years/2023/document');
  const number = failed?.headers()['x-request-id'] ?? '';
  expect(failed?.status()).toBe(500);
  await expect(page.getByText(`${failureText.number} ${number}`)).toBeVisible();
  for (let tries = 0; tries < 20; tries += 1) await page.request.get('/years/2023/document');
  await app.rows('ALTER TABLE category_year RENAME COLUMN explanation_ TO explanation');
  await expect
    .poll(() => app.log().find(({ requestId }) => requestId === number))
    .toMatchObject({
      level: 'error',
      msg: 'failed',
      operation: 'document.read',
      actorId: account?.id,
      status: 500,
      error: { code: '42703' },
    });
  await expect
    .poll(() =>
      app
        .log()
        .filter(({ msg }) => msg === 'failed')
        .reduce((sum, { count = 1 }) => sum + Number(count), 0),
    )
    .toBe(21);
  const lines = app.log().filter(({ msg }) => msg === 'failed');
  expect(lines.length).toBeLessThan(15);
  expect(JSON.stringify(app.log())).not.toContain('himitsu');
});
