import { expect, type Page } from '@playwright/test';
import { uiText } from '@/lib/text/ui';

/** What happens between a press and its answer. Nothing of what is sent arrives before that is done. */
export async function beforeTheAnswer(page: Page, press: () => Promise<unknown>, act: () => Promise<unknown>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await released;
    await route.fallback();
  });
  const sending = page.getByText(uiText.sending);
  await press();
  await expect(sending).toBeVisible();
  await act();
  release();
  await expect(sending).toBeHidden();
  await page.unrouteAll({ behavior: 'wait' });
}
