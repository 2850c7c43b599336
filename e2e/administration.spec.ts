import { expect, type Page } from '@playwright/test';
import { adminPartText, adminText, overtakenText } from '@/lib/text/admin';
import { auditText, operationText } from '@/lib/text/audit';
import { departmentDone, departmentInUse, departmentsText } from '@/lib/text/departments';
import { fieldErrorMessage } from '@/lib/text/errors';
import { roleText } from '@/lib/text/terms';
import { uiText } from '@/lib/text/ui';
import { userActionText, usersText } from '@/lib/text/users';
import { documentTextLabels, yearSettingsText } from '@/lib/text/year-settings';
import { check } from './setup/accessibility';
import { test } from './setup/fixtures';

const ADDED = '危機管理課';
const RENAMED = '防災・危機管理課';
const DOUBLED = fieldErrorMessage(departmentsText.name, 'already_used');

const EXPLANATION = '区長が、区の実情や特性に応じて自ら企画し、編成する事業に使う予算です。'.repeat(2);

const names = (page: Page) => page.getByRole('rowheader');
const button = (page: Page, department: string, label: string) =>
  page.getByRole('button', { name: `${departmentsText.of(department)} ${label}`, exact: true });
const nameField = (page: Page) => page.getByRole('textbox', { name: departmentsText.name });

/** The log's newest row of an operation, as it reads. */
async function logged(page: Page, operation: keyof typeof operationText): Promise<string> {
  await page.goto('/admin/audit');
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: operationText[operation], exact: true }) });
  const cells = await row.first().getByRole('cell').allInnerTexts();
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('|');
}

/** axe and page width, in whatever state the page is. */
async function expectNoFault(page: Page, state: string) {
  expect(await check(page, state)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 620 });
}

