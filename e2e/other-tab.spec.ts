import { expect, type Page } from '@playwright/test';
import { keptText } from '@/lib/text/answers';
import { restoreText } from '@/lib/text/entry/entry-editor';
import { errorText } from '@/lib/text/errors';
import { departmentsText } from '@/lib/text/people/departments';
import { uiText } from '@/lib/text/ui';
import { documentTextLabels } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import { signIn, test } from './setup/fixtures';

const TYPED = '元の区の文';
const MARK = new RegExp(`^${documentTextLabels.mark}`);
const SETTINGS = '/admin/years/2023';

async function chooseOtherWard(page: Page): Promise<void> {
  const ward = page.getByRole('banner').getByRole('link').first();
  const former = (await ward.textContent()) ?? '';
  await page.locator('summary').filter({ hasText: uiText.userMenu }).click();
  await page.getByRole('button', { name: /に切り替える$/ }).click();
  await expect(ward).not.toHaveText(former);
}

async function typeDepartment(page: Page): Promise<void> {
  await page.goto('/admin/departments');
  await page.getByRole('button', { name: departmentsText.add, exact: true }).click();
  await page.getByLabel(departmentsText.name).first().fill(TYPED);
}

async function expectRefused(page: Page, save: RegExp): Promise<void> {
  await page.getByRole('button', { name: save }).first().click();
  await expect(page.getByText(errorText.drawn_for_other)).toBeVisible();
  await expect(page.getByRole('button', { name: uiText.reload, exact: true })).toBeVisible();
}

test('a tab of the former ward, or of who was signed in before, stores nothing and keeps its text', async ({
  app,
  openAs,
}) => {
  const page = await openAs('admin');
  await app.rows(`INSERT INTO membership (ward_id, id, account_id, roles)
    SELECT w.id, gen_random_uuid(), a.id, '{admin}' FROM account a, ward w WHERE a.login_id = 'admin' AND w.name = '大正区'`);
  const [texts, departments] = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of [page, texts, departments]) tab.on('dialog', (dialog) => dialog.accept());
  const stored = () =>
    app.rows(`SELECT 'department' AS what, to_jsonb(d) AS row FROM department d
      UNION ALL SELECT 'year', to_jsonb(y) FROM fiscal_year y ORDER BY 1, 2`);
  const before = await stored();

  await page.goto(SETTINGS);
  await texts.goto(SETTINGS);
  await texts.getByLabel(MARK).fill(TYPED);
  await typeDepartment(departments);
  await chooseOtherWard(page);

  await expectRefused(texts, /保存/);
  await expect(texts.getByText(keptText.drawn_for_other)).toBeVisible();
  await expectNoFault(texts, 'a tab of the former ward');
  await expectRefused(departments, new RegExp(departmentsText.add));
  await expect(texts.getByLabel(MARK)).toHaveValue(TYPED);
  await expect(departments.getByLabel(departmentsText.name).first()).toHaveValue(TYPED);
  expect(await stored()).toEqual(before);

  await test.step('its text is offered in its own ward and not in the other', async () => {
    const offer = texts.getByRole('button', { name: restoreText.restore, exact: true });
    await texts.getByRole('button', { name: uiText.reload, exact: true }).click();
    await expect(texts.getByRole('banner')).toContainText('大正区');
    await expect(offer).toHaveCount(0);
    await chooseOtherWard(page);
    await texts.goto(SETTINGS);
    await offer.click();
    await expect(texts.getByLabel(MARK)).toHaveValue(TYPED);
  });

  await test.step('after a sign-in of somebody else in another tab', async () => {
    await typeDepartment(departments);
    await page.context().clearCookies();
    await signIn(page, 'taisho-admin');
    await expectRefused(departments, new RegExp(departmentsText.add));
    await expectRefused(texts, /保存/);
    expect(await stored()).toEqual(before);
  });
});
