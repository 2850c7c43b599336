import { expect, type Page } from '@playwright/test';
import { editorText } from '@/lib/text/entry-editor';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

/** The page comes, its program doesn't until `release`. */
async function openWithoutProgram(page: Page, path: string): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('the editor shows what is stored at once, and takes what is typed as soon as it would be kept', async ({
  app,
  openAs,
}) => {
  const page = await openAs('drafter');
  const path = await pathOf(app, '不登校児童生徒アウトリーチ型支援事業');
  const start = await openWithoutProgram(page, `${path}/edit`);
  const summary = page.getByLabel(/^概要/);
  await expect(summary).toHaveValue(/^不登校は貧困と関連し/);
  await expect(page.getByLabel(/^事業名/)).toHaveValue('不登校児童生徒アウトリーチ型支援事業');
  await expect(page.getByLabel('重点的に取り組む事業')).toBeChecked();
  await expect(summary).toBeDisabled();
  await expect(page.getByRole('button', { name: editorText.save, exact: true })).toBeDisabled();
  await start();
  await expect(summary).toBeEnabled();
  await summary.fill('動き出してから書いた概要。');
  await page.getByRole('button', { name: editorText.save, exact: true }).click();
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  const [stored] = await app.rows('SELECT summary, is_priority FROM entry WHERE id = $1', [path.split('/').at(-1)]);
  expect(stored).toEqual({ summary: '動き出してから書いた概要。', is_priority: true });
});

test('so do the order of the year and a user’s 課 and roles', async ({ app, openAs }) => {
  const admin = await openAs('admin');
  const startOrder = await openWithoutProgram(admin, '/years/2023/order');
  const place = admin.getByRole('textbox').first();
  await expect(place).toHaveValue('1');
  await expect(place).toBeDisabled();
  await startOrder();
  await expect(place).toBeEnabled();

  const [user] = await app.rows<{ id: string }>(
    "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'drafter'",
  );
  const startUser = await openWithoutProgram(admin, `/admin/users/${user?.id}`);
  for (const isRunning of [false, true]) {
    if (isRunning) await startUser();
    await expect(admin.getByLabel('起案者', { exact: true })).toBeChecked();
    await expect(admin.getByLabel('承認者', { exact: true })).not.toBeChecked();
    await expect(admin.getByLabel(/^課/).locator('option:checked')).toHaveText('保健福祉課');
    await expect(admin.getByLabel('起案者', { exact: true })).toBeEnabled({ enabled: isRunning });
  }
});
