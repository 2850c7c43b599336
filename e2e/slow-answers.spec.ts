import { expect, type Locator, type Page, type Request } from '@playwright/test';
import { accountText } from '@/lib/text/account';
import { confirmText } from '@/lib/text/entry/entry';
import { entryOrderText } from '@/lib/text/entry/entry-order';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { userActionText } from '@/lib/text/people/users';
import { signInText } from '@/lib/text/sign-in/sign-in';
import { uiText } from '@/lib/text/ui';
import { pathOf } from './setup/entry-path';
import { accountOf, test } from './setup/fixtures';
import { beforeTheAnswer } from './setup/held-answers';

/** Pressed twice before it is answered: it is said, in sight, and sent once. */
async function expectSaid(page: Page, button: Locator): Promise<void> {
  let sent = 0;
  const count = (request: Request) => {
    if (request.method() === 'POST') sent += 1;
  };
  page.on('request', count);
  await beforeTheAnswer(
    page,
    () => button.click(),
    async () => {
      await expect(page.getByRole('status').getByText(uiText.sending)).toBeInViewport({ ratio: 1 });
      if (await button.isVisible()) await button.click();
    },
  );
  page.off('request', count);
  expect(sent).toBe(1);
}

test('submitting, until the next page is there, and deciding', async ({ app, openAs }) => {
  const path = await pathOf(app, '不登校児童生徒アウトリーチ型支援事業');
  const drafter = await openAs('drafter');
  await app.rows('UPDATE entry SET amount = 3900 WHERE id = $1', [path.split('/').at(-1)]);
  await drafter.goto(`${path}/confirm`);
  await expectSaid(drafter, drafter.getByRole('button', { name: confirmText.submit, exact: true }));
  await expect(drafter).toHaveURL(/submitted=1/);

  const approver = await openAs('approver');
  await approver.goto(path);
  await expectSaid(approver, approver.getByRole('button', { name: entryStepText.approve.button, exact: true }));
  await expect(approver.getByText(entryStepText.approve.done)).toBeVisible();
});

test('a command that is asked about first, and a form', async ({ app, openAs }) => {
  const [user] = await app.rows<{ id: string }>(
    "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'viewer'",
  );
  await openAs('viewer');
  const page = await openAs('admin');
  await page.goto(`/admin/users/${user?.id}`);
  await page.getByRole('button', { name: userActionText.endSessions.button, exact: true }).click();
  const { final } = userActionText.endSessions;
  await expectSaid(page, page.getByRole('dialog').getByRole('button', { name: final, exact: true }));
  // The page is up to date: the form would be sent once more, upon the version that the command made.
  await expect(page.getByRole('button', { name: userActionText.endSessions.button, exact: true })).toBeHidden();
  await page.getByRole('button', { name: '保存', exact: true }).scrollIntoViewIfNeeded();
  await expectSaid(page, page.getByRole('button', { name: '保存', exact: true }));
});

test('the order of the year', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/years/2023/order');
  await page.getByRole('button', { name: /下へ$/ }).first().click();
  await expectSaid(page, page.getByRole('button', { name: entryOrderText.save, exact: true }));
});

test('signing in and out', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel(signInText.loginId, { exact: true }).fill('viewer');
  await page.getByLabel(signInText.password, { exact: true }).fill(accountOf('viewer').password);
  await expectSaid(page, page.getByRole('button', { name: signInText.submit, exact: true }));
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.locator('header details').last().locator('summary').click();
  await expectSaid(page, page.getByRole('button', { name: accountText.signOut, exact: true }));
  await expect(page).toHaveURL(/sign-in/);
});
