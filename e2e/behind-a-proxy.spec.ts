import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { DRAWN_FOR_HEADER } from '@/lib/domain/sign-in/drawn-for';
import { accountText } from '@/lib/text/account';
import { editorText } from '@/lib/text/entry/entry-editor';
import { doorText } from '@/lib/text/errors';
import { uiText } from '@/lib/text/ui';
import { freePort } from '../scripts/launcher/postgres';
import { type App, openApp } from './setup/app';
import { pathOf } from './setup/entry-path';
import { signIn } from './setup/fixtures';
import { MANNERS, type Manner, startNginx } from './setup/nginx';

type Site = { app: App; url: string };

/** The program as it stands behind nginx: people know the proxy's address alone. */
const test = base.extend<object, { site: (isTls: boolean) => Promise<Site> }>({
  site: [
    async ({ browserName: _ }, use) => {
      const open: { close(): Promise<void> }[] = [];
      const sites = new Map<boolean, Site>();
      await use(async (isTls) => {
        const known = sites.get(isTls);
        if (known) return known;
        const port = await freePort();
        const url = `${isTls ? 'https' : 'http'}://localhost:${port}`;
        const app = await openApp({ NEXTAUTH_URL: url, TRUST_PROXY: '1' });
        open.push(app, await startNginx(port, new URL(app.url), isTls));
        await app.rows(
          `INSERT INTO membership (ward_id, id, account_id, roles)
           SELECT w.id, gen_random_uuid(), a.id, '{viewer}' FROM account a, ward w
           WHERE a.login_id = 'drafter' AND w.code <> '271071'`,
        );
        sites.set(isTls, { app, url });
        return { app, url };
      });
      for (const one of open.reverse()) await one.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const NAME = '児童虐待未然防止・早期発見強化事業';

async function enter(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, 'drafter');
  return page;
}

/** Saves what the manner is called, and hands out what the browser sent for it. */
async function save(page: Page, path: string, text: string) {
  await page.goto(`${path}/edit`);
  await page.getByLabel(/^概要/).fill(text);
  const sending = page.waitForRequest((request) => 'next-action' in request.headers());
  await page.getByRole('button', { name: editorText.save, exact: true }).click();
  await expect(page.getByText(/に保存しました/)).toBeVisible();
  return sending;
}

const openMenu = (page: Page) => page.locator('summary').filter({ hasText: uiText.userMenu }).click();

const CASES: [Manner, boolean][] = [
  ...MANNERS.map((manner): [Manner, boolean] => [manner, false]),
  ['all', true],
  ['no-port', true],
];

for (const [manner, isTls] of CASES) {
  test(`everything works when the proxy hands on ${manner}${isTls ? ' and ends TLS' : ''}`, async ({
    browser,
    site,
  }) => {
    const { app, url } = await site(isTls);
    const context = await browser.newContext({
      baseURL: url,
      locale: 'ja-JP',
      ignoreHTTPSErrors: true,
      extraHTTPHeaders: { 'x-manner': manner },
    });
    const page = await enter(context);
    const path = await pathOf(app, NAME);
    const text = `${manner}から保存した概要。`;
    const sent = await save(page, path, text);
    const stored = 'SELECT version, summary FROM entry WHERE id = $1';
    const id = path.split('/').at(-1);
    const [{ version } = { version: 0 }] = await app.rows<{ version: number }>(stored, [id]);
    const before = await app.rows(stored, [id]);
    expect(before).toMatchObject([{ summary: text }]);

    const { 'next-action': action = '', 'content-type': type = '', [DRAWN_FOR_HEADER]: whom = '' } = sent.headers();
    const data = (sent.postData() ?? '').replace(/"version":\d+/, `"version":${version}`).replace(text, '偽の概要。');
    const post = (origin: string | undefined) =>
      context.request.post(sent.url(), {
        headers: {
          'next-action': action,
          'content-type': type,
          [DRAWN_FOR_HEADER]: whom,
          accept: 'text/x-component',
          ...(origin !== undefined && { origin }),
        },
        data,
      });
    for (const origin of [undefined, 'null', 'https://elsewhere.example', `${url}0`, app.url]) {
      const answer = await post(origin);
      expect([origin, answer.status(), await answer.text()]).toEqual([origin, 403, doorText.foreign_origin]);
    }
    expect(await app.rows(stored, [id])).toEqual(before);

    const ward = page.getByRole('banner').getByRole('link').first();
    const former = await ward.textContent();
    await page.goto(path);
    await openMenu(page);
    await page.getByRole('button', { name: /に切り替える$/ }).click();
    await expect(ward).not.toHaveText(former ?? '');
    await openMenu(page);
    await page.getByRole('button', { name: /に切り替える$/ }).click();
    await expect(ward).toHaveText(former ?? '');

    await openMenu(page);
    await page.getByRole('button', { name: accountText.signOut, exact: true }).click();
    await page.waitForURL(`${url}/sign-in`);
    expect((await post(url)).status()).toBe(200);
    expect(await app.rows(stored, [id])).toEqual(before);
    await context.close();
  });
}

test('without a proxy and TLS, who opens the program by another address of the machine can save', async ({
  browser,
}) => {
  const app = await openApp();
  const other = app.url.replace('localhost', '127.0.0.1');
  const context = await browser.newContext({ baseURL: other, locale: 'ja-JP' });
  await save(await enter(context), await pathOf(app, NAME), '別の名前から保存した概要。');
  await context.close();
  await app.close();
});
