import { expect, type Page } from '@playwright/test';
import { entryListText } from '@/lib/text/entry/entry-list';
import {
  downLabel,
  movedTo,
  placeLabel,
  storedPlaceText,
  entryOrderText as text,
  upLabel,
  wrongPlace,
} from '@/lib/text/entry/entry-order';
import { problemText } from '@/lib/text/errors';
import { check } from './setup/accessibility';
import type { App } from './setup/app';
import { test } from './setup/fixtures';

const ORDER = '/years/2023/order';
const PLACE = /の掲載順$/;

/** Without the headings of the categories. */
const names = (page: Page) => page.locator('th[scope="row"]');
const groups = (page: Page) => page.locator('th[scope="rowgroup"]');
const places = (page: Page) => page.getByRole('textbox', { name: PLACE });
const placeOf = (page: Page, name: string) => page.getByLabel(placeLabel(name), { exact: true });
const up = (page: Page, name: string) => page.getByRole('button', { name: upLabel(name), exact: true });
const down = (page: Page, name: string) => page.getByRole('button', { name: downLabel(name), exact: true });
const save = (page: Page) => page.getByRole('button', { name: text.save });
const says = (page: Page, words: string) => page.getByRole('status').getByText(words);

async function storedOrder(app: App): Promise<string[]> {
  const rows = await app.rows<{ name: string }>(
    `SELECT e.name FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
     JOIN ward w ON w.id = e.ward_id
     JOIN category_year c ON c.ward_id = e.ward_id AND c.fiscal_year_id = y.id AND c.category_id = e.category_id
     WHERE y.year = 2023 AND w.code = '271071' AND e.status <> 'withdrawn' ORDER BY c.sort_order, e.sort_order, e.id`,
  );
  return rows.map(({ name }) => name);
}

test.describe.configure({ mode: 'serial' });

test('entries move by button and by number, and the list has them in the saved order', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const [a = '', b = '', c = '', d = '', e = ''] = await storedOrder(app);
  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name: entryListText.order }).click();
  await expect(names(page)).toHaveText([a, b, c, d, e]);

  await test.step('the button stays under the finger, and at the end its neighbour takes over', async () => {
    await expect(down(page, b)).toBeEnabled();
    await down(page, b).focus();
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText([a, c, b, d, e]);
    await expect(says(page, movedTo(b, 3))).toBeAttached();
    await expect(down(page, b)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText([a, c, d, e, b]);
    await expect(down(page, b)).toHaveCount(0);
    await expect(up(page, b)).toBeFocused();
    await expect(says(page, text.unsaved)).toBeVisible();
  });

  await test.step('a full-width number moves the entry, a wrong one is refused beside it', async () => {
    await placeOf(page, b).fill('２');
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText([a, b, c, d, e]);
    await expect(placeOf(page, b)).toBeFocused();
    await placeOf(page, e).fill('1');
    await page.keyboard.press('Tab');
    await expect(names(page)).toHaveText([e, a, b, c, d]);
    await expect(down(page, e)).toBeFocused();
    await placeOf(page, e).fill('5');
    await placeOf(page, d).click();
    await expect(names(page)).toHaveText([a, b, c, d, e]);
    await placeOf(page, d).fill('99');
    await page.keyboard.press('Tab');
    await expect(page.getByText(wrongPlace(5))).toBeVisible();
    await save(page).click();
    await expect(placeOf(page, d)).toBeFocused();
    await expect(placeOf(page, d)).toHaveValue('99');
    expect(await check(page, 'order wrong place')).toEqual([]);
  });

  await test.step('a button takes the typed number first', async () => {
    await placeOf(page, d).fill('1');
    await save(page).click();
    await expect(says(page, text.saved)).toBeVisible();
    await expect(names(page)).toHaveText([d, a, b, c, e]);
    await expect(places(page).first()).toHaveValue('1');
    expect(await storedOrder(app)).toEqual([d, a, b, c, e]);
    expect(await check(page, 'order saved')).toEqual([]);
  });

  await page.keyboard.press('Control+s');
  await expect(says(page, text.unchanged)).toBeVisible();
  await page.getByRole('link', { name: text.backToList }).click();
  await expect(page.getByRole('row').nth(1)).toContainText(d);
});

