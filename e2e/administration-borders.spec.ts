import { expect, type Page } from '@playwright/test';
import { auditText } from '@/lib/text/history/audit';
import { auditFilterText, auditSubjectText } from '@/lib/text/history/audit-filter';
import { departmentsText } from '@/lib/text/people/departments';
import { filterText } from '@/lib/text/ui';
import { firstYearText } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import { test } from './setup/fixtures';

const ADDED = '危機管理課';
const names = (page: Page) => page.getByRole('rowheader');
const nameField = (page: Page) => page.getByRole('textbox', { name: departmentsText.name });

test('the log goes back page by page; an address that leads nowhere shows its beginning', async ({ app, openAs }) => {
  await app.rows(
    `ALTER TABLE audit_event DISABLE TRIGGER chain;
     INSERT INTO audit_event (ward_id, id, operation, subject, subject_id, after, actor_name, actor_role, at, sequence)
     SELECT w.id, gen_random_uuid(), 'department.add', 'department', NULL, jsonb_build_object('name', '第' || n || '課'),
       '総務課 予算管理者', 'admin', timestamptz '2020-01-01 15:30Z' + n * interval '1 minute', 1000 + n
     FROM ward w, generate_series(1, 60) n WHERE w.code = '271071';
     ALTER TABLE audit_event ENABLE TRIGGER chain`,
  );
  const page = await openAs('admin');
  await page.goto('/admin/audit');
  await expect(page.getByRole('row')).toHaveCount(51);
  const title = await page.title();
  await page.getByRole('link', { name: auditText.older, exact: true }).click();
  await expect(page).toHaveURL(/olderThan=/);
  await expect(page).not.toHaveTitle(title);
  await expect(page.getByRole('row').last()).toContainText('令和2年1月2日 00:31');
  await expect(page.getByRole('row').last()).toContainText('第1課');
  await expect(page.getByRole('link', { name: auditText.older, exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: auditText.newest, exact: true }).click();
  await page.getByLabel(auditFilterText.keyword).fill('課');
  await page.getByLabel(auditFilterText.kind).selectOption(auditSubjectText.department);
  await page.getByRole('button', { name: filterText.apply, exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByRole('link', { name: auditText.older, exact: true }).click();
  await expect(page).toHaveURL(/subject=department.*olderThan=/);
  await expect(page.getByRole('row').last()).toContainText('第1課');
  await expect(page.getByLabel(auditFilterText.keyword)).toHaveValue('課');
  await page.goto('/admin/audit?q=何もない');
  await expect(page.getByText(auditFilterText.noneFound)).toBeVisible();
  await expectNoFault(page, 'audit none found');
  await page.getByRole('main').getByRole('link', { name: filterText.clear, exact: true }).last().click();
  const drawn = async (query = '') => {
    const html = await (await page.request.get(`/admin/audit${query}`)).text();
    return [/<title>.*?<\/title>/, /<tbody.*<\/tbody>/s].map((part) => part.exec(html)?.[0]);
  };
  const beginning = await drawn();
  expect(beginning[0]).toContain(title);
  expect(beginning[1]?.match(/<tr/g)).toHaveLength(50);
  for (const cursor of ['', 'none', '01a20958-253e-740c-acf2-211a81980444', "'&olderThan=x"]) {
    expect(await drawn(`?olderThan=${cursor}`)).toEqual(beginning);
  }
});

test("another ward's log is empty and its 課 are its own", async ({ openAs }) => {
  const page = await openAs('taisho-admin');
  await page.goto('/admin/audit');
  await expect(page.getByText(auditText.empty)).toBeVisible();
  await page.goto('/admin/departments');
  await expect(names(page)).toHaveText(['総務課']);
});

test('a ward that begins has neither 課 nor a log', async ({ app, openAs }) => {
  await app.rows(
    `WITH begun AS (INSERT INTO ward (id, code, name) VALUES (gen_random_uuid(), '271039', '此花区') RETURNING id)
     UPDATE membership SET ward_id = begun.id, department_id = NULL, roles = '{admin}'
     FROM begun WHERE account_id = (SELECT id FROM account WHERE login_id = 'taisho-admin')`,
  );
  const page = await openAs('taisho-admin');
  await page.goto('/admin/departments');
  await expect(page.getByText(departmentsText.empty)).toBeVisible();
  await expectNoFault(page, 'departments empty');
  await page.goto('/admin/audit');
  await expect(page.getByText(auditText.empty)).toBeVisible();
  await page.goto('/admin/departments');
  await page.getByRole('button', { name: departmentsText.add, exact: true }).click();
  await nameField(page).fill(ADDED);
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText([ADDED]);
  await expect(page.getByText(departmentsText.empty)).toHaveCount(0);

  await page.goto('/admin/years');
  await expect(page.getByText(firstYearText.empty)).toBeVisible();
  await expectNoFault(page, 'years empty');
  const open = page.getByRole('button', { name: /の編成を開始$/ });
  await open.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /の編成を開始$/ })
    .click();
  await expect(page.locator('[role=status]:focus')).toContainText('編成を開始しました');
  await expect(page.getByRole('table')).toBeVisible();
});
