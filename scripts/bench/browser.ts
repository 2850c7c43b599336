import { type BrowserContext, chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../test/browser';

const RUNS = 9;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What one page costs a browser: scripts as they come over the line, and when its text can be read. */
async function visit(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const cost = await page.evaluate(async () => {
    const paints = () => performance.getEntriesByName('first-contentful-paint');
    while (paints().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => /\.js(\?|$)/.test(name));
    return {
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      textVisible: paints()[0]?.startTime ?? Number.NaN,
    };
  });
  await page.close();
  return cost;
}

/** Client JavaScript (KB, gzipped) and text visible (ms) with nothing in the browser's cache, and with its second visit. */
export async function measureBrowser(servers: Record<string, string>, cookie: string): Promise<void> {
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const [name = '', value = ''] = cookie.split('=');
  console.log('\n## In Chromium\n\n| | JavaScript KB | text visible ms, first visit | again |\n|---|---|---|---|');
  for (const [title, url] of Object.entries(servers)) {
    const first: Awaited<ReturnType<typeof visit>>[] = [];
    const again: typeof first = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 1366, height: 620 } });
      await context.addCookies([{ name, value, url: new URL(url).origin }]);
      first.push(await visit(context, url));
      again.push(await visit(context, url));
      await context.close();
    }
    const cells = [
      ((first[0]?.scriptBytes ?? 0) / 1024).toFixed(0),
      median(first.map(({ textVisible }) => textVisible)).toFixed(0),
      median(again.map(({ textVisible }) => textVisible)).toFixed(0),
    ];
    console.log(`| ${[title, ...cells].join(' | ')} |`);
  }
  await browser.close();
}