test('an administrator adds, renames, moves and closes 課, and the log says so', async ({ openAs }) => {
  test.setTimeout(180_000);
  const page = await openAs('admin');
  await page.goto('/admin/users');
  await page.getByRole('link', { name: adminPartText.departments, exact: true }).click();
  await expect(page).toHaveTitle(new RegExp(`^${departmentsText.title}`));
  const seeded = await names(page).allInnerTexts();
  const [first = '', used = ''] = seeded;
  expect(seeded).toHaveLength(4);

  await test.step('adds', async () => {
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: departmentsText.add, exact: true }).click();
    await expect(nameField(page)).toBeFocused();
    await page.keyboard.type(ADDED);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').getByText(departmentDone.added(ADDED))).toBeVisible();
    await expect(names(page)).toHaveText([...seeded, ADDED]);
    await expect(nameField(page)).toHaveValue('');
  });

  await test.step('reads beside the field that a name is doubled, and keeps what was typed', async () => {
    await nameField(page).fill(first);
    await page.getByRole('button', { name: departmentsText.add, exact: true }).click();
    await expect(nameField(page)).toHaveAccessibleDescription(DOUBLED);
    await expect(nameField(page)).toHaveValue(first);
    await expect(nameField(page)).toBeFocused();
    await expect(names(page)).toHaveText([...seeded, ADDED]);
    await expectNoFault(page, 'departments doubled');
    await nameField(page).fill('');
    await page.getByRole('button', { name: uiText.cancel, exact: true }).click();
    await expect(page.getByRole('button', { name: departmentsText.add, exact: true })).toBeFocused();
  });

  await test.step('renames, not to a name that another one has', async () => {
    await button(page, ADDED, departmentsText.rename).click();
    const field = page.getByRole('form', { name: departmentsText.renameTitle(ADDED) }).getByRole('textbox');
    await expect(field).toHaveValue(ADDED);
    await field.fill(used);
    await page.keyboard.press('Enter');
    await expect(field).toHaveAccessibleDescription(DOUBLED);
    await expect(field).toHaveValue(used);
    await expectNoFault(page, 'departments renaming');
    await field.fill(RENAMED);
    await page.getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: departmentDone.renamed(RENAMED) })).toBeAttached();
    await expect(names(page)).toHaveText([...seeded, RENAMED]);
    await expect(button(page, RENAMED, departmentsText.rename)).toBeFocused();
  });

  await test.step('moves by keyboard alone', async () => {
    const up = button(page, RENAMED, adminText.up);
    await up.focus();
    for (let place = 4; place >= 1; place -= 1) {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: departmentDone.moved(RENAMED, place) })).toBeAttached();
      await expect(names(page).nth(place - 1)).toHaveText(RENAMED);
      if (place > 1) await expect(up).toBeFocused();
    }
    await expect(up).toHaveCount(0);
    await expect(button(page, RENAMED, adminText.down)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText([first, RENAMED, ...seeded.slice(1)]);
  });

  await test.step('closes one that nobody uses, and takes it back', async () => {
    await button(page, used, departmentsText.retire).click();
    await expect(page.getByRole('cell').getByText(departmentInUse(2, 2))).toBeVisible();
    await expectNoFault(page, 'departments in use');
    await button(page, RENAMED, departmentsText.retire).click();
    await expect(button(page, RENAMED, departmentsText.restore)).toBeFocused();
    await expect(names(page)).toHaveText([...seeded, RENAMED]);
    await expect(page.getByRole('cell').getByText(departmentDone.retired(RENAMED))).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(button(page, RENAMED, departmentsText.retire)).toBeFocused();
    await page.reload();
    await expect(names(page)).toHaveText([first, RENAMED, ...seeded.slice(1)]);
  });

  await test.step('sets a 枠 and an explanation', async () => {
    await page.goto('/admin/years/2023');
    const category = page.getByRole('region', { name: '区長自由経費', exact: true });
    const ceiling = category.getByLabel(yearSettingsText.ceiling);
    await ceiling.fill('１，２３４万５千円');
    await category.getByLabel(yearSettingsText.explanation).fill(EXPLANATION);
    await expect(ceiling).toHaveValue('12,345');
    await category.getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(category.getByText(adminText.saved)).toBeVisible();
  });

  await test.step('reads all of it in the log', async () => {
    const who = '総務課 予算管理者（予算管理者）';
    const change = (before: string, after: string) => `${auditText.from}： ${before} → ${auditText.to}： ${after}`;
    const at = String.raw`令和\d+年\d+月\d+日 \d\d:\d\d`;
    const rows = {
      'department.add': `${RENAMED}|課名 ${ADDED}`,
      'department.edit': `${RENAMED}|課名 ${change(ADDED, RENAMED)}`,
      'department.order': `${RENAMED}|順番 ${change('1番目', '2番目')}`,
      'department.retire': `${RENAMED}|状態 ${change('使用中', '廃止')}`,
      'department.restore': `${RENAMED}|状態 ${change('廃止', '使用中')}`,
      'category.edit': `令和５年度 区長自由経費|枠 ${change('（空欄）', '12,345千円')} 説明 ${auditText.showChange}`,
    } as const;
    for (const [operation, expected] of Object.entries(rows) as [keyof typeof rows, string][]) {
      const row = await logged(page, operation);
      expect(row).toMatch(new RegExp(`^${at}\\|`));
      expect(row).toMatch(/\|[\d.:a-f]+$/);
      expect(row).toContain(`|${who}|${operationText[operation]}|${expected}|`);
    }
    await expect(page.getByRole('row')).toHaveCount(11);
    await expect(page.getByText(EXPLANATION)).toBeHidden();
    await page.getByText(auditText.showChange).click();
    await expect(page.getByText(EXPLANATION)).toBeVisible();
    await expectNoFault(page, 'audit unfolded');
    await expect(page.getByRole('main')).not.toContainText(/[{}"]|[0-9a-f]{8}-|department|category/);
  });
});

