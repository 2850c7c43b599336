import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

/** The package's main file is the same at more than twice the size, which every page that is checked takes in. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What depends on where things stand. */
const RULES_OF_PLACE = ['target-size', 'scrollable-region-focusable'];

/** 1366×768 and smaller laptops less the browser's bars, and the first at 200 %. */
const LARGEST = { width: 1366, height: 620 };
const MIDDLE = { width: 1093, height: 490 };
const SMALLEST = { width: 683, height: 310 };

const SETTLED_MS = 5_000;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const fileName = (name: string, width: number) => `${name.replaceAll(/[^\w-]+/g, '_').replace(/^_/, '')}-${width}.png`;

/** Laid out and painted at its new size, and up to date: React takes the old title away a moment before it puts the new one. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    await painted();
    while (!document.title.trim()) await painted();
  });

/**
 * In the page itself, which has no frames: a page of its own for every answer made this most of the run, and so would a
 * question for each of these.
 * @returns what is too wide, what is cut off at its side (a table scrolls), and what axe finds, where rules are asked for.
 */
const look = (page: Page, asked: string[]): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    const overflow = document.documentElement.scrollWidth - window.innerWidth;
    const cutOff = Array.from(document.querySelectorAll('main *'))
      .filter((of) => of.scrollWidth > of.clientWidth && /auto|scroll/.test(getComputedStyle(of).overflowX))
      .filter((of) => !of.matches('textarea, pre') && !of.querySelector('table, :scope > svg, :scope > .columns'))
      .map((of) => `cut off: ${of.localName} ${of.id} ${of.className}`);
    const found =
      runOnly.length > 0
        ? await window.axe.run({ runOnly, resultTypes: ['violations'], selectors: false, iframes: false })
        : undefined;
    const violations = found?.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`) ?? [];
    return [...(overflow > 0 ? [`${overflow}px too wide`] : []), ...cutOff, ...violations];
  }, asked);

/**
 * What axe finds and whether the page is too wide, at three sizes. Every rule is asked for at the largest; at the
 * smallest, of a state, what depends on where things stand: its screen was checked whole by itself, every rule there too.
 * With E2E_SCREENSHOTS=folder every state is drawn there too, to be looked at.
 */
export async function check(page: Page, name: string, isWhole = false): Promise<string[]> {
  const found: string[] = [];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  for (const [size, rules] of [
    [LARGEST, EVERY_RULE],
    [MIDDLE, isWhole ? RULES_OF_PLACE : []],
    [SMALLEST, isWhole ? EVERY_RULE : RULES_OF_PLACE],
  ] as const) {
    await page.setViewportSize(size);
    const folder = process.env.E2E_SCREENSHOTS;
    // At its top: otherwise a picture cuts off what was out of sight.
    if (folder) await page.evaluate(() => window.scrollTo(0, 0));
    await settle(page);
    if (folder) await page.screenshot({ path: path.join(folder, fileName(name, size.width)), fullPage: true });
    let faults = await look(page, rules);
    // What answers a new size, or is a stop of the Tab key once the program runs, comes a moment later on a busy machine.
    for (const end = performance.now() + SETTLED_MS; faults.length > 0 && performance.now() < end; ) {
      await delay(200);
      faults = await look(page, rules);
    }
    found.push(...faults.map((fault) => `${name} ${size.width}: ${fault}`));
  }
  return found;
}

/** The same on the way: the page is as large afterwards as it was. */
export async function expectNoFault(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  expect(await check(page, name)).toEqual([]);
  if (size) await page.setViewportSize(size);
}
