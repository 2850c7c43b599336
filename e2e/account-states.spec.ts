import { expect } from '@playwright/test';
import { errorText, fieldErrorMessage, signInAgain } from '@/lib/text/errors';
import { initialPasswordText, userActionText, usersText } from '@/lib/text/people/users';
import { adminText } from '@/lib/text/shell';
import { passwordText } from '@/lib/text/sign-in/sign-in';
import { uiText } from '@/lib/text/ui';
import { homeText } from '@/lib/text/year/home';
import { closeYearText, openPointTitle } from '@/lib/text/year/open-points';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';
import { check } from './setup/accessibility';
import { test } from './setup/fixtures';
import { beforeTheAnswer } from './setup/held-answers';
import { required } from './setup/labels';
import { pressInMenu } from './setup/row-menu';

test.describe.configure({ mode: 'serial' });

const NEW_PASSWORD = '橋の上の青い自転車２０２３';
let initial = '';

test('adding a user: errors beside their fields, then the initial password, once', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const found: string[] = [];
  await page.goto('/admin/users/new');
  await page.getByLabel(/^ID/).fill('だめ');
  await page.getByRole('button', { name: usersText.add }).click();
  await expect(page.getByRole('region', { name: uiText.errorSummaryHeading })).toBeFocused();
  await expect(page.getByText(fieldErrorMessage(usersText.loginId, 'login_id_form'))).toHaveCount(2);
  found.push(...(await check(page, 'user errors')));
  await page.getByLabel(/^ID/).fill('shinsei');
  await page.getByLabel(/^氏名/).fill('保健福祉課 起案者（新任）');
  await page.getByLabel(/^課/).selectOption({ label: '保健福祉課' });
  await page.getByLabel('起案者').check();
  await beforeTheAnswer(
    page,
    () => page.getByRole('button', { name: usersText.add }).click(),
    () => page.getByLabel(/^氏名/).fill('押した後に書いた氏名'),
  );
  await expect(page.getByText(initialPasswordText.added('保健福祉課 起案者（新任）'))).toBeVisible();
  await expect(page.getByText(initialPasswordText.lead)).toBeVisible();
  found.push(...(await check(page, 'user added')));
  initial = (await page.locator('code').textContent()) ?? '';
  expect(initial.length).toBeGreaterThanOrEqual(12);

  await page.goto('/admin/users');
  await page.getByRole('link', { name: '保健福祉課 起案者（新任）' }).click();
  // The page has just come: a press before its scripts run asks nothing.
  await expect(async () => {
    await page.getByRole('button', { name: userActionText.disable.button, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 });
  }).toPass();
  found.push(...(await check(page, 'user disable dialog')));
  await page.getByRole('button', { name: uiText.cancel }).click();
  await expect(page.getByRole('button', { name: userActionText.disable.button, exact: true })).toBeFocused();
  for (const action of ['disable', 'enable'] as const) {
    await page.getByRole('button', { name: userActionText[action].button, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: userActionText[action].final, exact: true }).click();
    await expect(page.locator('[role=status]:focus')).toContainText(userActionText[action].done);
    const opposite = userActionText[action === 'disable' ? 'enable' : 'disable'].button;
    await expect(page.getByRole('button', { name: opposite, exact: true })).toBeVisible();
    found.push(...(await check(page, `user ${action}`)));
  }

  await page.getByLabel(usersText.name).fill('書きかけの氏名');
  await app.rows("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login_id = 'admin')");
  await page.getByRole('button', { name: userActionText.disable.button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: userActionText.disable.final, exact: true }).click();
  await expect(page.getByRole('link', { name: signInAgain })).toBeVisible();
  await expect(page.getByLabel(usersText.name)).toHaveValue('書きかけの氏名');
  expect(found).toEqual([]);
});

