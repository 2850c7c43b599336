import { expect, type Page } from '@playwright/test';
import { editorText, restoreText } from '@/lib/text/entry/entry-editor';
import { downLabel, movedTo, placeLabel, entryOrderText as text, upLabel } from '@/lib/text/entry/entry-order';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

/** Without the headings of the categories. */
const names = (page: Page) => page.locator('th[scope="row"]');
const SIZES = [
  { width: 1024, height: 520 },
  { width: 640, height: 360 },
] as const;

test('what a reload offers to restore is in sight at any scroll', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  page.on('dialog', (dialog) => dialog.accept());
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.goto(`${await pathOf(app, '不登校児童生徒アウトリーチ型支援事業')}/edit`);
    await page.getByLabel(/^概要/).fill(`まだ保存していない概要。${size.width}`);
    await expect(page.getByText(editorText.unsaved)).toBeAttached();
    await page.getByLabel(/^工夫/).scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    // Otherwise it is stored when the page is left.
    await page.route('**/edit', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await page.reload();
    await page.unrouteAll();
    const restore = page.getByRole('button', { name: restoreText.restore, exact: true }).first();
    await expect(restore).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    await expect(restore).toBeInViewport({ ratio: 1 });
    await restore.click();
    await expect(page.getByLabel(/^概要/)).toHaveValue(`まだ保存していない概要。${size.width}`);
    await expect(page.getByLabel(/^概要/)).toBeInViewport();
    await page.getByRole('button', { name: editorText.save, exact: true }).click();
    await expect(page.getByText(/に保存しました$/)).toBeAttached();
  }
});

test('the order: a double click goes on, what is moved stays in sight, and so does what was saved', async ({
  openAs,
}) => {
  const page = await openAs('admin');
  const up = (name: string) => page.getByRole('button', { name: upLabel(name), exact: true });
  const down = (name: string) => page.getByRole('button', { name: downLabel(name), exact: true });
  const place = (name: string) => page.getByLabel(placeLabel(name), { exact: true });
  await page.goto('/years/2023/order');
  const [a = '', b = '', c = '', d = '', e = ''] = await names(page).allTextContents();
  await up(d).dblclick();
  await expect(names(page)).toHaveText([a, d, b, c, e]);
  await expect(up(d)).toBeFocused();
  await down(d).dblclick();
  await expect(names(page)).toHaveText([a, b, c, d, e]);

  for (const size of SIZES) {
    await page.setViewportSize(size);
    await place(e).scrollIntoViewIfNeeded();
    await place(e).fill('1');
    await page.keyboard.press('Tab');
    await expect(names(page)).toHaveText([e, a, b, c, d]);
    await expect(down(e)).toBeFocused();
    await expect(down(e)).toBeInViewport({ ratio: 1 });
    await place(e).fill('5');
    await page.keyboard.press('Enter');
    await expect(place(e)).toBeFocused();
    await expect(place(e)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('status').getByText(movedTo(e, 5))).toBeAttached();
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text.unchanged)).toBeInViewport({ ratio: 1 });
    await up(e).click();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text.saved)).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect(page.getByText(text.saved)).toBeInViewport({ ratio: 1 });
    await down(e).click();
    await page.keyboard.press('Control+s');
    await expect(page.getByText(text.saved)).toBeVisible();
  }
});
