import type { Page } from '@playwright/test';
import { findingsText } from '@/lib/text/findings/findings';

/** Answers every warning of the page, as somebody does who has looked at each. */
export async function lookAtFindings(page: Page): Promise<void> {
  for (const reason of await page.locator('textarea[id^="finding-reason"]').all()) await reason.fill('確認した。');
  const looked = page.getByLabel(findingsText.checked);
  if ((await looked.count()) > 0) await looked.check();
}