test('an initial password opens nothing but its change', async ({ page }) => {
  const found: string[] = [];
  await page.goto('/sign-in');
  await page.getByLabel('ID', { exact: true }).fill('shinsei');
  await page.getByLabel('パスワード', { exact: true }).fill(initial);
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.waitForURL('**/password');
  await page.goto('/years/2023/entries');
  await page.waitForURL(/\/password\?next=/);
  await expect(page.getByText(passwordText.mustChange)).toBeVisible();
  found.push(...(await check(page, 'initial password')));

  const enter = async (current: string, next: string, repeat: string) => {
    await page.getByLabel(required(passwordText.current), { exact: true }).fill(current);
    await page.getByLabel(required(passwordText.next), { exact: true }).fill(next);
    await page.getByLabel(required(passwordText.repeat), { exact: true }).fill(repeat);
    await page.getByRole('button', { name: passwordText.submit, exact: true }).click();
  };
  await enter(initial, 'shinsei-2023', 'shinsei-2023');
  await expect(page.getByText(fieldErrorMessage(passwordText.next, 'password_too_common')).first()).toBeVisible();
  found.push(...(await check(page, 'password errors')));
  await enter('wrong-password', NEW_PASSWORD, NEW_PASSWORD);
  await expect(page.getByText(fieldErrorMessage(passwordText.current, 'wrong_password')).first()).toBeVisible();
  await enter(initial, NEW_PASSWORD, NEW_PASSWORD);
  await expect(page.getByText(passwordText.changed)).toBeVisible();
  found.push(...(await check(page, 'password changed')));
  await page.getByRole('link', { name: passwordText.continue }).click();
  await page.waitForURL('**/years/2023/entries');
  expect(found).toEqual([]);
});

test('who has nothing to do reads so at home', async ({ openAs }) => {
  const page = await openAs('approver');
  await page.goto('/years/2023');
  await expect(page.getByText(homeText.noTasks)).toBeVisible();
  expect(await check(page, 'home without tasks')).toEqual([]);
});

test('the settings of a year: errors, saved, and the questions before it opens or closes', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const found: string[] = [];
  await page.goto('/admin/years/2023');
  const section = page.getByRole('region', { name: '区長自由経費', exact: true });
  await section.getByLabel(yearSettingsText.annexAmount).fill('-5');
  const save = page.getByRole('button', { name: adminText.save, exact: true });
  await save.click();
  await expect(page.getByRole('region', { name: uiText.errorSummaryHeading })).toBeFocused();
  await expect(section.getByText(fieldErrorMessage(yearSettingsText.annexAmount, 'negative_amount'))).toBeVisible();
  await expect(section.getByLabel(yearSettingsText.annexAmount)).toHaveValue('△5');
  found.push(...(await check(page, 'year settings errors')));
  await section.getByLabel(yearSettingsText.annexAmount).fill('３００，０００');
  await save.click();
  await expect(page.getByText(adminText.saved)).toBeVisible();
  found.push(...(await check(page, 'year settings saved')));

  await page.goto('/admin/years');
  await pressInMenu(page, '令和5年度', yearsText.closeYear('令和5年度'));
  const close = page.getByRole('button', { name: yearsText.closeYear('令和5年度') });
  await close.click();
  const summary = page.getByRole('region', { name: uiText.errorSummaryHeading });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link').first()).toHaveText(closeYearText.mendFirst(openPointTitle.undecided));
  found.push(...(await check(page, 'close year refused')));

  await app.rows(
    "UPDATE entry SET status = 'approved', ever_approved = true, amount = coalesce(amount, 1) WHERE status <> 'withdrawn'",
  );
  await page.reload();
  await app.rows(
    `UPDATE entry SET status = 'draft' WHERE name LIKE '%不登校%'
       AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
  );
  await page.getByLabel(closeYearText.confirm(openPointTitle.blankAnnex, 1)).check();
  await close.click();
  await expect(page.getByText(errorText.entries_undecided)).toBeVisible();
  await expect(page.getByRole('link', { name: /不登校/ })).toBeVisible();
  found.push(...(await check(page, 'close year overtaken')));
  await page.goto('/admin/years');
  await page.getByRole('button', { name: yearsText.openNext('令和6年度') }).click();
  found.push(...(await check(page, 'open year dialog')));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: yearsText.openNext('令和6年度') })
    .click();
  await expect(page.getByText(yearsText.opened('令和6年度'))).toBeVisible();
  found.push(...(await check(page, 'year opened')));
  await page.goto('/years/2024/entries');
  await expect(page.getByRole('table')).toContainText('不登校児童生徒アウトリーチ型支援事業');
  found.push(...(await check(page, 'list of the new year')));
  expect(found).toEqual([]);
});
