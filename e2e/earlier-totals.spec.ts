import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { draftedYear, fiscalYearName, yearName } from '@/lib/domain/year/fiscal-year';
import { entryFieldText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { lastYearAmountsText } from '@/lib/text/entry/last-year-amounts';
import { pastedText } from '@/lib/text/pasted';
import { adminText } from '@/lib/text/shell';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';
import { yearSettingsText, yearsText } from '@/lib/text/year/year-settings';
import { readPdf } from '@/scripts/test/read-pdf';
import { check } from './setup/accessibility';
import { test } from './setup/fixtures';

const [MAYOR, MANAGER] = ['区長自由経費', '区ＣＭ自由経費'];

/** Into a field that takes it: before its program runs, a script's paste would reach nobody. */
async function paste(target: Locator, clip: string): Promise<void> {
  await expect(target).toBeEnabled();
  await target.evaluate((input, plain) => {
    input.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, clip);
}

test('totals of earlier years are pasted from a sheet, checked against their paper, and stored', async ({
  openAs,
  app,
}) => {
  const page = await openAs('admin');
  await page.goto('/admin/years');
  await page.getByRole('link', { name: text.title }).click();
  const cell = (category: string | undefined, year: number) =>
    page.getByLabel(text.cell(String(category), year), { exact: true });
  await expect(cell(MAYOR, 2017)).toHaveValue(/^[\d,]+$/);
  await paste(cell(MAYOR, 2020), '1,000\t2百万円\t30\r\n２００\t不明\t\r\n');
  // In the field with the focus, figures stand without separators.
  await expect(cell(MAYOR, 2020)).toHaveValue('1000');
  await expect(cell(MAYOR, 2021)).toHaveValue('2,000');
  await expect(cell(MANAGER, 2020)).toHaveValue('200');
  await expect(cell(MANAGER, 2021)).toHaveValue('不明');
  await expect(cell(MANAGER, 2021)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(pastedText.pasted(4) + pastedText.unread(1) + pastedText.outside(1))).toBeVisible();
  expect(await check(page, 'earlier totals pasted')).toEqual([]);

  await cell(MANAGER, 2021).fill('5');
  const foot = page.getByRole('table', { name: text.caption }).locator('tfoot tr').first();
  await expect(foot.getByRole('cell').nth(3)).toHaveText('1,200');
  await expect(foot.getByRole('cell').nth(4)).toHaveText('2,005');
  const said = page.getByLabel(`${text.check} 令和3年度`, { exact: true });
  await said.fill('2,500');
  await expect(page.getByText(text.difference)).toBeVisible();
  await said.fill('2,005');
  await expect(page.getByText(text.same, { exact: true })).toBeVisible();

  await page.keyboard.press('Control+s');
  await expect(page.getByText(adminText.saved)).toBeVisible();
  await expect(page.getByText(editorText.unsaved)).toHaveCount(0);
  const stored = await app.rows<{ total: string }>(
    `SELECT c.recorded_total AS total FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
     JOIN ward w ON w.id = c.ward_id WHERE w.code = '271071' AND y.year IN (2020, 2021) ORDER BY y.year, c.sort_order`,
  );
  expect(stored.map(({ total }) => total)).toEqual(['1000', '200', '2000', '5']);

  await page.getByRole('link', { name: text.older }).click();
  await expect(cell(MAYOR, 2012)).toHaveValue('');
  expect(await check(page, 'earlier totals, older years')).toEqual([]);
  await page.getByText(text.removeTitle).click();
  const remove = text.remove('平成29年度');
  await page.getByRole('button', { name: remove }).click();
  expect(await check(page, 'earlier totals, taking a year out')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: remove }).click();
  await expect(page.locator('[role=status]:focus')).toHaveText(text.removed('平成29年度'));
  await expect(cell(MAYOR, 2017)).toHaveValue('');
  await page.goto('/years/2022');
  await expect(page.getByText('2,005').first()).toBeVisible();
  await page.goto('/admin/audit');
  await expect(page.getByText('過去の年度の合計を記録').first()).toBeVisible();
});

test('a ward that starts with its first year prints six columns on the first day', async ({ openAs, app }) => {
  await app.rows(
    `WITH begun AS (INSERT INTO ward (id, code, name) VALUES (gen_random_uuid(), '271039', '此花区') RETURNING id),
       office AS (INSERT INTO department (ward_id, id, name, sort_order) SELECT id, gen_random_uuid(), '総務課', 1 FROM begun RETURNING *)
     UPDATE membership SET ward_id = office.ward_id, department_id = office.id, roles = '{admin,drafter}'
     FROM office WHERE account_id = (SELECT id FROM account WHERE login_id = 'taisho-admin')`,
  );
  const year = draftedYear(new Date());
  const page = await openAs('taisho-admin');
  const save = async () => {
    await page.keyboard.press('Control+s');
    await expect(page.getByText(adminText.saved)).toBeVisible();
  };
  await page.goto('/admin/years/earlier');
  const first = page.getByLabel(text.cell(String(MAYOR), year - 5), { exact: true });
  await paste(first, '1,000\t2,000\t3,000\t4,000\t5,000\r\n10\t20\t30\t40\t50\r\n');
  await save();

  await page.goto('/admin/years');
  const open = page.getByRole('button', { name: yearsText.openNext(yearName(year)) });
  await open.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: yearsText.openNext(yearName(year)) })
    .click();
  await page.getByRole('link', { name: yearName(year), exact: true }).click();
  for (const [category, annex] of [
    [MAYOR, '5,600'],
    [MANAGER, '60'],
  ] as const) {
    const section = page.getByRole('region', { name: String(category), exact: true });
    await section.getByLabel(yearSettingsText.annexAmount).fill(annex);
  }
  await save();

  await page.goto(`/years/${year}/entries/new`);
  await page.getByLabel(new RegExp(`^${entryFieldText.name}`)).fill('見守り事業');
  await page.getByLabel(new RegExp(`^${entryFieldText.categoryId}`)).selectOption(String(MAYOR));
  await page.getByLabel(/^予算額/).fill('400');
  await page.getByLabel(entryFieldText.isPriority).check();
  await page.keyboard.press('Control+s');
  await expect(page).toHaveURL(/\/edit/);

  await page.goto(`/admin/years/${year}`);
  await page.getByRole('link', { name: lastYearAmountsText.link }).click();
  const amount = page.getByLabel(lastYearAmountsText.cell('見守り事業'), { exact: true });
  const sums = page.getByRole('table', { name: lastYearAmountsText.checkCaption });
  await paste(amount, '5,001\t備考\r\n');
  await expect(sums.getByText(lastYearAmountsText.exceeded)).toBeVisible();
  expect(await check(page, 'more for last year than it had')).toEqual([]);
  await paste(amount, '不明\t7\r\n');
  await expect(page.getByText(pastedText.pasted(1) + pastedText.unread(1) + pastedText.outside(1))).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  expect(await check(page, 'an amount of last year that is none')).toEqual([]);
  await amount.fill('300');
  await expect(sums.getByRole('row', { name: /^区長自由経費/ })).toContainText('4,700');
  await save();

  await page.goto(`/years/${year}/document`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDFを書き出す' }).click();
  const pdf = await readPdf(await readFile(await (await downloading).path()));
  const printed = pdf.pages.join('').replace(/\s/g, '');
  const years = [5, 4, 3, 2, 1, 0].map((before) => fiscalYearName(year - before)).join('');
  for (const words of [
    years,
    '此花区役所予算1,0102,0203,0304,0405,0506,060',
    'うち区長自由経費1,0002,0003,0004,0005,0006,000',
    'うち区ＣＭ自由経費102030405060',
    `○見守り事業〈${fiscalYearName(year)}予算額：400千円、${fiscalYearName(year - 1)}予算額：300千円〉`,
  ]) {
    expect(printed).toContain(words);
  }
});
