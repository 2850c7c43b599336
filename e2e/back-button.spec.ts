import { expect, type Page } from '@playwright/test';
import { accountText } from '@/lib/text/account';
import { editorText, restoreText } from '@/lib/text/entry/entry-editor';
import { uiText } from '@/lib/text/ui';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';
import { isListening } from './setup/listening';

const NAME = '児童虐待未然防止・早期発見強化事業';
const SEEN = 'seen-on-return';

/** Notes on the device how the page stood at the moment when the browser gave it back. It keeps none that is still loading. */
async function watchReturn(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate((key) => {
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) localStorage.setItem(key, getComputedStyle(document.body).visibility);
    });
  }, SEEN);
}

/** As a person does; nothing of the page that comes is waited for. */
const goBack = (page: Page) => page.evaluate(() => void setTimeout(() => window.history.back()));

const seenOnReturn = (page: Page) => page.evaluate((key) => localStorage.getItem(key), SEEN);

test('after a save the entry and the list show the new amount, and the old one is never in sight', async ({
  openAs,
}) => {
  const page = await openAs('drafter');
  await page.goto('/years/2023/entries');
  await watchReturn(page);
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await page.getByRole('link', { name: '編集', exact: true }).waitFor();
  await watchReturn(page);
  await page.getByRole('link', { name: '編集', exact: true }).click();
  await page.getByLabel(/^予算額/).fill('7,654');
  await page.getByRole('button', { name: editorText.save, exact: true }).click();
  await expect(page.getByText(/に保存しました/)).toBeVisible();

  await goBack(page);
  await page.waitForURL(/entries\/[\w-]+$/);
  await expect(page.getByRole('main')).toContainText('7,654');
  expect(await seenOnReturn(page)).toBe('hidden');
  await page.evaluate((key) => localStorage.removeItem(key), SEEN);
  await goBack(page);
  await page.waitForURL(/entries$/);
  await expect(page.getByRole('row').filter({ hasText: NAME })).toContainText('7,654');
  expect(await seenOnReturn(page)).toBe('hidden');
});

test('what was typed and not stored is still there', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  await page.goto(`${await pathOf(app, NAME)}/edit`);
  await page.route('**/edit', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  await isListening(page, '#summary');
  await page.getByLabel(/^概要/).fill('保存せずに離れる概要。');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await page.goto('/years/2023/entries');
  await goBack(page);
  await page.getByRole('button', { name: restoreText.restore, exact: true }).click();
  await expect(page.getByLabel(/^概要/)).toHaveValue('保存せずに離れる概要。');
  expect(asked).toBe(1);
});

test('a session that has ended shows the sign-in', async ({ app, openAs }) => {
  const page = await openAs('viewer');
  await page.goto('/years/2023/entries');
  await watchReturn(page);
  await page.goto('/years/2023/document');
  await app.rows('DELETE FROM session');
  await goBack(page);
  await page.waitForURL(/\/sign-in/);
  expect(await seenOnReturn(page)).toBe('hidden');
});

test('after the sign-out nothing comes back', async ({ openAs }) => {
  const page = await openAs('viewer');
  await page.goto('/years/2023/entries');
  await page.goto('/years/2023/document');
  await page.locator('summary').filter({ hasText: uiText.userMenu }).click();
  await page.getByRole('button', { name: accountText.signOut, exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  for (let pages = 0; pages < 2; pages += 1) {
    await goBack(page);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await expect(page.getByLabel('ID', { exact: true })).toBeVisible();
  }
});

test('after a change of ward nothing of the former one comes back', async ({ app, openAs }) => {
  await app.rows(
    `INSERT INTO membership (ward_id, id, account_id, roles)
     SELECT w.id, gen_random_uuid(), a.id, '{viewer}' FROM account a, ward w
     WHERE a.login_id = 'viewer' AND w.code <> '271071'`,
  );
  const page = await openAs('viewer');
  await page.goto('/years/2023/entries');
  await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
  const former = (await page.getByRole('banner').getByRole('link').first().textContent()) ?? '';
  await page.locator('summary').filter({ hasText: uiText.userMenu }).click();
  await page.getByRole('button', { name: /に切り替える$/ }).click();
  await expect(page.getByRole('banner').getByRole('link').first()).not.toHaveText(former);
  await goBack(page);
  await page.waitForURL(/entries$/);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(NAME)).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('link').first()).not.toHaveText(former);
});
