import { expect } from '@playwright/test';
import { editorText } from '@/lib/text/entry/entry-editor';
import { pastedText } from '@/lib/text/pasted';
import { adminText } from '@/lib/text/shell';
import { earlierTotalsText as text } from '@/lib/text/year/earlier-totals';
import { check } from './setup/accessibility';
import { test } from './setup/fixtures';

const [MAYOR, MANAGER] = ['区長自由経費', '区ＣＭ自由経費'];

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
  const paste = (target: ReturnType<typeof cell>, clip: string) =>
    target.evaluate((input, plain) => {
      input.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, clip);

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