/** What a person typed, what somebody else saved meanwhile, and a field that only the other one changed. */
test('two administrators change the same settings: neither version is lost', async ({ openAs }) => {
  test.setTimeout(120_000);
  const mine = await openAs('admin');
  const theirs = await openAs('admin');
  for (const page of [mine, theirs]) await page.goto('/admin/years/2023');
  const of = (page: Page) => page.getByRole('region', { name: '区ＣＭ自由経費', exact: true });
  const field = (page: Page, name: 'name' | 'explanation' | 'ceiling' | 'annexAmount') =>
    of(page).getByRole('textbox', { name: new RegExp(`^${yearSettingsText[name]}`) });
  const save = (page: Page) => of(page).getByRole('button', { name: adminText.save, exact: true });

  await field(theirs, 'ceiling').fill('400');
  await field(theirs, 'explanation').fill('別の人の説明');
  await field(theirs, 'annexAmount').fill('50');
  await field(theirs, 'name').press('Enter');
  await expect(of(theirs).getByText(adminText.saved)).toBeVisible();

  await field(mine, 'ceiling').fill('30万円');
  await field(mine, 'explanation').fill('自分の説明');
  await save(mine).focus();
  await expect(field(mine, 'ceiling')).toHaveValue('300');
  await save(mine).press('Enter');
  await expect(of(mine).getByRole('alert')).toContainText('先に別の人が更新しました。');
  await expect(of(mine).getByText('最新の内容：400')).toBeVisible();
  await expect(of(mine).getByText('最新の内容：別の人の説明')).toBeVisible();
  await expect(field(mine, 'ceiling')).toHaveValue('300');
  await expect(field(mine, 'explanation')).toHaveValue('自分の説明');
  await expect(field(mine, 'annexAmount')).toHaveValue('50');
  await expect(save(mine)).toBeFocused();
  await expectNoFault(mine, 'category conflict');

  const takeCeiling = of(mine).getByRole('button', { name: '枠： 最新の内容を使う', exact: true });
  await takeCeiling.focus();
  await mine.keyboard.press('Enter');
  await expect(field(mine, 'ceiling')).toHaveValue('400');
  await expect(of(mine).getByText('自分の内容：300')).toBeVisible();
  await expect(of(mine).getByRole('button', { name: '枠： 自分の内容を使う', exact: true })).toBeFocused();
  await save(mine).press('Enter');
  await expect(of(mine).getByText(adminText.saved)).toBeVisible();
  await expect(of(mine).getByRole('alert')).toBeEmpty();
  await expect(of(mine).getByText(overtakenText.mine)).toHaveCount(0);
  await mine.reload();
  await expect(field(mine, 'ceiling')).toHaveValue('400');
  await expect(field(mine, 'explanation')).toHaveValue('自分の説明');
  await expect(field(mine, 'annexAmount')).toHaveValue('50');

  await test.step('a page that is brought up to date for another reason replaces nothing either', async () => {
    const other = (page: Page) => page.getByRole('region', { name: '区長自由経費', exact: true });
    const text = (page: Page) => other(page).getByRole('textbox', { name: yearSettingsText.explanation });
    await text(theirs).fill('区長の予算です。');
    await other(theirs).getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(other(theirs).getByText(adminText.saved)).toBeVisible();
    await text(mine).fill('自分の区長の説明');
    await field(mine, 'name').press('Enter');
    await expect(of(mine).getByText(adminText.saved)).toBeVisible();
    await expect(other(mine).getByText('最新の内容：区長の予算です。')).toBeVisible();
    await expect(other(mine).getByRole('alert')).toContainText(overtakenText.banner);
    await expect(text(mine)).toHaveValue('自分の区長の説明');
    await text(mine).fill(EXPLANATION);
    await other(mine).getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(other(mine).getByText(adminText.saved)).toBeVisible();
  });

  await test.step('the texts of the document, where both changed nothing but other fields', async () => {
    const text = (page: Page, name: keyof typeof documentTextLabels) =>
      page.getByRole('textbox', { name: new RegExp(`^${documentTextLabels[name]}`) });
    await text(theirs, 'mark').fill('資料９');
    await text(theirs, 'mark').press('Enter');
    await expect(theirs.getByText(adminText.saved).last()).toBeVisible();
    await text(mine, 'annexNote').fill('別紙をご覧ください。');
    await text(mine, 'annexNote').press('Enter');
    await expect(mine.getByRole('alert').filter({ hasText: overtakenText.banner })).toBeVisible();
    await expect(text(mine, 'mark')).toHaveValue('資料９');
    await expect(text(mine, 'annexNote')).toHaveValue('別紙をご覧ください。');
    await expect(text(mine, 'annexNote')).toBeFocused();
    await expect(mine.getByText(overtakenText.latest)).toHaveCount(0);
    await mine.keyboard.press('Enter');
    await expect(mine.getByText(adminText.saved)).toHaveCount(3);
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
  const save = (page: Page) => page.getByRole('button', { name: adminText.save, exact: true }).click();
  const department = (page: Page) => page.getByLabel(usersText.department, { exact: true });
  const role = (page: Page, name: 'approver' | 'viewer') => page.getByLabel(roleText[name], { exact: true });

  await department(theirs).selectOption('総務課');
  await role(theirs, 'approver').check();
  await save(theirs);
  await expect(theirs.getByText(usersText.saved)).toBeVisible();

  await role(mine, 'viewer').check();
  await mine.getByLabel(usersText.name).fill('書きかけ');
  await mine.getByRole('button', { name: userActionText.disable.button, exact: true }).click();
  await mine.getByRole('dialog').getByRole('button', { name: userActionText.disable.button, exact: true }).click();
  await expect(mine.getByText(`${overtakenText.latest}起案者、承認者`)).toBeVisible();
  await expect(department(mine).locator('option:checked')).toHaveText('総務課');
  await expect(role(mine, 'viewer')).toBeChecked();
  await expect(mine.getByLabel(usersText.name)).toHaveValue('書きかけ');
  await expectNoFault(mine, 'user conflict');
  await mine.getByRole('button', { name: `${usersText.roles}： ${overtakenText.use.latest}` }).click();
  await expect(role(mine, 'viewer')).not.toBeChecked();
  await expect(role(mine, 'approver')).toBeChecked();
  await save(mine);
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
  const headings = page.getByRole('heading', { level: 3 });
  const seeded = await headings.allInnerTexts();
  const [first = '', second = ''] = seeded;
  const category = page.getByRole('region', { name: second, exact: true });
  const button = (label: string) => category.getByRole('button', { name: label, exact: true });
  const explanation = category.getByLabel(yearSettingsText.explanation);
  const stored = await explanation.inputValue();

  await explanation.fill('まだ保存していない説明');
  await button(adminText.up).focus();
  await page.keyboard.press('Enter');
  await expect(category.getByRole('status')).toContainText(`${second}を1番目に移しました。`);
  await expect(headings).toHaveText([second, first, ...seeded.slice(2)]);
  await expect(category.getByText(adminText.saved)).toHaveCount(0);
  await expect(explanation).toHaveValue('まだ保存していない説明');
  await expect(button(adminText.down)).toBeFocused();
  await expectNoFault(page, 'category moved');

  await page.keyboard.press('Enter');
  await expect(category.getByRole('status')).toContainText(`${second}を2番目に移しました。`);
  await expect(headings).toHaveText(seeded);
  await expect(button(seeded.length > 2 ? adminText.down : adminText.up)).toBeFocused();

  await explanation.pressSequentially('。');
  await expect(category.getByRole('status')).toBeEmpty();
  await button(adminText.save).click();
  await expect(category.getByRole('status')).toContainText(adminText.saved);
  await category.getByLabel(yearSettingsText.annexAmount).fill('-5');
  await expect(category.getByRole('status')).toBeEmpty();
  await category.getByLabel(yearSettingsText.annexAmount).fill('');
  await explanation.fill(stored);
  await button(adminText.save).click();
  await expect(category.getByRole('status')).toContainText(adminText.saved);
});
