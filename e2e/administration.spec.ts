import { expect, type Page } from '@playwright/test';
import { fieldErrorMessage } from '@/lib/text/errors';
import { auditText, operationText } from '@/lib/text/history/audit';
import { departmentDone, departmentInUse, departmentsText } from '@/lib/text/people/departments';
import { usersText } from '@/lib/text/people/users';
import { adminPartText, adminText } from '@/lib/text/shell';
import { roleText } from '@/lib/text/terms';
import { filterText, uiText } from '@/lib/text/ui';
import { yearSettingsText } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import { test } from './setup/fixtures';
import { pressInMenu, rowMenu } from './setup/row-menu';

const ADDED = '危機管理課';
const RENAMED = '防災・危機管理課';
const DOUBLED = fieldErrorMessage(departmentsText.name, 'already_used');

const EXPLANATION = '区長が、区の実情や特性に応じて自ら企画し、編成する事業に使う予算です。'.repeat(2);

const names = (page: Page) => page.getByRole('rowheader');
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

test('an administrator adds, renames, moves and closes 課, and the log says so', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/admin/users');
  await page.getByRole('link', { name: adminPartText.departments, exact: true }).click();
  await expect(page).toHaveTitle(new RegExp(`^${departmentsText.title}`));
  await expect(names(page)).toHaveCount(4);
  const seeded = await names(page).allInnerTexts();
  const [first = '', used = ''] = seeded;

  await test.step('adds', async () => {
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: departmentsText.add, exact: true }).click();
    await expect(nameField(page)).toBeFocused();
    await page.keyboard.insertText(`${ADDED}\u202e`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').getByText(departmentDone.added(ADDED))).toBeVisible();
    await expect(names(page)).toHaveText([...seeded, ADDED]);
    await expect(nameField(page)).toHaveValue('');
    await page.keyboard.press('Enter');
    await expect(nameField(page)).toHaveAccessibleDescription(fieldErrorMessage(departmentsText.name, 'required'));
    await expect(page.getByRole('status').getByText(departmentDone.added(ADDED))).toHaveCount(0);
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
    await pressInMenu(page, ADDED, departmentsText.rename);
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
    await expect(rowMenu(page, RENAMED)).toBeFocused();
  });

  await test.step('moves by keyboard alone', async () => {
    const menu = rowMenu(page, RENAMED);
    await menu.focus();
    for (let place = 4; place >= 1; place -= 1) {
      await page.keyboard.press('Alt+ArrowUp');
      await expect(page.getByRole('status').filter({ hasText: departmentDone.moved(RENAMED, place) })).toBeAttached();
      await expect(names(page).nth(place - 1)).toHaveText(RENAMED);
      await expect(menu).toBeFocused();
    }
    await page.keyboard.press('ArrowDown');
    const items = menu.locator('..').locator('.menu-item');
    await expect(items.first()).toBeFocused();
    await expect(items).toHaveText([departmentsText.rename, /^下へ/, /^廃止/]);
    await page.keyboard.press('ArrowUp');
    await expect(items.last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await expect(items.first()).toBeHidden();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText([first, RENAMED, ...seeded.slice(1)]);
    await expect(menu).toBeFocused();
  });

  await test.step('closes one that nobody uses, and takes it back', async () => {
    await pressInMenu(page, used, departmentsText.retire);
    await expect(page.getByRole('cell').getByText(departmentInUse(2, 2))).toBeVisible();
    await expectNoFault(page, 'departments in use');
    await rowMenu(page, RENAMED).click();
    await expectNoFault(page, 'departments menu');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1366, height: 360 });
    const last = rowMenu(page, seeded.at(-1) ?? '');
    await last.click();
    await expect(last.locator('..').locator('.menu-item').last()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await pressInMenu(page, RENAMED, departmentsText.retire);
    await expect(rowMenu(page, RENAMED)).toBeFocused();
    await expect(names(page)).toHaveText([...seeded, RENAMED]);
    await expect(page.getByRole('cell').getByText(departmentDone.retired(RENAMED))).toBeVisible();
    await pressInMenu(page, RENAMED, departmentsText.restore);
    await expect(page.getByRole('cell').getByText(departmentDone.restored(RENAMED))).toBeVisible();
    await expect(rowMenu(page, RENAMED)).toBeFocused();
    await page.reload();
    await expect(names(page)).toHaveText([first, RENAMED, ...seeded.slice(1)]);
    await page.getByRole('link', { name: `${used} ${departmentsText.drafters} 1`, exact: true }).click();
    await expect(names(page)).toHaveText([/起案者$/]);
    await expectNoFault(page, 'users of one department');
    await page.getByLabel(usersText.department).selectOption(usersText.noDepartment);
    await page.getByLabel(usersText.roles).selectOption(roleText.approver);
    await page.getByRole('button', { name: filterText.apply, exact: true }).click();
    await expect(names(page)).toHaveText(['全課 承認者']);
  });

  await test.step('sets a 枠 and an explanation', async () => {
    await page.goto('/admin/years/2023');
    const category = page.getByRole('region', { name: '区長自由経費', exact: true });
    const ceiling = category.getByLabel(yearSettingsText.ceiling);
    await ceiling.fill('１，２３４万５千円');
    await category.getByLabel(yearSettingsText.explanation).fill(EXPLANATION);
    await expect(ceiling).toHaveValue('12,345');
    await page.getByRole('button', { name: adminText.save, exact: true }).click();
    await expect(page.getByText(adminText.saved)).toBeVisible();
  });

  await test.step('reads all of it in the log', async () => {
    const who = '総務課 予算管理者（予算管理者）';
    const change = (before: string, after: string) => `${auditText.from}： ${before} → ${auditText.to}： ${after}`;
    const at = String.raw`令和\d+年\d+月\d+日 \d\d:\d\d`;
    const rows = {
      'department.add': `${ADDED}|課名 ${ADDED}`,
      'department.edit': `${RENAMED}|課名 ${change(ADDED, RENAMED)}`,
      'department.order': `${RENAMED}|掲載順 ${change('1番目', '2番目')}`,
      'department.retire': `${RENAMED}|状態 ${change('使用中', '廃止')}`,
      'department.restore': `${RENAMED}|状態 ${change('廃止', '使用中')}`,
      'category.edit': `令和5年度 区長自由経費|枠 ${change('未入力', '12,345千円')} 説明 ${auditText.showChange}▾`,
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

  await test.step('saves by Ctrl+S what is changed, and nothing else', async () => {
    const category = page.getByRole('region', { name: '区ＣＭ自由経費', exact: true });
    const explanation = category.getByLabel(yearSettingsText.explanation);
    await page.goto('/admin/years/2023');
    const before = await explanation.inputValue();
    for (const typed of [`${before}。`, before]) {
      await explanation.fill(typed);
      await page.keyboard.press('Control+s');
      await expect(page.getByText(adminText.saved)).toBeVisible();
      await page.reload();
      await expect(explanation).toHaveValue(typed);
    }
  });
});
