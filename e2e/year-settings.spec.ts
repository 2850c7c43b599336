import { expect, type Page } from '@playwright/test';
import { fieldErrorMessage } from '@/lib/text/errors';
import { otherVersionText } from '@/lib/text/other-version';
import { adminText } from '@/lib/text/shell';
import { uiText } from '@/lib/text/ui';
import { documentTextLabels, yearSettingsText as text, yearFieldLabels } from '@/lib/text/year/year-settings';
import { expectNoFault } from './setup/accessibility';
import type { App } from './setup/app';
import { test } from './setup/fixtures';
import { pressInMenu } from './setup/row-menu';

const SETTINGS = '/admin/years/2023';
const [OWN, CM] = ['区長自由経費', '区ＣＭ自由経費'] as const;

const save = (page: Page) => page.getByRole('button', { name: adminText.save, exact: true });
const status = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true });
const of = (page: Page, category: string) => page.getByRole('region', { name: category, exact: true });
const field = (page: Page, category: string, name: 'name' | 'explanation' | 'ceiling' | 'annexAmount') =>
  of(page, category).getByRole('textbox', { name: new RegExp(`^${text[name]}`) });
const deadline = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${yearFieldLabels.deadline}`) });
const mark = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${documentTextLabels.mark}`) });

/** What is stored, and how often it was changed. */
async function stored(app: App) {
  const [row] = await app.rows<{ found: unknown }>(
    `SELECT jsonb_build_object('mark', y.mark, 'printsMarks', y.prints_marks, 'ceilings', (SELECT jsonb_object_agg(c.name, c.ceiling) FROM category_year c
       WHERE c.fiscal_year_id = y.id), 'changes', (SELECT count(*) FROM audit_event a WHERE a.ward_id = y.ward_id
       AND a.operation IN ('category.edit', 'documentTexts.edit'))) AS found
     FROM fiscal_year y JOIN ward w ON w.id = y.ward_id WHERE y.year = 2023 AND w.code = '271071'`,
  );
  return row?.found;
}

test.describe.configure({ mode: 'serial' });

test('one 保存 stores all that is changed, and nothing else', async ({ app, openAs }) => {
  const page = await openAs('admin');
  await page.goto(SETTINGS);
  await expect(save(page)).toHaveCount(1);
  await field(page, OWN, 'ceiling').fill('1,000');
  await expect(status(page, text.unsaved(1))).toBeVisible();
  await expect(status(page, text.fieldOf(OWN, text.ceiling))).toBeVisible();
  await page.getByRole('button', { name: text.undo, exact: true }).click();
  await expect(field(page, OWN, 'ceiling')).toHaveValue('');
  await expect(page.getByText(text.unsaved(1))).toHaveCount(0);
  await field(page, OWN, 'ceiling').fill('1,000');
  await field(page, CM, 'ceiling').fill('2,000');
  await expect(page.getByRole('region', { name: text.total, exact: true })).toContainText('3,000');
  await deadline(page).fill('11/28');
  await mark(page).fill('資料１');
  await expect(deadline(page)).toHaveValue('令和4年11月28日');
  await page.getByRole('checkbox', { name: documentTextLabels.printsMarks }).uncheck();
  const lastMark = page.locator('.with-last').filter({ has: mark(page) });
  await expect(lastMark).toContainText('令和4年度資料Ｄ‐１');
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(save(page)).toBeInViewport({ ratio: 1 });
  await expectNoFault(page, 'settings unsaved');
  await save(page).click();
  await expect(status(page, adminText.saved)).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/^保存していない変更/)).toHaveCount(0);
  const all = { mark: '資料１', printsMarks: false, ceilings: { [OWN]: 1000, [CM]: 2000 }, changes: 3 };
  expect(await stored(app)).toEqual(all);

  await save(page).click();
  await expect(status(page, text.unchanged)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(status(page, text.unchanged)).toBeVisible();
  expect(await stored(app)).toEqual(all);

  await page.setViewportSize({ width: 683, height: 310 });
  await mark(page).fill('資料２');
  await expect(status(page, text.unchanged)).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expect(status(page, adminText.saved)).toBeInViewport({ ratio: 1 });
  expect(await stored(app)).toEqual({ ...all, mark: '資料２', changes: 4 });
});

test('a part that another person changed asks, the others are stored', async ({ app, openAs }) => {
  const [mine, theirs] = [await openAs('admin'), await openAs('admin')];
  for (const page of [mine, theirs]) await page.goto(SETTINGS);
  await field(theirs, CM, 'ceiling').fill('7,000');
  await save(theirs).click();
  await expect(status(theirs, adminText.saved)).toBeVisible();

  await field(mine, CM, 'ceiling').fill('3,000');
  await field(mine, OWN, 'ceiling').fill('4,000');
  await mark(mine).fill('資料３');
  await mine.keyboard.press('Control+s');
  await expect(status(mine, text.notSaved([CM]))).toBeInViewport({ ratio: 1 });
  await expect(status(mine, text.savedOnes([OWN, text.fields]))).toBeInViewport({ ratio: 1 });
  await expect(of(mine, CM).getByRole('alert')).toContainText(otherVersionText.lead);
  await expect(of(mine, CM).getByRole('alert')).toBeInViewport();
  await expect(of(mine, OWN).getByRole('alert')).toBeEmpty();
  await expect(of(mine, CM).getByText(`${otherVersionText.latest}7,000千円`)).toBeVisible();
  await expect(field(mine, CM, 'ceiling')).toHaveValue('3,000');
  await expect(status(mine, text.unsaved(1))).toBeVisible();
  expect(await stored(app)).toMatchObject({ mark: '資料３', ceilings: { [OWN]: 4000, [CM]: 7000 } });
  await expectNoFault(mine, 'settings partly saved');

  await test.step('leaving would lose it', async () => {
    const asked = mine.waitForEvent('dialog');
    void mine.goto('/admin/years').catch(() => {});
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  });

  await save(mine).click();
  await expect(status(mine, adminText.saved)).toBeVisible();
  await expect(of(mine, CM).getByRole('alert')).toBeEmpty();
  expect(await stored(app)).toMatchObject({ mark: '資料３', ceilings: { [OWN]: 4000, [CM]: 3000 } });
});

