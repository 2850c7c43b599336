import { chromium, expect } from '@playwright/test';
import { entryStepText } from '@/lib/text/entry/entry-steps';
import { findBrowser, launchOptions } from '../test/browser';

const DECISIONS = 25;
/** A press on what has just come in sight isn't taken. */
const READING_MS = 700;

type Queue = { url: string; cookie: string };

/** ms from the press of a key until it is painted what came of it, and until the next entry is. */
export type Painted = { answer: number; next: number };

/** Keeps them of each press of Ctrl+Enter. `done`: what the bar says of the entry itself, before the next one comes. */
function watchAnswers(done: string): void {
  const painted: Painted[] = [];
  Object.assign(window, { painted });
  const title = () => document.querySelector('h1')?.textContent;
  const isSaid = () =>
    [...document.querySelectorAll('[role=status]')].some(({ textContent = '' }) =>
      textContent
        ?.split(done)
        .slice(0, -1)
        .some((before) => !before.endsWith('：')),
    );
  document.addEventListener(
    'keydown',
    ({ key, ctrlKey, timeStamp }) => {
      if (key !== 'Enter' || !ctrlKey) return;
      const decided = title();
      let answer = 0;
      const look = new MutationObserver(() => {
        const isNext = title() !== decided;
        if (!isNext && (answer || !isSaid())) return;
        if (isNext) look.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => {
            const ms = performance.now() - timeStamp;
            answer ||= ms;
            if (isNext) painted.push({ answer, next: ms });
          }),
        );
      });
      look.observe(document.body, { childList: true, characterData: true, subtree: true });
    },
    { capture: true },
  );
}

/** An approver who goes through the queue by key. */
export async function paintedAnswers({ url, cookie }: Queue): Promise<Painted[]> {
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 620 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(watchAnswers, entryStepText.approve.done);
  const answered = () => page.evaluate(() => (window as unknown as { painted: Painted[] }).painted);
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
