import { expect, type Page } from '@playwright/test';
import { restoreText } from '@/lib/text/entry-editor';
import { signInText } from '@/lib/text/sign-in';
import { pathOf } from './setup/entry-path';
import { accountOf, type LoginId, test } from './setup/fixtures';

const NAME = '児童虐待未然防止・早期発見強化事業';
const TYPED = '保存する前に時間切れになった概要。';

const kept = (page: Page) => page.evaluate(() => Object.entries(localStorage).flat().join('\n'));

async function signIn(page: Page, loginId: LoginId) {
  const { password } = accountOf(loginId);
  await page.getByLabel(signInText.loginId, { exact: true }).fill(loginId);
  await page.getByLabel(signInText.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: signInText.submit, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Text that isn't stored, and a session that ends without a sign-out. */
async function loseSession(page: Page, editor: string, end: () => Promise<unknown>) {
  await page.goto(editor);
  await page.getByLabel(/^概要/).fill(TYPED);
  await expect.poll(() => kept(page)).toContain('yosan:');
  await end();
  await page.goto(editor);
  await page.waitForURL(/sign-in/);
}

test('what a session that ended leaves on the device is nobody else\u2019s to read', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  const editor = `${await pathOf(app, NAME)}/edit`;
  await loseSession(page, editor, () => app.rows('DELETE FROM session'));
  const left = await kept(page);
  expect(left).toContain('yosan:');
  for (const word of ['時間切れ', NAME, 'summary', 'departmentId']) expect(left).not.toContain(word);

  await test.step('the same person finds it again', async () => {
    await signIn(page, 'drafter');
    await page.goto(editor);
    await page.getByRole('button', { name: restoreText.restore, exact: true }).click();
    await expect(page.getByLabel(/^概要/)).toHaveValue(TYPED);
  });

  await test.step('somebody else removes it by signing in', async () => {
    await loseSession(page, editor, () => app.rows('DELETE FROM session'));
    await page.evaluate(() => localStorage.setItem('yosan:entry:anybody:2023', 'as an earlier version wrote it'));
    await signIn(page, 'viewer');
    await expect.poll(() => kept(page)).not.toContain('yosan:');
  });
});

test('a page that nobody touches goes with its session, with or without the server', async ({ app, openAs }) => {
  for (const isOffline of [false, true]) {
    const page = await openAs('viewer');
    await page.clock.install();
    await page.goto('/years/2023/entries');
    await expect(page.getByRole('link', { name: NAME, exact: true })).toBeVisible();
    await page.clock.fastForward('50:00');
    await page.keyboard.press('Shift');
    await page.clock.fastForward('50:00');
    await expect(page).toHaveURL(/entries$/);
    await app.rows('DELETE FROM session');
    await page.context().setOffline(isOffline);
    await page.clock.fastForward('11:00');
    await expect(page.getByText(NAME)).toHaveCount(0);
    if (!isOffline) await expect(page).toHaveURL(/sign-in\?next=%2Fyears%2F2023%2Fentries$/);
    await page.context().close();
  }
});
