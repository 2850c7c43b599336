import type { Locator, Page } from '@playwright/test';
import { uiText } from '@/lib/text/ui';

/** The menu of a row, or of a column. */
export const rowMenu = (page: Page, of: string): Locator =>
  page.locator('summary').filter({ hasText: `${of}：${uiText.operations}` });

/** Opens it and presses one of its acts. */
export async function pressInMenu(page: Page, of: string, label: string | RegExp): Promise<void> {
  const menu = rowMenu(page, of);
  await menu.click();
  await menu.locator('..').locator('.menu-item').filter({ hasText: label }).click();
}
