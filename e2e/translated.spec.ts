import { expect, type Page } from '@playwright/test';
import { conflictText } from '@/lib/text/entry/conflict-panel';
import { entryText } from '@/lib/text/entry/entry';
import { editorText } from '@/lib/text/entry/entry-editor';
import { entryOrderText } from '@/lib/text/entry/entry-order';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

/** As a browser's translation does: every text, also what comes later, is taken out of its place and put into two <font>. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wrapAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!parent || !text.data.trim() || parent.closest('font, script, style, textarea, select, svg, title'))
          continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    wrapAll();
    new MutationObserver(wrapAll).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

test('the editor goes on in a translated page: typing, errors, saving, a conflict', async ({ app, openAs }) => {
  const [page, other] = [await openAs('drafter'), await openAs('drafter')];
  const path = await pathOf(app, '不登校児童生徒アウトリーチ型支援事業');
  const save = (of: Page) => of.getByRole('button', { name: editorText.save, exact: true });
  for (const of of [page, other]) await of.goto(`${path}/edit`);
  await expect(save(page)).toBeEnabled();
  await translate(page);

  await page.getByLabel(/^予算額/).fill('一千');
  await page.getByLabel(/^概要/).fill('翻訳した画面で書いた概要。');
  await save(page).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel(/^予算額/).fill('1234');
  await save(page).click();
  await expect(page.getByText(/に保存しました$/)).toBeVisible();

  await other.reload();
  await other.getByLabel(/^概要/).fill('別の画面で書いた概要。');
  await save(other).click();
  await expect(other.getByText(/に保存しました$/)).toBeVisible();

  await page.getByLabel(/^概要/).fill('翻訳した画面で書き足した概要。');
  await save(page).click();
  const latest = page.getByRole('button', { name: conflictText.takeLatest });
  const mine = page.getByRole('button', { name: conflictText.keepMine });
  await latest.click();
  await expect(latest).toHaveAttribute('aria-pressed', 'true');
  await mine.click();
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(latest).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: conflictText.saveChosen }).click();
  await expect(page.getByText(/に保存しました$/)).toBeVisible();
  await expect(mine).toHaveCount(0);
  await page.getByRole('button', { name: entryText.check, exact: true }).click();
  await expect(page).toHaveURL(/\/confirm$/);
});

test('so does the order of the year', async ({ openAs }) => {
  const page = await openAs('admin');
  await page.goto('/years/2023/order');
  await expect(page.getByRole('textbox').first()).toBeEnabled();
  await translate(page);
  const down = page.getByRole('button', { name: /を下へ$/ });
  await down.first().click();
  await down.nth(1).click();
  await expect(page.getByText(entryOrderText.unsaved)).toBeVisible();
  await page.getByRole('button', { name: entryOrderText.save, exact: true }).click();
  await expect(page.getByText(entryOrderText.saved)).toBeVisible();
});