test('what is wrong is listed and led to, and what is right is stored', async ({ app, openAs }) => {
  const page = await openAs('admin');
  await page.goto(SETTINGS);
  await pressInMenu(page, OWN, text.rename);
  await expect(field(page, OWN, 'name')).toBeFocused();
  await field(page, OWN, 'name').fill('');
  await field(page, OWN, 'annexAmount').fill('-5');
  await field(page, CM, 'ceiling').fill('5,000');
  await mark(page).fill('');
  await mark(page).press('Enter');
  await expect(status(page, text.notSaved([OWN, text.fields]))).toBeInViewport({ ratio: 1 });
  await expect(status(page, text.savedOnes([CM]))).toBeVisible();
  const summary = page.getByRole('region', { name: uiText.errorSummaryHeading });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(`^${uiText.errorPrefix}`));
  await expect(summary.getByRole('link')).toHaveText([
    text.wrongIn(OWN, fieldErrorMessage(text.name, 'required')),
    text.wrongIn(OWN, fieldErrorMessage(text.annexAmount, 'negative_amount')),
    text.wrongIn(text.fields, fieldErrorMessage(documentTextLabels.mark, 'required')),
  ]);
  await summary.getByRole('link').first().click();
  await expect(field(page, OWN, 'name')).toBeFocused();
  await expect(field(page, OWN, 'name')).toBeInViewport({ ratio: 1 });
  await expect(field(page, OWN, 'name')).toHaveAccessibleDescription(fieldErrorMessage(text.name, 'required'));
  await expect(mark(page)).toHaveAccessibleDescription(fieldErrorMessage(documentTextLabels.mark, 'required'));
  await expect(field(page, OWN, 'annexAmount')).toHaveValue('△5');
  expect(await stored(app)).toMatchObject({ mark: '資料３', ceilings: { [OWN]: 4000, [CM]: 5000 } });
  await expectNoFault(page, 'settings with errors');

  await field(page, OWN, 'name').fill(OWN);
  await expect(summary.getByRole('link')).toHaveCount(2);
  await save(page).click();
  await expect(summary).toBeFocused();
  await field(page, OWN, 'annexAmount').fill('5');
  await mark(page).fill('資料３');
  await expect(summary).toHaveCount(0);
  await field(page, OWN, 'annexAmount').fill('-5');
  await mark(page).focus();
  await expect(summary).toBeVisible();
  await expect(mark(page)).toBeFocused();
  await field(page, OWN, 'annexAmount').fill('5');
  await save(page).click();
  await expect(status(page, adminText.saved)).toBeVisible();
});

test('a category is added, and ended once nothing is in it any more', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto(SETTINGS);
  const add = page.getByRole('form', { name: text.addTitle });
  await add.getByRole('textbox').fill(CM);
  await add.getByRole('button', { name: text.add }).click();
  await expect(add.getByRole('textbox')).toHaveAccessibleDescription(fieldErrorMessage(text.name, 'already_used'));
  await expectNoFault(page, 'a category that is there already');
  await add.getByRole('textbox').fill('地域経費');
  await add.getByRole('button', { name: text.add }).click();
  await expect(status(page, text.added('地域経費'))).toBeInViewport();
  await expect(add.getByRole('textbox')).toHaveValue('');
  await expect(of(page, '地域経費')).toBeVisible();

  const end = async (name: string) => {
    await pressInMenu(page, name, text.end);
    const dialog = page.getByRole('dialog', { name: text.endTitle(name) });
    await expectNoFault(page, `ending ${name}`);
    await dialog.getByRole('button', { name: text.endOf(name) }).click();
  };
  await end(OWN);
  await expect(of(page, OWN).getByRole('link', { name: text.showEntries })).toHaveAttribute('href', /category=/);
  await expectNoFault(page, 'a category that can not end');
  await field(page, CM, 'annexAmount').fill('');
  await save(page).click();
  await expect(page.getByText(/^保存していない変更/)).toHaveCount(0);
  await end(CM);
  await expect(status(page, text.ended(CM))).toBeInViewport();
  await expect(page.locator('[role=status]:focus')).toHaveText(text.ended(CM));
  await expect(of(page, CM)).toHaveCount(0);
  await expect(add.getByRole('combobox')).toHaveText(text.continuesNone + CM);
  await add.getByRole('textbox').fill('区政経費');
  await add.getByRole('combobox').selectOption(CM);
  await expectNoFault(page, 'a category goes on');
  await add.getByRole('button', { name: text.add }).click();
  await expect(status(page, text.added('区政経費'))).toBeVisible();
  await expect(of(page, '区政経費')).toBeVisible();
  await end('区政経費');
  await expect(status(page, text.ended('区政経費'))).toBeVisible();
  await page.goto('/years/2023');
  await expect(page.getByText(/^提出期限 11月28日（期限を\d+日過ぎています）$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /区ＣＭ自由経費（廃止）/ })).toBeVisible();
  await expectNoFault(page, 'home with a category that ended');
});
