import { expect, type Page } from '@playwright/test';

/** Waits for the program behind what the server has drawn: a key that is pressed sooner is nobody's. */
export const isListening = (page: Page, selector: string): Promise<void> =>
  expect
    .poll(() =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'))),
    )
    .toBe(true);
