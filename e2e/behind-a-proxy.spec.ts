import { freePort } from '../scripts/launcher/postgres';
import { openApp } from './setup/app';
import { pathOf } from './setup/entry-path';
import { test as base } from './setup/fixtures';
import { MANNERS, type Manner, startNginx } from './setup/nginx';
import { enter, NAME, repeatWith, type Site, save, walkWith } from './setup/proxy-walk';

/** The program as it stands behind nginx: people know the proxy's address alone. */
const test = base.extend<{ site: (isTls: boolean) => Promise<Site> }>({
  site: async ({ browserName: _ }, use) => {
    const open: { close(): Promise<void> }[] = [];
    await use(async (isTls) => {
      const port = await freePort();
      const url = `${isTls ? 'https' : 'http'}://localhost:${port}`;
      const app = await openApp({ NEXTAUTH_URL: url, TRUST_PROXY: '1' });
      open.push(app, await startNginx(port, new URL(app.url), isTls));
      await app.rows(
        `INSERT INTO membership (ward_id, id, account_id, roles)
         SELECT w.id, gen_random_uuid(), a.id, '{viewer}' FROM account a, ward w
         WHERE a.login_id = 'drafter' AND w.code <> '271071'`,
      );
      return { app, url };
    });
    for (const one of open.reverse()) await one.close();
  },
});

const CASES: [isTls: boolean, manners: [Manner, ...Manner[]]][] = [
  [false, MANNERS],
  [true, ['all', 'no-port']],
];

for (const [isTls, [walked, ...repeated]] of CASES) {
  test(`everything works whatever the proxy hands on${isTls ? ', and when it ends TLS' : ''}`, async ({
    browser,
    playwright,
    site,
  }) => {
    const open = await site(isTls);
    const walk = await test.step(walked, () => walkWith(browser, open, walked));
    for (const manner of repeated) await test.step(manner, () => repeatWith(playwright.request, open, manner, walk));
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
