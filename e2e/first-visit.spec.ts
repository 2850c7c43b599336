import { expect, type Page } from '@playwright/test';
import { pathOf } from './setup/entry-path';
import { test } from './setup/fixtures';

/** KB over the line, kept by the browser or not. */
async function load(page: Page, path: string): Promise<{ scripts: number; all: number }> {
  await page.goto(path, { waitUntil: 'load' });
  return page.evaluate(() => {
    const timings = ['navigation', 'resource'].flatMap(
      (type) => performance.getEntriesByType(type) as PerformanceResourceTiming[],
    );
    const sum = (of: RegExp) =>
      timings.filter(({ name }) => of.test(name)).reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    return { scripts: sum(/\.js(\?|$)/) / 1024, all: sum(/^/) / 1024 };
  });
}

// 54 KB of the font come to it where no font is Japanese (scripts/tools/slice-fonts.test.ts); what a first visit costs is in docs/bench.md.
test('list, home and editor load no more than a first visit may cost', async ({ app, openAs }) => {
  const page = await openAs('drafter');
  const editor = `${await pathOf(app, '不登校児童生徒アウトリーチ型支援事業')}/edit`;
  const limits = [
    { path: '/years/2023/entries', scripts: 149, all: 190 },
    { path: '/years/2023', scripts: 149, all: 190 },
    { path: editor, scripts: 175, all: 200 },
    // Its first field has the cursor at once.
    { path: '/years/2023/entries/new', scripts: 175, all: 200 },
  ];
  for (const { path, scripts, all } of limits) {
    const cost = await load(page, path);
    expect.soft(cost.scripts, `scripts of ${path}`).toBeGreaterThan(100);
    expect.soft(cost.scripts, `scripts of ${path}`).toBeLessThan(scripts);
    expect.soft(cost.all, path).toBeLessThan(all);
  }
});
