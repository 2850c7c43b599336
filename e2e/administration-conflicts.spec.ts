import { expect, type Page } from '@playwright/test';
import { otherVersionText } from '@/lib/text/other-version';
import { userActionText, usersText } from '@/lib/text/people/users';
import { adminText } from '@/lib/text/shell';
import { roleText } from '@/lib/text/terms';
import { documentTextLabels, yearSettingsText } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import { test } from './setup/fixtures';
import { beforeTheAnswer } from './setup/held-answers';
import { pressInMenu, rowMenu } from './setup/row-menu';

const save = (page: Page) => page.getByRole('button', { name: adminText.save, exact: true });
const saved = (page: Page) => page.getByRole('status').getByText(adminText.saved);
/** Both pages are the same person's, who is nobody else to themselves. */
const OVERTAKEN = /自分（別の画面）が\d+月\d+日 \d\d:\d\dに更新しました。/;

/** What a person typed, what somebody else saved meanwhile, and a field that only the other one changed. */
test('two administrators change the same settings: neither version is lost', async ({ openAs }) => {
  const mine = await openAs('admin');
  const theirs = await openAs('admin');
  for (const page of [mine, theirs]) await page.goto('/admin/years/2023');
  const of = (page: Page) => page.getByRole('region', { name: '区ＣＭ自由経費', exact: true });
  const field = (page: Page, name: 'name' | 'explanation' | 'ceiling' | 'annexAmount') =>
    of(page).getByRole('textbox', { name: new RegExp(`^${yearSettingsText[name]}`) });

  await field(theirs, 'ceiling').fill('400');
  await field(theirs, 'explanation').fill('別の人の説明');
  await field(theirs, 'annexAmount').fill('50');
  await field(theirs, 'ceiling').press('Enter');
  await expect(saved(theirs)).toBeVisible();

  await field(mine, 'ceiling').fill('30万円');
  await field(mine, 'explanation').fill('自分の説明');
  await save(mine).focus();
  await expect(field(mine, 'ceiling')).toHaveValue('300');
  await save(mine).press('Enter');
  await expect(of(mine).getByRole('alert')).toContainText(OVERTAKEN);
  await expect(of(mine).getByRole('alert')).toContainText(otherVersionText.lead);
  await expect(of(mine).getByText('最新の内容：400千円')).toBeVisible();
  await expect(of(mine).locator('ins').first()).toBeVisible();
  await expect(field(mine, 'ceiling')).toHaveValue('300');
  await expect(field(mine, 'explanation')).toHaveValue('自分の説明');
  await expect(field(mine, 'annexAmount')).toHaveValue('50');
  await expect(save(mine)).toBeFocused();
  await expect(mine.getByText(yearSettingsText.notSaved(['区ＣＭ自由経費']))).toBeVisible();
  await expectNoFault(mine, 'category conflict');

  const takeCeiling = of(mine).getByRole('button', { name: '枠： 最新の内容を使う', exact: true });
  await takeCeiling.focus();
  await mine.keyboard.press('Enter');
  await expect(field(mine, 'ceiling')).toHaveValue('400');
  await expect(of(mine).getByText('自分の内容：300千円')).toBeVisible();
  await expect(of(mine).getByRole('button', { name: '枠： 自分の内容を使う', exact: true })).toBeFocused();
  await save(mine).press('Enter');
  await expect(saved(mine)).toBeVisible();
  await expect(of(mine).getByRole('alert')).toBeEmpty();
  await expect(of(mine).getByText(otherVersionText.mine)).toHaveCount(0);
  await mine.reload();
  await expect(field(mine, 'ceiling')).toHaveValue('400');
  await expect(field(mine, 'explanation')).toHaveValue('自分の説明');
  await expect(field(mine, 'annexAmount')).toHaveValue('50');

  await test.step('a page that is brought up to date for another reason replaces nothing either', async () => {
    const other = (page: Page) => page.getByRole('region', { name: '区長自由経費', exact: true });
    const text = (page: Page) => other(page).getByRole('textbox', { name: yearSettingsText.explanation });
    await text(theirs).fill('区長の予算です。');
    await save(theirs).click();
    await expect(saved(theirs)).toBeVisible();
    await text(mine).fill('自分の区長の説明');
    await pressInMenu(mine, '区ＣＭ自由経費', yearSettingsText.left);
    await expect(of(mine).getByRole('status').first()).toContainText(yearSettingsText.moved('区ＣＭ自由経費', 1));
    await expect(other(mine).getByText(otherVersionText.latest)).toBeVisible();
    await expect(other(mine).getByRole('alert')).toContainText(otherVersionText.lead);
    await expect(text(mine)).toHaveValue('自分の区長の説明');
    await text(mine).fill('二人で決めた区長の説明');
    await save(mine).click();
    await expect(saved(mine)).toBeVisible();
  });

  await test.step('the texts of the document: who changed other fields isn’t asked', async () => {
    const text = (page: Page, name: keyof typeof documentTextLabels) =>
      page.getByRole('textbox', { name: new RegExp(`^${documentTextLabels[name]}`) });
    await text(theirs, 'mark').fill('資料９');
    await text(theirs, 'mark').press('Enter');
    await expect(saved(theirs)).toBeVisible();
    await text(mine, 'annexNote').fill('別紙をご覧ください。');
    await text(mine, 'annexNote').press('Enter');
    await expect(saved(mine)).toBeVisible();
    await expect(mine.getByRole('alert').filter({ hasText: documentTextLabels.mark })).toContainText(OVERTAKEN);
    await expect(text(mine, 'mark')).toHaveValue('資料９');
    await expect(text(mine, 'annexNote')).toHaveValue('別紙をご覧ください。');
    await expect(text(mine, 'annexNote')).toBeFocused();
    await expect(mine.getByText(otherVersionText.latest)).toHaveCount(0);
    await expectNoFault(mine, 'merged without a question');
    await mine.reload();
    await expect(text(mine, 'mark')).toHaveValue('資料９');
    await expect(text(mine, 'annexNote')).toHaveValue('別紙をご覧ください。');
  });
});

