import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** 1366×768 and smaller laptops less the browser's bars, and the first at 200 %. */
const SIZES = [
  { width: 1366, height: 620 },
  { width: 1093, height: 490 },
  { width: 683, height: 310 },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const fileName = (name: string, width: number) => `${name.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '')}-${width}.png`;

/** At its top and painted at its new size: otherwise a picture cuts off what was out of sight. */
const settle = (page: Page) =>
  page.evaluate(() => {
    window.scrollTo(0, 0);
    return new Promise<void>((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    });
  });

/**
 * What axe finds and whether the page is too wide, at three sizes.
 * With E2E_SCREENSHOTS=folder every state is drawn there too, to be looked at.
 */
export async function check(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  // While a page is brought up to date, React takes the old title away a moment before it puts the new one.
  await expect(page).toHaveTitle(/\S/);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const folder = process.env.E2E_SCREENSHOTS;
    if (folder) await settle(page);
    if (folder) await page.screenshot({ path: path.join(folder, fileName(name, size.width)), fullPage: true });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) found.push(`${name} ${size.width}: ${overflow}px too wide`);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const { id, nodes } of violations) found.push(`${name} ${size.width}: ${id} ${nodes[0]?.html}`);
  }
  return found;
}

/** The same on the way: the page is as large afterwards as it was. */
export async function expectNoFault(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  expect(await check(page, name)).toEqual([]);
  if (size) await page.setViewportSize(size);
}