test('what another person changed is not overwritten, and nothing is lost without a word', async ({ app, openAs }) => {
  const [mine, other] = [await openAs('admin'), await openAs('admin')];
  for (const page of [mine, other]) await page.goto(ORDER);
  const before = await storedOrder(app);
  const [first = '', second = '', third = ''] = before;
  await down(other, first).click();
  await save(other).click();
  await expect(says(other, text.saved)).toBeVisible();

  await up(mine, third).click();
  await mine.context().setOffline(true);
  await save(mine).click();
  await expect(says(mine, problemText('unreachable'))).toBeVisible();
  await mine.context().setOffline(false);
  await save(mine).click();
  await expect(says(mine, text.conflict)).toBeVisible();
  await expect(names(mine)).toContainText([first, third, second, ...before.slice(3)]);
  expect(await storedOrder(app)).toEqual([second, first, third, ...before.slice(3)]);
  expect(await check(mine, 'order conflict')).toEqual([]);

  await expect(mine.getByRole('row').filter({ hasText: first })).toContainText(storedPlaceText(2));

  await mine.getByRole('button', { name: text.takeLatest }).click();
  await expect(names(mine)).toHaveText([second, first, third, ...before.slice(3)]);
  await up(mine, third).click();
  await save(mine).click();
  await expect(says(mine, text.saved)).toBeVisible();
  expect(await storedOrder(app)).toEqual([second, third, first, ...before.slice(3)]);
});

test('entries stay in their category, as list and document have them', async ({ app, openAs }) => {
  const page = await openAs('admin');
  const [a = '', b = '', c = '', d = '', e = ''] = await storedOrder(app);
  // Where the places in the year alone would put them between the others.
  await app.rows(
    `UPDATE entry e SET category_id = c.category_id FROM category_year c
     WHERE c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.name = '区ＣＭ自由経費' AND e.name = ANY ($1)
       AND e.fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
    [[a, c]],
  );
  await page.goto(ORDER);
  await expect(groups(page)).toHaveText(['区長自由経費', '区ＣＭ自由経費']);
  await expect(page.locator('tbody').nth(0).locator('th[scope="row"]')).toHaveText([b, d, e]);
  await expect(page.locator('tbody').nth(1).locator('th[scope="row"]')).toHaveText([a, c]);
  for (const name of [b, a]) {
    await expect(up(page, name)).toHaveCount(0);
    await expect(placeOf(page, name)).toHaveValue('1');
  }
  await expect(placeOf(page, c)).toHaveValue('2');
  for (const name of [e, c]) await expect(down(page, name)).toHaveCount(0);
  expect(await check(page, 'order of two categories')).toEqual([]);

  await placeOf(page, a).fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText(wrongPlace(2))).toBeVisible();
  expect(await check(page, 'order wrong place in a category')).toEqual([]);
  await placeOf(page, a).fill('2');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText([b, d, e, c, a]);
  await expect(says(page, movedTo(a, 2))).toBeAttached();

  await test.step('a double click at the border goes no further', async () => {
    await down(page, d).dblclick();
    await expect(names(page)).toHaveText([b, e, d, c, a]);
    await expect(up(page, d)).toBeFocused();
  });
  await save(page).click();
  await expect(says(page, text.saved)).toBeVisible();
  await page.reload();
  await expect(names(page)).toHaveText([b, e, d, c, a]);
  await page.goto('/years/2023/entries');
  await expect(page.locator('tbody tr').filter({ hasText: /^\d-\d/ })).toContainText([b, e, d, c, a]);
  await page.goto('/years/2023/document');
  await expect(page.getByText(/^○/)).toContainText([b, e, d, c, a]);

  await test.step('an entry that is moved to another category meanwhile is shown there, and nothing is saved', async () => {
    await page.goto(ORDER);
    await up(page, e).click();
    await app.rows(
      `UPDATE entry e SET category_id = c.category_id FROM category_year c
       WHERE c.ward_id = e.ward_id AND c.fiscal_year_id = e.fiscal_year_id AND c.name = '区長自由経費' AND e.name = $1
         AND e.fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
      [a],
    );
    const before = await storedOrder(app);
    await save(page).click();
    await expect(says(page, text.conflict)).toBeVisible();
    await expect(page.locator('tbody').nth(0).locator('th[scope="row"]')).toContainText([e, b, d, a]);
    await expect(page.locator('tbody').nth(1).locator('th[scope="row"]')).toHaveText([c]);
    await expect(page.getByRole('row').filter({ hasText: c }).getByRole('textbox')).toHaveCount(0);
    await expect(up(page, c)).toHaveCount(0);
    expect(await storedOrder(app)).toEqual(before);
    await save(page).click();
    await expect(says(page, text.saved)).toBeVisible();
    expect((await storedOrder(app)).at(-1)).toBe(c);
    expect((await storedOrder(app)).slice(0, 2)).toEqual([e, b]);
  });
});

test('a settled year keeps its order', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/years/2022/order');
  await expect(page.getByText(text.closed)).toBeVisible();
  expect(await check(page, 'order closed')).toEqual([]);
});