test('two administrators change the same user: neither the 課 nor the roles are lost', async ({ app, openAs }) => {
  const [user] = await app.rows<{ id: string }>(
    "SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id WHERE a.login_id = 'drafter2'",
  );
  const mine = await openAs('admin');
  const theirs = await openAs('admin');
  for (const page of [mine, theirs]) await page.goto(`/admin/users/${user?.id}`);
  const department = (page: Page) => page.getByLabel(new RegExp(`^${usersText.department}`));
  const role = (page: Page, name: 'approver' | 'viewer') => page.getByLabel(roleText[name], { exact: true });

  await department(theirs).selectOption('総務課');
  await role(theirs, 'approver').check();
  await save(theirs).click();
  await expect(theirs.getByText(usersText.saved)).toBeVisible();

  await role(mine, 'viewer').check();
  await mine.getByLabel(usersText.name).fill('書きかけ');
  await mine.getByRole('button', { name: userActionText.disable.button, exact: true }).click();
  await mine.getByRole('dialog').getByRole('button', { name: userActionText.disable.final, exact: true }).click();
  await expect(mine.getByRole('status').filter({ hasText: otherVersionText.notDone })).toContainText(OVERTAKEN);
  await expect(mine.getByText(`${otherVersionText.latest}起案者、承認者`)).toBeVisible();
  await expect(department(mine).locator('option:checked')).toHaveText('総務課');
  await expect(role(mine, 'viewer')).toBeChecked();
  await expect(mine.getByLabel(usersText.name)).toHaveValue('書きかけ');
  await expectNoFault(mine, 'user conflict');
  await mine.getByRole('button', { name: `${usersText.roles}： ${otherVersionText.use.latest}` }).click();
  await expect(role(mine, 'viewer')).not.toBeChecked();
  await expect(role(mine, 'approver')).toBeChecked();
  await save(mine).click();
  await expect(mine.getByText(usersText.saved)).toBeVisible();
  const [stored] = await app.rows(
    `SELECT a.name, d.name AS department, m.roles FROM membership m JOIN account a ON a.id = m.account_id
     JOIN department d ON d.id = m.department_id WHERE m.id = $1`,
    [user?.id],
  );
  expect(stored).toEqual({ name: '書きかけ', department: '総務課', roles: ['drafter', 'approver'] });
});

test('moving a category keeps what is typed and the focus, and says what it did', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/admin/years/2023');
  const headings = page.getByRole('region', { name: yearSettingsText.categories, exact: true }).getByRole('heading');
  const seeded = await headings.allInnerTexts();
  const [first = '', second = ''] = seeded;
  const category = page.getByRole('region', { name: second, exact: true });
  const menu = rowMenu(page, second);
  const explanation = category.getByLabel(yearSettingsText.explanation);
  const stored = await explanation.inputValue();

  await explanation.fill('まだ保存していない説明');
  await pressInMenu(page, second, yearSettingsText.left);
  await expect(category.getByRole('status').first()).toContainText(`${second}を1番目に移しました。`);
  await expect(headings).toHaveText([second, first, ...seeded.slice(2)]);
  await expect(saved(page)).toHaveCount(0);
  await expect(explanation).toHaveValue('まだ保存していない説明');
  await expect(menu).toBeFocused();
  await expectNoFault(page, 'category moved');

  await pressInMenu(page, second, yearSettingsText.right);
  await expect(category.getByRole('status').first()).toContainText(`${second}を2番目に移しました。`);
  await expect(headings).toHaveText(seeded);
  await expect(menu).toBeFocused();

  await explanation.pressSequentially('。');
  await expect(category.getByRole('status').first()).toBeEmpty();
  await save(page).click();
  await expect(saved(page)).toBeVisible();
  await category.getByLabel(yearSettingsText.annexAmount).fill('-5');
  await expect(saved(page)).toHaveCount(0);
  await category.getByLabel(yearSettingsText.annexAmount).fill('');
  await explanation.fill(stored);
  await beforeTheAnswer(
    page,
    () => save(page).click(),
    () => pressInMenu(page, second, yearSettingsText.left),
  );
  await expect(saved(page)).toBeVisible();
  await expect(category.getByRole('status').first()).toBeEmpty();
  await expect(headings).toHaveText(seeded);
});
