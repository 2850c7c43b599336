import { expect, type Page } from '@playwright/test';
import { confirmText, textsText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { entryListText } from '@/lib/text/entry/entry-list';
import { departmentsText } from '@/lib/text/people/departments';
import { userActionText } from '@/lib/text/people/users';
import { adminText } from '@/lib/text/shell';
import { signInText } from '@/lib/text/sign-in/sign-in';
import { yearsText } from '@/lib/text/year/year-settings';
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

async function expectRefused(page: Page, path: string, name: string): Promise<void> {
  const start = await openWithoutProgram(page, path);
  const button = page.getByRole('button', { name, exact: true }).first();
  await expect(button).toBeDisabled();
  await expect(button).toHaveCSS('opacity', '0.5');
  await expect(button).toHaveCSS('cursor', 'progress');
  await start();
  await expect(button).toBeEnabled();
  await expect(button).toHaveCSS('opacity', '1');
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

test('a button takes no press that would be lost, and looks so', async ({ app, openAs }) => {
  const admin = await openAs('admin');
  const entry = await pathOf(app, '不登校児童生徒アウトリーチ型支援事業');
  const [user] = await app.rows<{ id: string }>(
    "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'drafter'",
  );
  const screens = [
    [`/admin/users/${user?.id}`, userActionText.disable.button],
    ['/admin/departments', departmentsText.add],
    ['/admin/years/2023/close', yearsText.closeYear('令和5年度')],
    ['/admin/years/2023', adminText.save],
  ] as const;
  for (const [path, name] of screens) await expectRefused(admin, path, name);
  const drafter = await openAs('drafter');
  await expectRefused(drafter, `${entry}/confirm`, confirmText.submit);
  await expectRefused(drafter, entry, textsText.beside);
  const stranger = await openAs('viewer');
  await stranger.context().clearCookies();
  await expectRefused(stranger, '/sign-in', signInText.submit);
});

test('what the browser does by itself waits for nothing', async ({ openAs }) => {
  const page = await openAs('drafter');
  const start = await openWithoutProgram(page, '/years/2023/entries');
  await page.getByLabel(entryListText.keyword).fill('支援');
  await page.getByRole('button', { name: entryListText.apply, exact: true }).click();
  await expect(page).toHaveURL(/q=/);
  await start();
});
