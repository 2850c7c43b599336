import { expect } from '@playwright/test';
import { entryText, submittedText } from '@/lib/text/entry/entry';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

const NAME = '不登校児童生徒アウトリーチ型支援事業';

test('the way back to the list keeps filter and order, and leads nowhere else', async ({ openAs }) => {
  const page = await openAs('viewer');
  await page.goto('/years/2023/entries?status=draft&q=%E4%BA%8B%E6%A5%AD&sort=-amount');
  const address = page.url();
  const back = page.getByRole('link', { name: entryText.list, exact: true });
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await page.getByRole('link', { name: /^履歴/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  await expect(back).toHaveAttribute('href', /sort=-amount/);
  await back.click();
  await expect(page).toHaveURL(/sort=-amount/);
  const asked = (url: string) => [...new URL(url).searchParams].sort();
  expect(asked(page.url())).toEqual(asked(address));

  await page.goto('/years/2023/entries');
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expect(back).toHaveAttribute('href', '/years/2023/entries');
  const entry = page.url();
  for (const foreign of ['@elsewhere.example', '?@elsewhere.example']) {
    await page.goto(entry);
    await page.evaluate((value) => sessionStorage.setItem('query:/years/2023/entries', value), foreign);
    await page.reload();
    await back.click();
    await page.waitForURL(/\/years\/2023\/entries(\?|$)/);
    expect(new URL(page.url()).pathname).toBe('/years/2023/entries');
  }

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('after a submission the next entry is called what it is', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const path = await pathOf(app, NAME);
  const [{ department }] = (await app.rows<{ department: string }>(
    'SELECT department_id AS department FROM entry WHERE id = $1',
    [path.split('/').at(-1)],
  )) as [{ department: string }];
  await app.rows(
    `UPDATE entry SET status = CASE WHEN id = $1 THEN 'in_review' ELSE 'draft' END
     WHERE department_id = $2 AND fiscal_year_id IN (SELECT id FROM fiscal_year WHERE year = 2023)`,
    [path.split('/').at(-1), department],
  );
  await page.goto(`${path}?submitted=1`);
  await expect(page.getByRole('link', { name: new RegExp(`^${submittedText.nextDraft}`) })).toBeVisible();
  await app.rows(`UPDATE entry SET status = 'returned' WHERE department_id = $1 AND status = 'draft'`, [department]);
  await page.reload();
  await expect(page.getByRole('link', { name: new RegExp(`^${submittedText.nextReturned}`) })).toBeVisible();
});

test('a region is a stop of the Tab key only while it scrolls', async ({ openAs }) => {
  const page = await openAs('viewer');
  const states = () =>
    page.locator('.table-region').evaluateAll((regions) =>
      regions.map((region) => {
        const scrolls = region.scrollWidth > region.clientWidth && getComputedStyle(region).overflowX !== 'visible';
        return [scrolls, region.getAttribute('tabindex') === '0'];
      }),
    );
  const agree = async (someScroll: boolean) =>
    expect(async () => {
      const found = await states();
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([scrolls, isStop]) => scrolls !== isStop)).toEqual([]);
      expect(found.some(([scrolls]) => scrolls)).toBe(someScroll);
    }).toPass({ timeout: 20_000 });
  for (const path of ['/years/2023', '/years/2023/entries', '/years/2022/document']) {
    await page.setViewportSize({ width: 1900, height: 900 });
    await page.goto(path);
    await agree(false);
    await page.setViewportSize({ width: 400, height: 700 });
    await agree(true);
    await page.setViewportSize({ width: 1900, height: 900 });
    await agree(false);
  }
});
