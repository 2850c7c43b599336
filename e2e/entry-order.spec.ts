import { expect, type Page } from '@playwright/test';
import { entryListText } from '@/lib/text/entry-list';
import {
  downLabel,
  movedTo,
  placeLabel,
  storedPlaceText,
  entryOrderText as text,
  upLabel,
  wrongPlace,
} from '@/lib/text/entry-order';
import { problemText } from '@/lib/text/errors';
import { check } from './setup/accessibility';
import type { App } from './setup/app';
import { test } from './setup/fixtures';

const ORDER = '/years/2023/order';
const PLACE = /の掲載順$/;

const names = (page: Page) => page.getByRole('rowheader');
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
     WHERE y.year = 2023 AND w.code = '271071' AND e.status <> 'withdrawn' ORDER BY e.sort_order, e.id`,
  );
  return rows.map(({ name }) => name);
}

test.describe.configure({ mode: 'serial', timeout: 120_000 });

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

test('a settled year keeps its order', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/years/2022/order');
  await expect(page.getByText(text.closed)).toBeVisible();
  expect(await check(page, 'order closed')).toEqual([]);
});
