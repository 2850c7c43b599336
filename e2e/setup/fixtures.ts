import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';
import type { DemoAccount } from '@/prisma/seed';
import { type App, openApp } from './app';
import { type Contexts, keepContexts } from './contexts';

export type LoginId = 'drafter' | 'drafter2' | 'approver' | 'approver2' | 'admin' | 'viewer' | 'taisho-admin';

export function accountOf(loginId: LoginId): DemoAccount {
  const accounts = JSON.parse(process.env.E2E_ACCOUNTS ?? '[]') as DemoAccount[];
  const account = accounts.find((candidate) => candidate.loginId === loginId);
  if (!account) throw new Error(`no demonstration account ${loginId}`);
  return account;
}

/** Signs in by the form, as a person does. The first account of each role has the role's name. */
export async function signIn(page: Page, loginId: LoginId): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('ID', { exact: true }).fill(loginId);
  await page.getByLabel('パスワード', { exact: true }).fill(accountOf(loginId).password);
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** What the form sends, without its page, for specs that are about something else. */
export async function beginSession(request: APIRequestContext, origin: string, loginId: LoginId): Promise<void> {
  // Once more where it meets a connection of an earlier test that the server is just ending.
  const { csrfToken } = await (await request.get('/api/auth/csrf', { maxRetries: 1 })).json();
  const { password } = accountOf(loginId);
  const answer = await request.post('/api/auth/callback/credentials', {
    headers: { origin },
    form: { csrfToken, loginId, password, callbackUrl: '/', json: 'true' },
  });
  expect(answer.ok(), `${loginId} signs in`).toBe(true);
}

/** What a browser must never report, on any screen: a blocked script or style, or an uncaught error. */
function watch(page: Page, found: string[]): void {
  page.on('console', (message) => {
    if (/content security policy|hydrat/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
}

type Fixtures = {
  app: App;
  contexts: Contexts;
  /** A page in a browser context of its own that is signed in; nothing is opened yet. */
  openAs: (loginId: LoginId) => Promise<Page>;
};
type WorkerFixtures = { apps: (file: string) => Promise<App>; kept: { contexts?: Contexts } };

export const test = base.extend<Fixtures, WorkerFixtures>({
  // A spec file has a database of its own, so that files can't disturb each other. Servers keep nothing outside it.
  apps: [
    async ({ browserName: _ }, use) => {
      let open: { file: string; app: App } | undefined;
      await use(async (file) => {
        if (!open) open = { file, app: await openApp() };
        if (open.file !== file) await open.app.renew();
        open.file = file;
        return open.app;
      });
      await open?.app.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  app: async ({ apps }, use, testInfo) => use(await apps(testInfo.file)),
  baseURL: async ({ app }, use) => use(app.url),
  kept: [async ({ browserName: _ }, use) => use({}), { scope: 'worker' }],
  contexts: async ({ kept, browser, contextOptions, app }, use) => {
    kept.contexts ??= keepContexts(browser, app.url, contextOptions);
    await use(kept.contexts);
  },
  context: async ({ contexts }, use) => {
    const context = await contexts.take();
    await use(context);
    await contexts.giveBack(context);
  },
  page: async ({ page }, use) => {
    const found: string[] = [];
    watch(page, found);
    await use(page);
    expect(found).toEqual([]);
  },
  openAs: async ({ contexts, app }, use) => {
    const found: string[] = [];
    const pages: Page[] = [];
    await use(async (loginId) => {
      const context = await contexts.take();
      const page = await context.newPage();
      pages.push(page);
      watch(page, found);
      await beginSession(context.request, app.url, loginId);
      return page;
    });
    for (const page of pages) await contexts.giveBack(page.context());
    expect(found).toEqual([]);
  },
});
