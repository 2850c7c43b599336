import { expect, type Page } from '@playwright/test';

/** Waits for the program behind what the server has drawn, and for its idle moment: a key that is pressed sooner is nobody's. */
export async function isListening(page: Page, selector: string): Promise<void> {
  const drawn = page.locator(selector).first();
  await expect
    .poll(() => drawn.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))))
    .toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
