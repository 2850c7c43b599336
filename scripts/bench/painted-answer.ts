import { chromium, expect } from '@playwright/test';
import { decidedBefore } from '@/lib/text/entry/approvals';
import { findBrowser, launchOptions } from '../test/browser';

const DECISIONS = 25;
/** A press on what has just come in sight isn't taken. */
const READING_MS = 700;

type Queue = { url: string; cookie: string };

/** Keeps, of each press of Ctrl+Enter, how long it took until what is said of it had been painted. */
function watchAnswers(said: string): void {
  const answers: number[] = [];
  Object.assign(window, { answers });
  document.addEventListener(
    'keydown',
    ({ key, ctrlKey, timeStamp }) => {
      if (key !== 'Enter' || !ctrlKey) return;
      const answer = said.replace('NAME', document.querySelector('h1')?.textContent ?? '');
      const look = new MutationObserver(() => {
        if (![...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent?.includes(answer)))
          return;
        look.disconnect();
        requestAnimationFrame(() => setTimeout(() => answers.push(performance.now() - timeStamp)));
      });
      look.observe(document.body, { childList: true, characterData: true, subtree: true });
    },
    { capture: true },
  );
}

/** An approver who goes through the queue by key. @returns ms from each press until its answer is painted. */
export async function paintedAnswers({ url, cookie }: Queue): Promise<number[]> {
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 620 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(watchAnswers, decidedBefore.done('NAME', 'approve'));
  const answered = () => page.evaluate(() => (window as unknown as { answers: number[] }).answers);
  for (let decision = 1; decision <= DECISIONS; decision += 1) {
    const title = await page.locator('h1').textContent();
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await answered()).length).toBe(decision);
    await expect(page.locator('h1')).not.toHaveText(title ?? '');
    await page.waitForTimeout(READING_MS);
  }
  const answers = await answered();
  await browser.close();
  return answers;
}
