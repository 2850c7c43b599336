import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

/** The package's main file is the same at more than twice the size, which every page that is checked takes in. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What depends on where things stand. */
const RULES_OF_PLACE = ['target-size', 'scrollable-region-focusable'];

/** 1366×768 and smaller laptops less the browser's bars, and the first at 200 %. */
const SIZES = [
  { width: 1366, height: 620 },
  { width: 1093, height: 490 },
  { width: 683, height: 310 },
];
const [largest, , smallest] = SIZES;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const fileName = (name: string, width: number) => `${name.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '')}-${width}.png`;

/** Laid out and painted at its new size. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** In the page itself, which has no frames: a page of its own for every answer made this most of the run. */
async function violations(page: Page, asked: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async (options) => {
      const found = await window.axe.run(options);
      return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
    },
    { runOnly: asked, resultTypes: ['violations' as const] },
  );
}

/** What is cut off at its side; a table scrolls. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('main *'))
      .filter((of) => of.scrollWidth > of.clientWidth && /auto|scroll/.test(getComputedStyle(of).overflowX))
      .filter((of) => !of.matches('textarea, pre') && !of.querySelector('table, :scope > svg'))
      .map((of) => `cut off: ${of.localName} ${of.id} ${of.className}`),
  );

/**
 * What axe finds and whether the page is too wide, at three sizes. Every rule is asked for at the largest; `atSmallest` says
 * which at the smallest: a screen whose states are checked here was checked whole by itself.
 * With E2E_SCREENSHOTS=folder every state is drawn there too, to be looked at.
 */
export async function check(page: Page, name: string, atSmallest = RULES_OF_PLACE): Promise<string[]> {
  const found: string[] = [];
  // While a page is brought up to date, React takes the old title away a moment before it puts the new one.
  await expect(page).toHaveTitle(/\S/);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const folder = process.env.E2E_SCREENSHOTS;
    // At its top: otherwise a picture cuts off what was out of sight.
    if (folder) await page.evaluate(() => window.scrollTo(0, 0));
    await settle(page);
    if (folder) await page.screenshot({ path: path.join(folder, fileName(name, size.width)), fullPage: true });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) found.push(`${name} ${size.width}: ${overflow}px too wide`);
    const asked = size === largest ? EVERY_RULE : size === smallest ? atSmallest : RULES_OF_PLACE;
    for (const violation of [...(await cutOff(page)), ...(await violations(page, asked))])
      found.push(`${name} ${size.width}: ${violation}`);
  }
  return found;
}

/** The same on the way: the page is as large afterwards as it was. */
export async function expectNoFault(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  expect(await check(page, name)).toEqual([]);
  if (size) await page.setViewportSize(size);
}
